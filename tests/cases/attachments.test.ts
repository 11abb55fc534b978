import { expect, test } from 'vitest';
import { sniffType } from '../../src/cases/attachments/sniff.ts';
import { stripJpeg } from '../../src/cases/attachments/strip-jpeg.ts';
import { stripPng } from '../../src/cases/attachments/strip-png.ts';
import { stripWebp } from '../../src/cases/attachments/strip-webp.ts';
import { FILE_BYTES_MAX, filesField } from '../../src/cases/attachments/take-files.ts';
import { accepted, catchMail, checkedForm, checkPage, complaintForm, openPipeline, postForm, readMail, sendForm } from './pipeline-fixture.ts';

const secretPlace = 'Nairobi -1.2921 36.8219';
const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

function jpegSegment(marker: number, content: string): Buffer {
  return bytes([0xff, marker, 0, content.length + 2], content);
}
const jfif = jpegSegment(0xe0, 'JFIF\0rest');
const scan = bytes([0xff, 0xda, 0, 4, 1, 2], 'picture', [0xff, 0x00, 0xff, 0xd0], 'more');
const jpeg = Buffer.concat([
  bytes([0xff, 0xd8]),
  jfif,
  jpegSegment(0xe1, `Exif\0\0${secretPlace}`),
  jpegSegment(0xe2, 'ICC_PROFILE\0colours'),
  jpegSegment(0xe2, `MPF\0${secretPlace}`),
  jpegSegment(0xfe, secretPlace),
  scan,
  jpegSegment(0xed, secretPlace),
  scan,
  bytes([0xff, 0xd9], secretPlace),
]);

function pngChunk(name: string, content: string): Buffer {
  return bytes([0, 0, 0, content.length], name, content, [1, 2, 3, 4]);
}
const png = Buffer.concat([
  bytes('\x89PNG\r\n\x1a\n'),
  pngChunk('IHDR', 'size'),
  pngChunk('tEXt', secretPlace),
  pngChunk('eXIf', secretPlace),
  pngChunk('IDAT', 'picture'),
  pngChunk('IEND', ''),
  bytes(secretPlace),
]);

function webpChunk(name: string, content: string): Buffer {
  return bytes(name, [content.length, 0, 0, 0], content, content.length % 2 ? [0] : []);
}
function webp(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat(chunks);
  return bytes('RIFF', [body.length + 4, 0, 0, 0], 'WEBP', [...body]);
}
const photo = webp(webpChunk('VP8X', '\x2c123456789'), webpChunk('VP8 ', 'picture'), webpChunk('EXIF', secretPlace), webpChunk('XMP ', secretPlace));

test('a picture keeps its picture and loses place, camera, comments and what hangs behind its end', () => {
  expect(stripJpeg(jpeg)).toEqual(
    Buffer.concat([bytes([0xff, 0xd8]), jfif, jpegSegment(0xe2, 'ICC_PROFILE\0colours'), scan, scan, bytes([0xff, 0xd9])]),
  );
  expect(stripPng(png)).toEqual(
    Buffer.concat([bytes('\x89PNG\r\n\x1a\n'), pngChunk('IHDR', 'size'), pngChunk('IDAT', 'picture'), pngChunk('IEND', '')]),
  );
  expect(stripWebp(photo)).toEqual(webp(webpChunk('VP8X', '\x20123456789'), webpChunk('VP8 ', 'picture')));
});

test('a picture that was cut off anywhere is refused, and none of them breaks the reader', () => {
  for (const [whole, strip] of [
    [jpeg.subarray(0, jpeg.length - secretPlace.length), stripJpeg],
    [png.subarray(0, png.length - secretPlace.length), stripPng],
    [photo, stripWebp],
  ] as const) {
    for (let length = 12; length < whole.length; length++) expect(strip(whole.subarray(0, length))).toBeUndefined();
  }
});

test('files are known by their bytes, not by their names', () => {
  expect([jpeg, png, photo, Buffer.from('%PDF-1.7')].map(sniffType)).toEqual(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
  for (const other of ['<svg onload="alert(1)">', 'GIF89a', 'PK\u0003\u0004', '<html>', '']) expect(sniffType(Buffer.from(other))).toBeUndefined();
});

const post = (body: FormData): Request => new Request('http://portal.example/cases/new/', { method: 'POST', body });

async function bodyOf(response: Response | undefined): Promise<Buffer> {
  return Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer());
}

function withFiles(...files: [string, Buffer][]): FormData {
  const form = complaintForm();
  for (const [name, content] of files) form.append(filesField, new File([new Uint8Array(content)], name, { type: 'text/html' }));
  return form;
}

