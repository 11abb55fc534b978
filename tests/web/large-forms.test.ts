import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILE_BYTES_MAX } from '../../src/schemas/cases/attachment.ts';
import { formWithFiles } from '../../src/cases/files/form-limit.ts';
import { bodyLimits, OVERSIZED_BYTES_MAX, type FormLimit } from '../../src/web/body-limits.ts';
import { readForm, readFormBody } from '../../src/web/read-form.ts';
import { followOrAct } from '../../src/cases/desks/follow-or-act.ts';
import { complaintForm, openPipeline, story } from '../cases/pipeline-fixture.ts';

const post = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request('http://portal.example/cases/new/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

function withFiles(form: FormData, ...sizes: number[]): FormData {
  for (const size of sizes)
    form.append('files', new File([new Uint8Array(size).fill(13)], '100% "my" photo.jpg', { type: 'image/jpeg' }));
  return form;
}

/** Cuts a body into pieces that end anywhere, inside a boundary too. */
function inPieces(body: Buffer, ends: number[]): ReadableStream<Uint8Array> {
  const cuts = [0, ...new Set(ends.map((at) => at % body.length)), body.length].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, index) => new Uint8Array(body.subarray(cuts[index], end)));
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

/** So small that every form with something in it is beyond it, and is read for its words alone. */
const wordsAlone: FormLimit = { ...formWithFiles, body: 1 };

const typed = fc.string({ unit: fc.constantFrom('a', 'ọ', 'አ', '\r', '\n', '-', '"', '%', '--'), maxLength: 60 });

test('whatever was typed and however the body is cut into pieces, every word and the size of each file come out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('details', 'wanted', 'broken', 'empty'), fc.oneof(typed, fc.nat(400))), {
        maxLength: 8,
      }),
      fc.array(fc.nat()),
      async (fields, ends) => {
        const form = new FormData();
        for (const [name, value] of fields) {
          if (typeof value === 'string') form.append(name, value);
          else withFiles(form, value);
        }
        const sent = new Response(form);
        const type = sent.headers.get('content-type') ?? '';
        const body = Buffer.from(await sent.arrayBuffer());
        const whole = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
        const read = await readForm(post(inPieces(body, ends), { 'content-type': type }), wordsAlone);
        const told = (entries: Iterable<[string, FormDataEntryValue]>) =>
          [...entries].map(([name, value]) => [name, typeof value === 'string' ? value : value.size]);
        expect('form' in read && told(read.form.entries())).toEqual(told(whole.entries()));
      },
    ),
    { numRuns: 200 },
  );
});

test('a complaint with files that are far too large comes back with every word, and says which file', async () => {
  const { cases, count } = await openPipeline();
  const form = () =>
    withFiles(complaintForm({ wanted: 'Maji yangu', email: 'amina@home.example' }), 1000, FILE_BYTES_MAX * 4);
  const outcome = await cases.intake.receive(post(form()), { language: 'en' });
  expect(outcome).toMatchObject({
    kind: 'form',
    status: 422,
    values: { details: story, wanted: 'Maji yangu', email: 'amina@home.example' },
    problems: {
      files: expect.stringMatching(/^File 1 could not be read together.*File 2 is larger than 2 MB/) as string,
    },
  });
  const many = withFiles(complaintForm(), ...Array<number>(5).fill(FILE_BYTES_MAX));
  expect(await cases.intake.receive(post(many), { language: 'sw' })).toMatchObject({
    kind: 'form',
    problems: { files: expect.stringContaining('zaidi ya 3') as string },
  });
  // The length need not be told beforehand.
  const sent = new Response(form());
  const untold = post(sent.body ?? '', { 'content-type': sent.headers.get('content-type') ?? '' });
  expect(await cases.intake.receive(untold, { language: 'en' })).toMatchObject({
    kind: 'form',
    values: { details: story },
  });
  expect([await count('cases'), await count('attachments')]).toEqual([0, 0]);
});

