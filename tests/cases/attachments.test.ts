import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sniffType } from '../../src/cases/files/sniff.ts';
import { cleanPicture } from '../../src/cases/files/clean-picture.ts';
import { gatherFiles } from '../../src/cases/files/form-files.ts';
import { filesField } from '../../src/cases/files/take-files.ts';
import {
  accepted,
  catchMail,
  checkedForm,
  checkPage,
  complaintForm,
  openPipeline,
  postForm,
  readMail,
  sendForm,
} from './pipeline-fixture.ts';
import { samplePicture } from './sample-files.ts';
import { FILE_BYTES_MAX } from '../../src/schemas/cases/attachment.ts';
import { confidentialFile, type Download } from '../../src/web/answers.ts';

const png = (await samplePicture()).taken;
const jpeg = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#123456' } })
  .jpeg()
  .toBuffer();
const webp = await sharp(jpeg).webp().toBuffer();

test('files are known by their bytes, not by their names', () => {
  expect([jpeg, png, webp, Buffer.from('%PDF-1.7')].map(sniffType)).toEqual([
    'image/jpeg',
    'image/png',
    'image/webp',
    'application/pdf',
  ]);
  for (const other of ['<svg onload="alert(1)">', 'GIF89a', 'PK\u0003\u0004', '<html>', ''])
    expect(sniffType(Buffer.from(other))).toBeUndefined();
});

const post = (body: FormData): Request => new Request('http://portal.example/cases/new/', { method: 'POST', body });

function bodyOf(file: Download | undefined): Buffer {
  return Buffer.from(file?.content ?? '');
}

function withFiles(...files: [string, Buffer][]): FormData {
  const form = complaintForm();
  for (const [name, content] of files)
    form.append(filesField, new File([new Uint8Array(content)], name, { type: 'text/html' }));
  return form;
}

test('files of whoever sends too many are not even looked at: others wait for each picture that is drawn', async () => {
  const form = withFiles(['a.png', png], ['b.gif', Buffer.from('GIF89a')]);
  const db = undefined as unknown as Parameters<typeof gatherFiles>[0]['db'];
  const gathered = await gatherFiles({ db, clock: () => new Date(), holdLimit: { mayHold: () => false } }, form, {
    language: 'en',
  });
  expect(gathered).toEqual({
    held: [],
    lost: false,
    problem: expect.stringMatching(/^Too many files[^.]*\. [^.]*\.$/),
  });
});

test('files are stored with the case, freed of metadata, and given out as a download that nothing runs', async () => {
  const catcher = await catchMail();
  const { cases, passTime } = await openPipeline({ smtpPort: catcher.smtpPort });
  const pdf = Buffer.from('%PDF-1.7 as it came');
  const outcome = await postForm(cases, withFiles(['../../<b>.html', jpeg], ['scan.pdf', pdf]), { language: 'en' });
  if (outcome.kind !== 'saved') throw new Error(`expected to be saved, not ${outcome.kind}`);
  const { view, secret } = outcome;
  const clean = await cleanPicture(jpeg, 'image/jpeg', FILE_BYTES_MAX);
  const drawn = 'content' in clean ? clean.content : Buffer.alloc(0);
  expect(view.files).toEqual([
    { number: 1, type: 'image/jpeg', bytes: drawn.length, sequence: 1, sender: 'citizen' },
    { number: 2, type: 'application/pdf', bytes: pdf.length, sequence: 1, sender: 'citizen' },
  ]);
  const picture = await cases.citizen.file(view.reference, secret, 1);
  expect(Object.fromEntries(picture ? confidentialFile(picture).headers : [])).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename="${view.reference}-1.jpg"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
  expect(bodyOf(picture)).toEqual(drawn);
  for (const [reference, key, number] of [
    [view.reference, secret, 3],
    [view.reference, secret, Number.NaN],
    [view.reference, 'wrong', 1],
    ['2222-2222', secret, 1],
  ] as const) {
    expect(await cases.citizen.file(reference, key, number)).toBeUndefined();
  }

  await cases.rounds.drain();
  const [mail] = await readMail(catcher);
  expect(mail?.text).toContain('2 files came with it. The link to the case opens them.');
  expect(mail?.attachments).toEqual([]);
  const token = /\/cases\/act\/\?t=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(await cases.officer.show(token)).toMatchObject({ view: { case: { files: view.files } } });
  expect(bodyOf(await cases.officer.file(token, 2))).toEqual(pdf);
  expect(await cases.officer.file(`${token.slice(0, -1)}_`, 2)).toBeUndefined();
  passTime(181 * 24 * 60 * 60 * 1000);
  expect(await cases.officer.file(token, 2)).toBeUndefined();
});

test('a report of misconduct may come with files, and they are deleted with it; praise has no place for any', async () => {
  const { cases, count } = await openPipeline();
  const report = withFiles(['a.png', png]);
  report.set('kind', 'misconduct');
  const { reference, secret } = accepted(await sendForm(cases, report, { language: 'en' }));
  expect((await cases.citizen.follow(reference, secret))?.files).toMatchObject([{ number: 1, type: 'image/png' }]);
  expect(await cases.citizen.export(reference, secret)).toMatchObject({ sent: { files: 1 } });
  await cases.citizen.erase(reference, secret, 'case');
  expect(await cases.citizen.file(reference, secret, 1)).toBeUndefined();
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
  expect(await cases.intake.receive(post(checkedForm(form, failed)), { language: 'sw' })).toMatchObject({
    kind: 'saved',
    view: { files: [{ number: 1 }] },
  });
});

test('too many, too large and other files are told, and nothing is stored', async () => {
  const { cases, count } = await openPipeline();
  const problem = async (form: FormData): Promise<string | undefined> => {
    const result = await sendForm(cases, form, { language: 'en' });
    return result.ok ? undefined : result.problems[filesField];
  };
  expect(await problem(withFiles(...Array<[string, Buffer]>(4).fill(['a.png', png])))).toContain('More than 3 files');
  expect(
    await problem(withFiles(['a.png', png], ['b.png', Buffer.concat([png, Buffer.alloc(FILE_BYTES_MAX)])])),
  ).toContain('File 2 is larger than 2 MB');
  expect(await problem(withFiles(['a.png', Buffer.from('<script>alert(1)</script>')]))).toContain(
    'File 1 is no picture',
  );
  const otherwiseWrong = withFiles(['a.png', png]);
  otherwiseWrong.set('details', 'short');
  otherwiseWrong.set('email', 'not an address');
  const refused = await sendForm(cases, otherwiseWrong, { language: 'en' });
  expect(refused).toMatchObject({ ok: false, values: { details: 'short', email: 'not an address' } });
  // In the order of the form.
  expect(Object.keys(refused.ok ? {} : refused.problems)).toEqual(['details', 'email']);
  expect([await count('cases'), await count('attachments')]).toEqual([0, 0]);
});

test('the same form with the same files is one case, with other files another', async () => {
  const { cases, count } = await openPipeline();
  const form = await checkPage(cases, withFiles(['a.png', png]), { language: 'en' });
  const first = accepted(await cases.intake.submit(form, { language: 'en' }));
  // Its files are no longer held: they are the case's.
  expect(await count('held_files')).toBe(0);
  expect(accepted(await cases.intake.submit(form, { language: 'en' }))).toEqual({ ...first, repeated: true });
  expect(accepted(await sendForm(cases, withFiles(['a.jpg', jpeg]), { language: 'en' })).repeated).toBe(false);
  expect([await count('cases'), await count('attachments')]).toEqual([2, 2]);
});