test('files are stored with the case, freed of metadata, and given out as a download that nothing runs', async () => {
  const catcher = await catchMail();
  const { cases, passTime } = await openPipeline({ smtpPort: catcher.smtpPort });
  const pdf = Buffer.from('%PDF-1.7 as it came');
  const outcome = await postForm(cases, withFiles(['../../<b>.html', jpeg], ['scan.pdf', pdf]), { language: 'en' });
  if (outcome.kind !== 'saved') throw new Error(`expected to be saved, not ${outcome.kind}`);
  const { view, secret } = outcome;
  expect(view.files).toEqual([
    { number: 1, type: 'image/jpeg', bytes: stripJpeg(jpeg)?.length, sequence: 1, sender: 'citizen' },
    { number: 2, type: 'application/pdf', bytes: pdf.length, sequence: 1, sender: 'citizen' },
  ]);
  const picture = await cases.file(view.reference, secret, 1);
  expect(Object.fromEntries(picture?.headers ?? [])).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename="${view.reference}-1.jpg"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
  expect(await bodyOf(picture)).toEqual(stripJpeg(jpeg));
  for (const [reference, key, number] of [
    [view.reference, secret, 3],
    [view.reference, secret, Number.NaN],
    [view.reference, 'wrong', 1],
    ['2222-2222', secret, 1],
  ] as const) {
    expect(await cases.file(reference, key, number)).toBeUndefined();
  }

  await cases.drain();
  const [mail] = await readMail(catcher);
  expect(mail?.text).toContain('2 files came with it. The link to the case opens them.');
  expect(mail?.attachments).toEqual([]);
  const token = /\/cases\/act\/\?t=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(await cases.desk(token)).toMatchObject({ view: { case: { files: view.files } } });
  expect(await bodyOf(await cases.deskFile(token, 2))).toEqual(pdf);
  expect(await cases.deskFile(`${token.slice(0, -1)}_`, 2)).toBeUndefined();
  passTime(181 * 24 * 60 * 60 * 1000);
  expect(await cases.deskFile(token, 2)).toBeUndefined();
});

test('a report of misconduct may come with files, and they are deleted with it; praise has no place for any', async () => {
  const { cases, count } = await openPipeline();
  const report = withFiles(['a.png', png]);
  report.set('kind', 'misconduct');
  const { reference, secret } = accepted(await sendForm(cases, report, { language: 'en' }));
  expect((await cases.follow(reference, secret))?.files).toMatchObject([{ number: 1, type: 'image/png' }]);
  expect(await cases.exportCase(reference, secret)).toMatchObject({ sent: { files: 1 } });
  await cases.erase(reference, secret, 'case');
  expect(await cases.file(reference, secret, 1)).toBeUndefined();
  const praise = withFiles(['a.png', png]);
  praise.set('kind', 'compliment');
  accepted(await sendForm(cases, praise, { language: 'en' }));
  expect(await count('attachments')).toBe(0);
});

test('when the store fails, the files stay with the form, and are sent with it once there is room', async () => {
  const { cases, breakWrites } = await openPipeline();
  const mend = await breakWrites({ table: 'cases', on: 'insert', message: 'disk is full' });
  const form = withFiles(['a.png', png]);
  const failed = await postForm(cases, form, { language: 'sw' });
  if (failed.kind !== 'check') throw new Error(`expected to be kept, not ${failed.kind}`);
  expect(failed).toMatchObject({ status: 503, held: [{ name: 'a.png' }] });
  await mend();
  expect(await cases.receive(post(checkedForm(form, failed)), { language: 'sw' })).toMatchObject({ kind: 'saved', view: { files: [{ number: 1 }] } });
});

test('too many, too large and other files are told, and nothing is stored', async () => {
  const { cases, count } = await openPipeline();
  const problem = async (form: FormData): Promise<string | undefined> => {
    const result = await sendForm(cases, form, { language: 'en' });
    return result.ok ? undefined : result.problems[filesField];
  };
  expect(await problem(withFiles(...Array<[string, Buffer]>(4).fill(['a.png', png])))).toContain('More than 3 files');
  expect(await problem(withFiles(['a.png', png], ['b.png', Buffer.concat([png, Buffer.alloc(FILE_BYTES_MAX)])]))).toContain(
    'File 2 is larger than 2 MB',
  );
  expect(await problem(withFiles(['a.png', Buffer.from('<script>alert(1)</script>')]))).toContain('File 1 is no picture');
  const otherwiseWrong = withFiles(['a.png', png]);
  otherwiseWrong.set('whatHappened', 'short');
  otherwiseWrong.set('email', 'not an address');
  const refused = await sendForm(cases, otherwiseWrong, { language: 'en' });
  expect(refused).toMatchObject({ ok: false, values: { whatHappened: 'short', email: 'not an address' } });
  // In the order of the form.
  expect(Object.keys(refused.ok ? {} : refused.problems)).toEqual(['whatHappened', 'email']);
  expect([await count('cases'), await count('attachments')]).toEqual([0, 0]);
});

test('the same form with the same files is one case, with other files another', async () => {
  const { cases, count } = await openPipeline();
  const form = await checkPage(cases, withFiles(['a.png', png]), { language: 'en' });
  const first = accepted(await cases.submitComplaint(form, { language: 'en' }));
  // Its files are no longer held: they are the case's.
  expect(await count('held_files')).toBe(0);
  expect(accepted(await cases.submitComplaint(form, { language: 'en' }))).toEqual({ ...first, repeated: true });
  expect(accepted(await sendForm(cases, withFiles(['a.jpg', jpeg]), { language: 'en' })).repeated).toBe(false);
  expect([await count('cases'), await count('attachments')]).toEqual([2, 2]);
});