test('no more than 40 MB are read, and no more is kept of them than may be typed', async () => {
  let bytes = 0;
  const endless = (start: string): ReadableStream<Uint8Array> => {
    bytes = 0;
    let begun = false;
    return new ReadableStream({
      pull(controller) {
        const piece = begun ? new Uint8Array(64 * 1024) : Buffer.from(start);
        begun = true;
        bytes += piece.byteLength;
        controller.enqueue(piece);
      },
    });
  };
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const file = '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n';
  expect(await readForm(post(endless(file), headers), formWithFiles)).toEqual({ refused: 'too-large' });
  expect(bytes).toBeLessThanOrEqual(OVERSIZED_BYTES_MAX + 4 * 64 * 1024);
  expect(
    await readForm(
      post(endless('--x\r\nContent-Disposition: form-data; name="details"\r\n\r\n'), headers),
      formWithFiles,
    ),
  ).toEqual({
    refused: 'too-large',
  });
  const declared = { ...headers, 'content-length': String(OVERSIZED_BYTES_MAX + 1) };
  expect(await readForm(post(endless(file), declared), formWithFiles)).toEqual({ refused: 'too-large' });
  expect(bytes).toBeLessThanOrEqual(4 * 64 * 1024);
});

test('of a form that is too large no more is held than of one that is not, however fast it comes', async () => {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const pieceBytes = 64 * 1024;
  const held: number[] = [];
  let left = 38 * 16;
  const file = '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n';
  const chunks = (function* () {
    yield Buffer.from(file);
    for (; left > 0; left--) {
      if (left % 64 === 0) {
        collect();
        held.push(process.memoryUsage().arrayBuffers);
      }
      yield new Uint8Array(pieceBytes);
    }
    yield Buffer.from('\r\n--x--\r\n');
  })();
  const type = 'multipart/form-data; boundary=x';
  const body = { next: () => Promise.resolve(chunks.next()) };
  expect(await readFormBody({ type, declaredBytes: 0, body }, formWithFiles)).toHaveProperty('form');
  expect(Math.max(...held) - (held[0] ?? 0)).toBeLessThan(2 * formWithFiles.body);
});

test('what is no form stays none, however large', async () => {
  const large = 'x'.repeat(formWithFiles.body + 1);
  const head = '--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n';
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', large],
    ['multipart/form-data', large],
    ['multipart/form-data; boundary=x', `${head}${large}`],
    ['multipart/form-data; boundary=x', `${head}${large}\r\n--x\r\n${large}`],
    ['multipart/form-data; boundary=x', `${`${head}\r\n`.repeat(300)}${large}\r\n--x--\r\n`],
    ['application/x-www-form-urlencoded', `a=${large}`],
  ]) {
    expect(await readForm(post(body ?? '', { 'content-type': type ?? '' }), formWithFiles)).toEqual({
      refused: 'too-large',
    });
  }
});

test('what cannot be read is read to its end, so that the next request on the connection gets its turn', async () => {
  const pieces = Math.ceil(formWithFiles.body / (64 * 1024)) + 20;
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data']) {
    let left = pieces;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array(64 * 1024)) : controller.close()),
    });
    expect(await readForm(post(body, { 'content-type': type }), formWithFiles)).toEqual({ refused: 'too-large' });
    expect(left).toBeLessThan(0);
  }
});

test('the case page says that a form was too large, and not that there is no such case', async () => {
  const { cases } = await openPipeline();
  const words = new URLSearchParams({
    reference: 'x',
    secret: 'x',
    action: 'message',
    text: 'a'.repeat(bodyLimits.words.typed),
  });
  expect(await followOrAct(cases, post(words), { language: 'en' })).toEqual({ kind: 'unreadable', status: 413 });
  expect(await followOrAct(cases, post('{}', { 'content-type': 'application/json' }), { language: 'en' })).toEqual({
    kind: 'unreadable',
    status: 415,
  });
});
