import { expect, test } from 'vitest';
import { eraseAgain } from '../../../src/cases/desks/erase-again.ts';
import { readErasures } from '../../../src/cases/store/erasures.ts';
import { openDatabase } from '../../../src/database/open-database.ts';
import type { InformationLaw } from '../../../src/schemas/information-law.ts';
import type { Submission } from '../../../src/schemas/cases/submission.ts';
import { giveInformationLaw, lawRules, testRegister } from '../register-fixture.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, sendForm } from '../pipeline-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const wanted = 'The list of contracts for pipes that were let in River Town.';
const reworded = 'Contracts for pipes let in River Town.';
const who = { email: 'amina@home.example', name: 'Amina Otieno', phone: '0712 345 678' };

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

async function asked(fields: Record<string, string> = { publish: 'yes' }, rules: Partial<InformationLaw> = {}) {
  const catcher = await catchMail();
  const register = testRegister((whole) => giveInformationLaw(whole, 'ombudsman', rules));
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort, register: () => Promise.resolve(register) });
  const to = async (recipient: string) => (await readMail(catcher)).filter((mail) => mail.recipient === recipient);
  const send = async (more: Record<string, string> = {}) =>
    accepted(
      await sendForm(
        pipeline.cases,
        complaintForm({ kind: 'information-request', details: wanted, ...who, ...fields, ...more }),
        { language: 'en' },
      ),
    );
  const keys = await send();
  await pipeline.cases.rounds.drain();
  const reviewMails = async () =>
    (await to('operator@portal.example')).filter(({ text }) => text?.includes('/cases/review/?t='));
  const token = async () => /\/cases\/review\/\?t=(\S+)/.exec((await reviewMails()).at(-1)?.text ?? '')?.[1] ?? '';
  const officer = /\/cases\/act\/\?t=(\S+)/.exec((await to('complaints@water.example'))[0]?.text ?? '')?.[1] ?? '';
  const list = async () => (await pipeline.cases.published.list({ agency: 'water', limit: 20 })).requests;
  const review = async (given: Record<string, string>) => pipeline.cases.review.act(await token(), form(given), 'en');
  const act = async (action: string, version = 0) => {
    const view = await pipeline.cases.citizen.follow(keys.reference, keys.secret);
    return pipeline.cases.citizen.act(
      keys.reference,
      keys.secret,
      form({ action, version: String(version || view?.version || 0) }),
      'en',
    );
  };
  const close = async (action: 'grant' | 'grant-in-part', text: string) => {
    const shown = await pipeline.cases.officer.show(officer);
    const version = 'view' in shown ? String(shown.view.case.version) : '';
    const done = await pipeline.cases.officer.act(
      officer,
      form({ action, version, text, withheld: 'The names of bidders.', sections: '6(1)(e)' }),
      'en',
    );
    expect(done).toMatchObject({ kind: 'done' });
    await pipeline.cases.rounds.drain();
  };
  return { ...pipeline, ...keys, to, send, reviewMails, token, officer, list, review, act, close };
}

test('leave to publish is not given unless the box is ticked, and a complaint never has it', async () => {
  const { cases, reference, secret, reviewMails, query } = await asked({});
  expect((await cases.citizen.follow(reference, secret))?.publication).toEqual({ allowed: false, refused: false });
  expect(await reviewMails()).toEqual([]);
  const complaint = accepted(await sendForm(cases, complaintForm({ publish: 'yes' }), { language: 'en' }));
  const view = await cases.citizen.follow(complaint.reference, complaint.secret);
  expect(view?.publication).toBeUndefined();
  expect(view?.can).not.toContain('allow-publication');
  for (const { matter } of await query('select matter from cases'))
    expect((JSON.parse(String(matter)) as Submission).publish).toBeUndefined();
});

