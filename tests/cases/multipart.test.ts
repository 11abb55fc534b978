import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMultipart } from '../../src/web/multipart.ts';
import type { PostedForm } from '../../src/web/posted-form.ts';

async function entries(form: PostedForm): Promise<unknown[]> {
  return Promise.all(
    [...form.entries()].map(async ([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  );
}

const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.toWellFormed());
const name = fc.oneof(text, fc.constantFrom('agency', 'files', '__proto__'));

test('every form that it reads, it reads as the platform does', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, text, fc.boolean()), { maxLength: 8 }), async (fields) => {
      const form = new FormData();
      for (const [field, value, isFile] of fields)
        form.append(field, isFile ? new File([value], 'scan.pdf', { type: 'application/pdf' }) : value);
      const sent = new Response(form);
      const type = sent.headers.get('content-type') ?? '';
      const body = Buffer.from(await sent.arrayBuffer());
      const quick = readMultipart(body, type);
      if (!quick) return;
      read++;
      expect(await entries(quick)).toEqual(
        await entries(await new Response(body, { headers: { 'content-type': type } }).formData()),
      );
    }),
    { numRuns: 300 },
  );
  expect(read).toBeGreaterThan(50);
});

test('whatever else it is given, it leaves to the platform or reads alike', async () => {
  const piece = fc.constantFrom(
    '--xyz',
    '\r\n',
    '--',
    'Content-Disposition: form-data; name="a"',
    '; filename="b"',
    'Content-Type: text/plain',
    'Content-Type: x',
    'words',
    '"',
    ':',
    '\r',
    '\n',
  );
  const type = 'multipart/form-data; boundary=xyz';
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const body = Buffer.from(
        `--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\n${pieces.join('')}\r\n--xyz--\r\n`,
      );
      const quick = readMultipart(body, type);
      if (!quick) return;
      expect(await entries(quick)).toEqual(
        await entries(await new Response(body, { headers: { 'content-type': type } }).formData()),
      );
    }),
    { numRuns: 1000 },
  );
});
