import { expect, test } from 'vitest';
import { filesOfEvents } from '../../../src/database/migrations/files.ts';
import type { DeskOutcome, DeskView } from '../../../src/cases/desks/officer-desk.ts';
import { openDatabase } from '../../../src/database/open-database.ts';
import { CASE_FILES_MAX } from '../../../src/schemas/cases/submission.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, story, sendForm } from '../pipeline-fixture.ts';
import { attach, samplePdf, samplePicture } from '../sample-files.ts';
import type { Download } from '../../../src/web/answers.ts';

const email = 'amina@home.example';
const DESK = 'complaints@water.example';
const picture = await samplePicture();

async function started(fields: Record<string, string> = {}, ...files: Buffer[]) {
  const catcher = await catchMail();
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort });
  const sent = attach(complaintForm({ email, ...fields }), ...files);
  const { reference, secret } = accepted(await sendForm(pipeline.cases, sent, { language: 'en' }));
  await pipeline.cases.rounds.drain();
  const lastMailTo = async (recipient: string) =>
    (await readMail(catcher)).filter((mail) => mail.recipient === recipient).at(-1);
  const desk = /\/cases\/act\/\?t=(\S+)/.exec((await lastMailTo(DESK))?.text ?? '')?.[1] ?? '';
  return { pipeline, reference, secret, lastMailTo, desk };
}

type Started = Awaited<ReturnType<typeof started>>;

function form(fields: Record<string, string | number>, ...files: Buffer[]): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  return attach(data, ...files);
}

async function citizen(
  { pipeline, reference, secret }: Started,
  action: string,
  fields: Record<string, string>,
  ...files: Buffer[]
) {
  const version = (await pipeline.cases.citizen.follow(reference, secret))?.version ?? 0;
  return pipeline.cases.citizen.act(reference, secret, form({ action, version, ...fields }, ...files), 'en');
}

function view(outcome: DeskOutcome): DeskView {
  if (!('view' in outcome)) throw new Error(`the link opened nothing: ${outcome.kind}`);
  return outcome.view;
}

async function officer(
  { pipeline, desk }: Started,
  action: string,
  fields: Record<string, string>,
  ...files: Buffer[]
) {
  const { version } = view(await pipeline.cases.officer.show(desk)).case;
  return pipeline.cases.officer.act(desk, form({ action, version, ...fields }, ...files), 'en');
}

function bodyOf(file: Download | undefined): Buffer {
  return Buffer.from(file?.content ?? '');
}

test('a message may bring files: stored with it, freed of metadata, shown with it on both sides, told in the mail', async () => {
  const run = await started({}, samplePdf);
  const { pipeline, reference, secret, desk } = run;
  expect(await citizen(run, 'message', { text: 'This is the meter.' }, picture.taken, samplePdf)).toMatchObject({
    kind: 'done',
  });
  const shown = await pipeline.cases.citizen.follow(reference, secret);
  expect(shown?.timeline.at(-1)).toMatchObject({
    words: 'This is the meter.',
    files: [
      { number: 2, type: 'image/png', bytes: picture.clean.length, sender: 'citizen' },
      { number: 3, type: 'application/pdf' },
    ],
  });
  expect(shown?.timeline[0]?.files).toMatchObject([{ number: 1, type: 'application/pdf' }]);
  expect(view(await pipeline.cases.officer.show(desk)).case.timeline).toEqual(shown?.timeline);
  expect(bodyOf(await pipeline.cases.officer.file(desk, 2))).toEqual(picture.clean);
  expect(bodyOf(await pipeline.cases.citizen.file(reference, secret, 2))).toEqual(picture.clean);
  await pipeline.cases.rounds.drain();
  const mail = await run.lastMailTo(DESK);
  expect(mail?.text).toContain('> This is the meter.\n\n2 files came with it. The link to the case opens them.');
  expect(mail?.attachments).toEqual([]);
});

test('a file without words is a message, and an empty form is none', async () => {
  const run = await started();
  expect(await citizen(run, 'message', {}, picture.taken)).toMatchObject({ kind: 'done' });
  await run.pipeline.cases.rounds.drain();
  expect((await run.lastMailTo(DESK))?.text).toContain('The citizen sent a file.\n\nA file came with it.');
  expect(await citizen(run, 'message', { text: 'ok' }, picture.taken)).toMatchObject({ kind: 'done' });
  expect(await citizen(run, 'message', {})).toMatchObject({
    kind: 'refused',
    problems: { text: 'Nothing is written and no file is attached. Write a few words, or attach a file.' },
  });
  expect(await citizen(run, 'message', { text: 'ok' })).toMatchObject({
    kind: 'refused',
    values: { text: 'ok' },
    problems: { text: '“Your message” is too short. Write at least 5 characters.' },
  });
});