test('nothing is public before the operator has read it, and then only the words they publish', async () => {
  const { cases, list, reviewMails, token, review, to, reference, secret } = await asked({
    publish: 'yes',
    period: '2024',
  });
  expect(await list()).toEqual([]);
  const [mail] = await reviewMails();
  expect(mail?.subject).toBe(`${reference}: to be reviewed before publication`);
  for (const words of [wanted, ...Object.values(who)]) expect(mail?.raw).not.toContain(words);
  const shown = await cases.review.show(await token());
  expect(shown).toMatchObject({
    view: { original: { words: `${wanted}\n\nIt is about this time: 2024`, answer: '' }, details: [] },
  });
  expect(JSON.stringify(shown)).not.toContain('Amina');
  expect(await list()).toEqual([]);

  expect(await review({ action: 'publish', words: reworded })).toMatchObject({ kind: 'done' });
  const [request] = await list();
  expect(request).toMatchObject({
    words: reworded,
    answerWaits: false,
    case: { state: 'waiting', due: '2026-03-31', agencyName: 'Water Board' },
  });
  expect(request?.answer).toBeUndefined();
  for (const words of [wanted, reference, ...Object.values(who)]) expect(JSON.stringify(request)).not.toContain(words);
  expect(await cases.published.one('water', request?.page ?? '')).toEqual(request);
  expect(await cases.published.one('roads', request?.page ?? '')).toBeUndefined();

  await cases.rounds.drain();
  const told = (await to(who.email)).at(-1)?.text;
  expect(told).toContain('It was reviewed, reworded and published.');
  expect(told).toContain(`https://portal.example/xx/water/requests/${request?.page}/`);
  expect((await cases.citizen.follow(reference, secret))?.publication).toMatchObject({ page: request?.page });
});

test('the office is sent the request as it was written, and nothing of what the operator tells the asker', async () => {
  const { cases, review, to, officer, close, reference, secret } = await asked();
  expect((await to('complaints@water.example'))[0]?.text).toContain(`> ${wanted}`);
  await review({ action: 'publish', words: reworded });
  expect(await review({ action: 'refuse', text: 'It names you, Amina Otieno.' })).toMatchObject({ kind: 'done' });
  await close('grant', 'Here is the list.');
  const shown = JSON.stringify(await cases.officer.show(officer));
  expect(shown).not.toContain('It names you');
  expect(shown).not.toContain(reworded);
  for (const { text } of await to('complaints@water.example')) expect(text).not.toContain('It names you');
  await cases.rounds.drain();
  expect((await to(who.email)).map(({ text }) => text).join()).toContain('> It names you, Amina Otieno.');
  expect((await cases.citizen.follow(reference, secret))?.timeline.map(({ words }) => words)).toContain(
    'It names you, Amina Otieno.',
  );
});

test('an answer is reviewed before it is public, also one that comes later', async () => {
  const { list, review, reviewMails, close, passTime, cases, token } = await asked();
  await review({ action: 'publish', words: reworded });
  passTime(7 * DAY_MS);
  await close('grant-in-part', 'Ask Mr Kamau on 0722 000 111 for the rest.');
  expect((await list())[0]).toMatchObject({
    answerWaits: true,
    case: { state: 'given-in-part', due: '2026-03-31', cited: ['6(1)(e)'] },
  });
  expect(JSON.stringify((await list())[0])).not.toContain('Kamau');
  expect((await reviewMails()).at(-1)?.text).toContain('has an answer');
  expect(await cases.review.show(await token())).toMatchObject({
    view: {
      proposed: {
        words: reworded,
        // What was kept back is not read as a part of what was answered.
        answer: 'Ask Mr Kamau on 0722 000 111 for the rest.\n\nWhat is withheld:\nThe names of bidders.',
      },
      details: [{ kind: 'number', found: '0722 000 111' }],
    },
  });
  const upTo = '9';
  await review({ action: 'publish', words: reworded, answer: 'Ask the office for the rest.', upTo });
  const [request] = await list();
  expect(request).toMatchObject({
    answer: 'Ask the office for the rest.',
    answerWaits: false,
    case: { pace: { kind: 'answered', taken: 7 } },
  });
});

