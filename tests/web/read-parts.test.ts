import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyLimits, PARTS_MAX, type FormLimit } from '../../src/web/body-limits.ts';
import type { PostedForm, ReadForm } from '../../src/web/posted-form.ts';
import { readForm } from '../../src/web/read-form.ts';
import { readParts } from '../../src/web/read-parts.ts';
import { readPlainParts } from '../../src/web/read-plain-parts.ts';

async function entries(form: PostedForm): Promise<unknown[]> {
  return Promise.all(
    [...form.entries()].map(async ([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  );
}

async function told(read: ReadForm): Promise<unknown> {
  return 'form' in read ? entries(read.form) : read;
}

/** Reads a body in pieces of some length by the streaming reader alone. */
async function streamed(body: Buffer, type: string, bytes = 7, limit: FormLimit = bodyLimits.words): Promise<ReadForm> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; at += bytes) chunks.push(body.subarray(at, at + bytes));
  const [first, ...rest] = chunks;
  const begun = { chunks: first ? [first] : [], length: first?.length ?? 0, whole: false };
  const pieces = rest.values();
  return readParts(begun, { next: () => Promise.resolve(pieces.next()) }, type, limit);
}

const post = (body: Buffer, type: string): Request =>
  new Request('http://portal.example/', {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  });

async function platform(body: Buffer, type: string): Promise<unknown> {
  try {
    const sent = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
    return await entries(await sent.formData());
  } catch {
    return 'refused';
  }
}

const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.toWellFormed());
const name = fc.oneof(text, fc.constantFrom('agency', 'files', '__proto__', 'a;b', 'a\\b', 'x"y', '100%22'));

test('every form is read as the platform reads it, at once and in pieces', async () => {
  let quick = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, text, fc.boolean()), { maxLength: 8 }), async (fields) => {
      const form = new FormData();
      for (const [field, value, isFile] of fields)
        form.append(field, isFile ? new File([value], `${field}.pdf`, { type: 'application/pdf' }) : value);
      const sent = new Response(form);
      const type = sent.headers.get('content-type') ?? '';
      const body = Buffer.from(await sent.arrayBuffer());
      if (readPlainParts(body, type)) quick++;
      const wanted = await platform(body, type);
      expect(await told(await readForm(post(body, type)))).toEqual(wanted);
      expect(await told(await streamed(body, type))).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
  expect(quick).toBeGreaterThan(20);
});

test('whatever else comes, what the platform reads is read alike, and the quick reader as the streaming one', async () => {
  const piece = fc.constantFrom(
    '--xyz',
    '\r\n',
    '--',
    'Content-Disposition: form-data; name="a"',
    '; filename="b"',
    '; filename=""',
    'Content-Type: text/plain',
    'Content-Type: x',
    'words',
    '"',
    ':',
    '\r',
    '\n',
    '\r\n\r\n',
    '\r\n--xyz\r\nContent-Disposition: form-data; name="b"\r\n\r\n',
  );
  const type = 'multipart/form-data; boundary=xyz';
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const body = Buffer.from(
        `--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\n${pieces.join('')}\r\n--xyz--\r\n`,
      );
      const read = await told(await readForm(post(body, type)));
      expect(await told(await streamed(body, type))).toEqual(read);
      const wanted = await platform(body, type);
      if (wanted !== 'refused') expect(read).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
});

/** What browsers write for a form in which no file was chosen, and a name with what would end it. */
const browserForm = Buffer.from(
  [
    '------x\r\nContent-Disposition: form-data; name="details"\r\n\r\nỌ̀rọ̀ pọ̀\r\n----x',
    '------x\r\nContent-Disposition: form-data; name="files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n',
    '------x\r\nContent-Disposition: form-data; name="files"; filename="my %22best%22 C:\\scan.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF',
    '------x--\r\n',
  ].join('\r\n'),
);
const browserType = 'multipart/form-data; boundary=----x';

test('a field in which no file was chosen, names with quotes, and words that look like a boundary are read', async () => {
  for (const read of [await readForm(post(browserForm, browserType)), await streamed(browserForm, browserType, 1)])
    expect(await told(read)).toEqual([
      ['details', 'Ọ̀rọ̀ pọ̀\r\n----x'],
      ['files', '', 'application/octet-stream', ''],
      ['files', 'my "best" C:\\scan.pdf', 'application/pdf', '%PDF'],
    ]);
});

test('a form that breaks off is none, wherever it does', async () => {
  const closingLine = browserForm.length - 2;
  for (let end = 0; end < closingLine; end++) {
    const cut = browserForm.subarray(0, end);
    expect(await readForm(post(cut, browserType)), `at ${end}`).toEqual({ refused: 'not-a-form' });
    expect(await streamed(cut, browserType, 11), `at ${end}, in pieces`).toEqual({ refused: 'not-a-form' });
  }
});

test('without a boundary, without a name, or with more parts than any form has, there is no form', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';
  const nameless = Buffer.from('--x\r\nContent-Disposition: form-data; filename="a"\r\n\r\nb\r\n--x--\r\n');
  expect(await readForm(post(browserForm, 'multipart/form-data'))).toEqual({ refused: 'not-a-form' });
  expect(await readForm(post(browserForm, `multipart/form-data; boundary=${'x'.repeat(300)}`))).toEqual({
    refused: 'not-a-form',
  });
  expect(await readForm(post(nameless, 'multipart/form-data; boundary=x'))).toEqual({ refused: 'not-a-form' });
  const many = Buffer.from(`${part.repeat(PARTS_MAX + 1)}--x--\r\n`);
  expect(await streamed(many, 'multipart/form-data; boundary=x', 4096)).toEqual({ refused: 'too-large' });
});

test('a large part that has no name is passed over, and what comes before and after it is read', async () => {
  const part = (value: string): string => `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${value}\r\n`;
  for (const head of ['X: y', 'x', '', 'Content-Disposition: attachment', `X: ${'y'.repeat(20_000)}`]) {
    const nameless = `--x\r\n${head}\r\n\r\n${'b'.repeat(70_000)}\r\n`;
    const body = Buffer.from(`${part('before')}${nameless}${part('after')}--x--\r\n`);
    const limit = { ...bodyLimits.words, body: body.length };
    for (const bytes of [body.length, 1000]) {
      expect(await told(await streamed(body, 'multipart/form-data; boundary=x', bytes, limit))).toEqual([
        ['a', 'before'],
        ['a', 'after'],
      ]);
    }
  }
});