test('an officer answers with a paper; the citizen has it beside the answer', async () => {
  const run = await started();
  const { pipeline, reference, secret } = run;
  expect(await officer(run, 'answer', { text: 'Here is the record.' }, samplePdf)).toMatchObject({ kind: 'done' });
  await pipeline.cases.rounds.drain();
  expect((await run.lastMailTo(email))?.text).toContain(
    '> Here is the record.\n\nA file came with it. The link to the case opens it.',
  );
  expect((await pipeline.cases.citizen.follow(reference, secret))?.timeline.at(-1)).toMatchObject({
    event: { kind: 'answered', files: 1 },
    files: [{ number: 1, sender: 'officer' }],
  });
  expect(bodyOf(await pipeline.cases.citizen.file(reference, secret, 1))).toEqual(samplePdf);
  expect(await officer(run, 'answer', {}, samplePdf)).toMatchObject({
    kind: 'refused',
    problems: { text: expect.any(String) as string },
  });
  expect(await officer(run, 'resolve', { outcome: 'remedied', text: 'It is laid.' }, picture.taken)).toMatchObject({
    kind: 'done',
  });
  // Closed: a file may come only with the wish to open it again.
  expect(await citizen(run, 'message', { text: 'Look at this.' }, picture.taken)).toMatchObject({
    kind: 'changed',
    values: { text: 'Look at this.' },
  });
  expect(await citizen(run, 'reopen', {}, picture.taken)).toMatchObject({ kind: 'done', view: { resolution: 'open' } });
  expect((await pipeline.cases.citizen.follow(reference, secret))?.files.map(({ sender }) => sender)).toEqual([
    'officer',
    'officer',
    'citizen',
  ]);
});

test('a form that is refused or comes too late comes back with its words and the files that can be taken; the case gets none', async () => {
  const run = await started();
  const { pipeline, reference, secret } = run;
  const script = Buffer.from('<script>alert(1)</script>');
  expect(await citizen(run, 'message', { text: 'Look at this.' }, picture.taken, script)).toMatchObject({
    kind: 'refused',
    values: { text: 'Look at this.' },
    problems: { files: expect.stringMatching(/^File 2 is no picture/) as string },
    held: [{ name: 'IMG_0.html', type: 'image/png' }],
  });
  // What is wrong with the file is the only thing that is wrong.
  const refused = await citizen(run, 'message', {}, script);
  expect(Object.keys(refused && 'problems' in refused ? (refused.problems ?? {}) : {})).toEqual(['files']);
  const late = form({ action: 'message', version: 1, text: 'Look at this.' }, picture.taken);
  await citizen(run, 'message', { text: 'I was first.' });
  expect(await pipeline.cases.citizen.act(reference, secret, late, 'en')).toMatchObject({
    kind: 'changed',
    action: 'message',
    values: { text: 'Look at this.' },
    problems: {},
    held: [{ name: 'IMG_0.html' }],
  });
  expect(await officer(run, 'ask', { text: 'Which street is it?' }, samplePdf)).toMatchObject({ kind: 'done' });
  expect(await pipeline.count('attachments')).toBe(0);
});

test('event and files are one transaction', async () => {
  const run = await started();
  const mend = await run.pipeline.breakWrites({ table: 'attachments', on: 'insert', message: 'disk is full' });
  expect(await citizen(run, 'message', { text: 'Look at this.' }, picture.taken)).toMatchObject({
    kind: 'failed',
    values: { text: 'Look at this.' },
  });
  await mend();
  const shown = await run.pipeline.cases.citizen.follow(run.reference, run.secret);
  expect(shown?.version).toBe(1);
  expect(await run.pipeline.count('case_words')).toBe(0);
});

test('a double tap adds its files once', async () => {
  const run = await started();
  const tap = () =>
    run.pipeline.cases.citizen.act(
      run.reference,
      run.secret,
      form({ action: 'message', version: 1 }, picture.taken),
      'en',
    );
  expect((await Promise.all([tap(), tap()])).map((outcome) => outcome?.kind).sort()).toEqual(['changed', 'done']);
  expect(await run.pipeline.count('attachments')).toBe(1);
});