test('what the operator had on screen before an answer came does not count as a review of it', async () => {
  const { list, review, close } = await asked();
  await close('grant', 'Here is the list.');
  await review({ action: 'publish', words: reworded, answer: '', upTo: '1' });
  expect((await list())[0]).toMatchObject({ answerWaits: true });
});

test('words that may tell who somebody is are published only after a second look', async () => {
  const { list, review } = await asked();
  const words = 'I, Amina, want the contracts. Write to amina@home.example or +254 (0) 712-345-678.';
  expect(await review({ action: 'publish', words })).toMatchObject({
    kind: 'refused',
    values: { words },
    problems: { sure: expect.any(String) },
    details: [
      { kind: 'email', found: 'amina@home.example' },
      { kind: 'number', found: '+254 (0) 712-345-678' },
      { kind: 'name', found: 'Amina' },
      { kind: 'name', found: 'amina' },
    ],
  });
  expect(await list()).toEqual([]);
  expect(await review({ action: 'publish', words, sure: 'yes' })).toMatchObject({ kind: 'done' });
  expect(await list()).toHaveLength(1);
});

test('leave that is taken back takes what is published away at once, and can be given again', async () => {
  const { cases, list, review, act, token, reviewMails, query, passTime } = await asked();
  await review({ action: 'publish', words: reworded });
  const [request] = await list();
  const before = (await reviewMails()).length;
  // Whatever happened to the case since the page was opened.
  expect(await act('end-publication', 99)).toMatchObject({ kind: 'done' });
  expect(await list()).toEqual([]);
  expect(await cases.published.one('water', request?.page ?? '')).toBeUndefined();
  expect(await query('select * from published_requests')).toEqual([]);
  expect(await review({ action: 'publish', words: reworded })).toMatchObject({ kind: 'changed' });
  expect(await list()).toEqual([]);

  passTime(60_000);
  expect(await act('allow-publication')).toMatchObject({ kind: 'done' });
  expect(await list()).toEqual([]);
  await cases.rounds.drain();
  expect(await reviewMails()).toHaveLength(before + 1);
  // What was reworded is forgotten: the next review begins with the words as they were written.
  expect(await cases.review.show(await token())).toMatchObject({ view: { proposed: { words: wanted } } });
  await review({ action: 'publish', words: reworded });
  expect((await list())[0]?.page).not.toBe(request?.page);
});

test.each(['erased', 'kept for its time'])('with a case that is %s goes what was published of it', async (how) => {
  const { cases, list, review, close, reference, secret, passTime, query } = await asked();
  await review({ action: 'publish', words: reworded });
  await close('grant-in-part', 'Here is the list.');
  expect(await list()).toHaveLength(1);
  if (how === 'erased') await cases.citizen.erase(reference, secret, 'case');
  else {
    passTime(60 * 31 * DAY_MS);
    expect(await cases.rounds.deleteOld()).toBe(1);
  }
  expect(await list()).toEqual([]);
  expect(await query('select * from published_requests')).toEqual([]);
  expect(JSON.stringify(await query('select data from past_events'))).not.toMatch(
    /\\"(?:page|words|withheld)\\":\\"[^\\]/,
  );
});

test('a backup does not bring back what was published, nor the leave to publish it', async () => {
  const { cases, list, review, act, databaseFile, query, reference, secret, passTime } = await asked();
  await review({ action: 'publish', words: reworded });
  const [row] = await query('select * from published_requests');
  const [event] = await query("select max(sequence) as last from events where kind = 'published'");
  await act('end-publication');
  const db = await openDatabase(databaseFile);
  try {
    // As a backup of before would put it back.
    await db.deleteFrom('events').where('sequence', '>', Number(event?.['last'])).execute();
    await db
      .insertInto('published_requests')
      .values(row as never)
      .execute();
    expect(await list()).toHaveLength(1);
    passTime(60_000);
    await eraseAgain(db, await readErasures(db), new Date('2026-03-11T09:00:00Z'));
  } finally {
    await db.destroy();
  }
  expect(await list()).toEqual([]);
  expect((await cases.citizen.follow(reference, secret))?.publication?.allowed).toBe(false);
});

test('neither the asker nor an office can publish with the links and the secret that they have', async () => {
  const { cases, officer, secret, reference, token, list } = await asked();
  const shown = await cases.review.show(officer);
  expect(shown).toEqual({ kind: 'unknown' });
  expect(await cases.officer.show(await token())).toEqual({ kind: 'unknown' });
  expect(await cases.citizen.rating(await token())).toEqual({ kind: 'unknown' });
  expect(await cases.review.show(officer.replace('.1.', '.review.'))).toEqual({ kind: 'unknown' });
  expect(await cases.citizen.act(reference, secret, form({ action: 'publish', version: '1' }), 'en')).toMatchObject({
    kind: 'changed',
  });
  expect(await list()).toEqual([]);
});

test('of requests that are late the day by the law is told, and pages hold so many, the newest first', async () => {
  const { cases, review, list, send, passTime, token } = await asked();
  await review({ action: 'publish', words: reworded });
  passTime(DAY_MS);
  await send({ details: 'Minutes of the board of the second quarter.' });
  await cases.rounds.drain();
  expect(await cases.review.show(await token())).toMatchObject({
    view: { original: { words: expect.stringContaining('Minutes') } },
  });
  await review({ action: 'publish', words: 'Minutes of the board of the second quarter.' });
  expect((await list()).map(({ words }) => words)).toEqual(['Minutes of the board of the second quarter.', reworded]);
  expect(await cases.published.list({ limit: 1, offset: 1 })).toMatchObject({
    total: 2,
    requests: [{ words: reworded }],
  });
  expect(await cases.published.list({ limit: 20, offset: 40 })).toEqual({ total: 2, requests: [] });
  passTime(30 * DAY_MS);
  await cases.rounds.tick();
  expect((await list()).at(-1)).toMatchObject({ case: { state: 'overdue', due: '2026-03-31' } });
  expect([...(await cases.published.counts())]).toEqual([['water', 2]]);
});

test('the day that is told moves with an extension after a word that decides nothing, and with a reopening', async () => {
  const { extension } = lawRules;
  const { cases, review, list, passTime, officer, act, reference, secret } = await asked(
    { publish: 'yes' },
    { extension },
  );
  await review({ action: 'publish', words: reworded });
  const version = async () => String((await cases.citizen.follow(reference, secret))?.version);
  const office = async (action: string, more: Record<string, string> = {}) =>
    expect(
      await cases.officer.act(
        officer,
        form({ action, version: await version(), text: 'We have looked at it.', ...more }),
        'en',
      ),
    ).toMatchObject({ kind: 'done' });
  const due = async () => (await list())[0]?.case;
  passTime(DAY_MS);
  await office('answer');
  expect(await due()).toMatchObject({ state: 'waiting', due: '2026-03-31' });
  await office('extend', { days: '7', ground: 'Necessary consultations' });
  expect(await due()).toMatchObject({ state: 'waiting', due: '2026-04-07' });
  await office('refuse', { sections: '6(1)(e)' });
  expect(await due()).toMatchObject({ state: 'refused', due: '2026-04-07' });
  passTime(40 * DAY_MS);
  expect(await act('reopen')).toMatchObject({ kind: 'refused' });
  await cases.citizen.act(
    reference,
    secret,
    form({ action: 'reopen', version: await version(), text: 'You overlooked the annex.' }),
    'en',
  );
  expect(await due()).toMatchObject({ state: 'waiting', due: '2026-05-11' });
});

test('the export holds what is published', async () => {
  const { cases, review, reference, secret } = await asked();
  await review({ action: 'publish', words: reworded });
  expect(await cases.citizen.export(reference, secret)).toMatchObject({ published: { words: reworded, answer: null } });
});