test('a case holds so many files from each side, and says how many more', async () => {
  const run = await started({}, samplePdf, samplePdf);
  for (let sent = 2; sent + 3 <= CASE_FILES_MAX; sent += 3)
    await citizen(run, 'message', {}, samplePdf, samplePdf, samplePdf);
  expect(await citizen(run, 'message', {}, samplePdf, samplePdf)).toMatchObject({
    kind: 'refused',
    problems: { files: expect.stringContaining('there is room for 1 more') as string },
  });
  expect(await citizen(run, 'message', {}, samplePdf)).toMatchObject({ kind: 'done' });
  expect(await citizen(run, 'message', {}, samplePdf)).toMatchObject({
    kind: 'refused',
    problems: { files: `This case has the ${CASE_FILES_MAX} files that it can hold from you. Say the rest in words.` },
  });
  expect(await officer(run, 'answer', { text: 'Here is the record.' }, samplePdf)).toMatchObject({ kind: 'done' });
});

test('with the name go the citizen’s files, from every page and mail; the office’s stay', async () => {
  const run = await started({}, picture.taken);
  const { pipeline, reference, secret } = run;
  await citizen(run, 'message', {}, samplePdf);
  await officer(run, 'answer', { text: 'Here is the record.' }, samplePdf);
  const figures = await pipeline.cases.statistics.ofAgency('water');
  expect(await pipeline.cases.citizen.erase(reference, secret, 'identity')).toBe(true);
  expect(await pipeline.cases.statistics.ofAgency('water')).toEqual(figures);
  const shown = await pipeline.cases.citizen.follow(reference, secret);
  expect(shown?.files).toMatchObject([{ number: 3, sender: 'officer' }]);
  expect(shown?.timeline.at(-1)?.event).toMatchObject({ kind: 'identity-erased', files: 2 });
  expect(await pipeline.cases.citizen.file(reference, secret, 1)).toBeUndefined();
  expect(await pipeline.cases.officer.file(run.desk, 2)).toBeUndefined();
  // The letters that told of files had not gone out yet.
  await pipeline.cases.rounds.drain();
  expect((await run.lastMailTo(DESK))?.text).not.toMatch(/files? came with it/);
  // Asked twice, it is done once.
  const { timeline } = shown ?? {};
  await pipeline.cases.citizen.erase(reference, secret, 'identity');
  expect(
    (await pipeline.cases.citizen.follow(reference, secret))?.timeline.filter(
      ({ event }) => event.kind === 'identity-erased',
    ),
  ).toHaveLength(1);
  expect(timeline?.[0]?.files).toEqual([]);
  const [row] = await pipeline.query('select matter from cases');
  expect(JSON.parse(String(row?.['matter']))).not.toHaveProperty('files');
});

test('the export lists each file: number, type, size, when, by whom, with what', async () => {
  const run = await started({}, picture.taken);
  const { pipeline, reference, secret } = run;
  pipeline.passTime(60_000);
  await officer(run, 'answer', { text: 'Here is the record.' }, samplePdf);
  const data = await pipeline.cases.citizen.export(reference, secret);
  expect(data?.files).toMatchObject([
    {
      number: 1,
      type: 'image/png',
      bytes: picture.clean.length,
      at: '2026-03-10T09:00:00.000Z',
      by: 'citizen',
      with: 1,
    },
    { number: 2, type: 'application/pdf', bytes: samplePdf.length, at: '2026-03-10T09:01:00.000Z', by: 'officer' },
  ]);
  expect(JSON.stringify(data?.events.at(-1))).toContain('Here is the record.');
});

test('files of before events had any are those of the first form', async () => {
  const { pipeline, reference, secret } = await started({}, picture.taken);
  const before = await pipeline.cases.citizen.follow(reference, secret);
  for (const column of ['sequence', 'sender']) await pipeline.query(`alter table attachments drop column ${column}`);
  const db = await openDatabase(pipeline.databaseFile);
  await filesOfEvents.up(db);
  await db.destroy();
  expect((await pipeline.cases.citizen.follow(reference, secret))?.files).toEqual(before?.files);
  expect((await pipeline.cases.citizen.follow(reference, secret))?.answers('en').map(({ value }) => value)).toContain(
    story,
  );
});

test('citizen and officer at once never make two files of one number', async () => {
  const run = await started();
  const outcomes = await Promise.all([
    citizen(run, 'message', {}, samplePdf),
    officer(run, 'answer', { text: 'Here it is.' }, samplePdf),
  ]);
  expect(outcomes.filter((outcome) => outcome?.kind === 'done').length).toBeGreaterThan(0);
  const numbers = (await run.pipeline.cases.citizen.follow(run.reference, run.secret))?.files.map(
    ({ number }) => number,
  );
  expect(numbers).toEqual(numbers?.map((_, index) => index + 1));
});
