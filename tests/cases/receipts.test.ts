import type { APIContext } from 'astro';
import { expect, test } from 'vitest';
import type { Cases } from '../../src/cases/cases.ts';
import { checkKeptReceipt, checkStore } from '../../src/cases/receipts/check-store.ts';
import { rotateKey } from '../../src/cases/receipts/keys.ts';
import { checkChain, checkSignature, provesWords } from '../../src/cases/receipts/verify.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Database } from '../../src/database/tables.ts';
import { GET } from '../../src/pages/receipts/[day].json.ts';
import { signedReceipt, type SignedReceipt } from '../../src/schemas/cases/receipt.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, sendForm, story } from './pipeline-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const secret = 'a secret for tests that is long enough';
const portal = 'https://portal.example';

async function give(cases: Cases, fields: Record<string, string> = {}) {
  const keys = accepted(await sendForm(cases, complaintForm(fields), { language: 'en' }));
  const read = async (): Promise<SignedReceipt> => {
    const given = await cases.citizen.receipt(keys.reference, keys.secret);
    if (!given?.receipt) throw new Error('no receipt was given');
    return given.receipt;
  };
  return { ...keys, read, receipt: await read() };
}

const findings = async (cases: Cases, receipt: SignedReceipt): Promise<string[]> => {
  const keys = await cases.receipts.keys();
  const read = async (day?: string) => cases.receipts.day(day);
  return [await checkSignature(receipt, keys, portal), await checkChain(receipt, keys, read)];
};

/** Does something to the database beside the portal, as its operator could. */
async function behindItsBack<T>(file: string, act: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(file);
  try {
    return await act(db);
  } finally {
    await db.destroy();
  }
}

const kindsOf = async (file: string): Promise<string[]> =>
  behindItsBack(file, async (db) => (await checkStore(db, secret)).problems.map(({ kind }) => kind));

test('whoever sends something gets a receipt that says to whom, when and until when, and nothing of what', async () => {
  const { cases } = await openPipeline();
  const { reference, receipt, secret: own } = await give(cases, { name: 'Amina Otieno', where: 'Kisumu' });
  expect(signedReceipt.parse(receipt)).toEqual(receipt);
  expect(receipt.statement).toMatchObject({
    portal,
    reference,
    body: { id: 'water', name: 'Water Board' },
    kind: 'complaint',
    received: '2026-03-10T09:00:00.000Z',
    term: { max: 10, unit: 'working-days', basis: 'portal' },
    due: '2026-03-21',
    day: '2026-03-10',
    previous: { day: '2026-03-09' },
  });
  const all = JSON.stringify(receipt);
  for (const word of [story, 'Kisumu', 'Amina', own]) expect(all).not.toContain(word);
  expect(await findings(cases, receipt)).toEqual(['valid', 'day-open']);
});

test('the receipt proves the words, however they are copied, and no others', async () => {
  const { cases } = await openPipeline();
  const {
    receipt,
    reference,
    secret: own,
  } = await give(cases, {
    details: 'Nilikwenda mara tatu.\r\nHakuna aliyekuja, café ilikuwa imefungwa.  ',
    where: 'Kisumu',
    email: 'amina@home.example',
  });
  const words = 'Nilikwenda mara tatu.\nHakuna aliyekuja, cafe\u0301 ilikuwa imefungwa.\nwhere: Kisumu\n';
  expect(await provesWords(receipt, words)).toBe(true);
  expect(await provesWords(receipt, words.replace('tatu', 'nne'))).toBe(false);
  const given = await cases.citizen.receipt(reference, own);
  expect(await provesWords(receipt, given?.words ?? '')).toBe(true);
  // Who wrote it can be erased; what was written is still proved.
  await cases.citizen.erase(reference, own, 'identity');
  expect(await provesWords(receipt, (await cases.citizen.receipt(reference, own))?.words ?? '')).toBe(true);
});

test('a receipt in which anything was changed, or that somebody else signed, is not genuine', async () => {
  const { cases } = await openPipeline();
  const { receipt } = await give(cases);
  const { statement } = receipt;
  const keys = await cases.receipts.keys();
  const changes: Partial<SignedReceipt['statement']>[] = [
    { due: '2026-04-21' },
    { received: '2026-03-01T09:00:00.000Z' },
    { body: { id: 'roads', name: 'Roads Board' } },
    { kind: 'compliment' },
    { hash: '0'.repeat(64) },
    { day: '2026-03-11' },
    { reference: 'K7M2-9QXF' },
  ];
  for (const change of changes)
    expect(await checkSignature({ ...receipt, statement: { ...statement, ...change } }, keys, portal)).toBe('altered');
  expect(await checkSignature({ ...receipt, signature: 'A'.repeat(86) }, keys, portal)).toBe('altered');
  expect(await checkSignature({ ...receipt, key: '0'.repeat(16) }, keys, portal)).toBe('unknown-key');
  const { cases: others } = await openPipeline();
  expect(await checkSignature(receipt, await others.receipts.keys(), 'https://another.example')).toBe('other-portal');
});

test('after the key was changed, old receipts still verify, and new ones are signed with the new key', async () => {
  const { cases, databaseFile } = await openPipeline();
  const before = await give(cases);
  await behindItsBack(databaseFile, (db) => rotateKey({ db, secret, clock: () => new Date('2026-03-10T10:00:00Z') }));
  const after = await give(cases, { details: 'Nobody has answered the telephone for weeks.' });
  expect(after.receipt.key).not.toBe(before.receipt.key);
  expect(await findings(cases, before.receipt)).toEqual(['valid-by-earlier-key', 'day-open']);
  expect(await findings(cases, after.receipt)).toEqual(['valid', 'day-open']);
  // Given again it is signed with the key of today, and says the same.
  const again = await before.read();
  expect(again.key).toBe(after.receipt.key);
  expect(again.statement).toEqual(before.receipt.statement);
  // The private part is gone.
  const stored = await behindItsBack(databaseFile, (db) => db.selectFrom('receipt_keys').selectAll().execute());
  expect(stored.map(({ sealed_key: sealed }) => sealed === null).sort()).toEqual([false, true]);
});

test('each day that is over is closed once, those without a receipt too, and each follows from the one before', async () => {
  const pipeline = await openPipeline();
  const { cases, passTime, reopen, databaseFile } = pipeline;
  const first = await give(cases);
  passTime(3 * DAY_MS);
  const second = await give(cases, { details: 'Nobody has answered the telephone for weeks.' });
  expect(second.receipt.statement.previous).toMatchObject({ day: '2026-03-12' });
  const days = await Promise.all(['09', '10', '11', '12', '13'].map((day) => cases.receipts.day(`2026-03-${day}`)));
  expect(days.map((day) => day?.receipts.length)).toEqual([0, 1, 0, 0, undefined]);
  expect(days.slice(1, 4).map((day) => day?.previous?.head)).toEqual(days.slice(0, 3).map((day) => day?.head));
  expect(await findings(cases, first.receipt)).toEqual(['valid', 'in-chain']);
  await reopen();
  passTime(DAY_MS);
  expect(await pipeline.cases.receipts.day('2026-03-10')).toEqual(days[1]);
  expect(await kindsOf(databaseFile)).toEqual([]);
});

test('no cache keeps that a day is not closed yet, nor which one is the newest', async () => {
  const { cases, passTime } = await openPipeline();
  await give(cases);
  const ask = async (day: string) => {
    const locals = { app: { cases: () => Promise.resolve(cases) } };
    const answer = await GET({ params: { day }, locals } as unknown as APIContext);
    return [answer.status, answer.headers.get('cache-control')];
  };
  expect(await ask('2026-03-10')).toEqual([404, 'no-cache']);
  passTime(DAY_MS);
  expect(await ask('2026-03-10')).toEqual([200, 'public, max-age=300']);
  expect(await ask('newest')).toEqual([200, 'no-cache']);
});

test('what a clock that lags sends goes into the first day that is not closed', async () => {
  const { cases, passTime, databaseFile } = await openPipeline();
  await give(cases);
  passTime(DAY_MS);
  await cases.receipts.closeDays();
  passTime(-DAY_MS);
  const late = await give(cases, { details: 'Nobody has answered the telephone for weeks.' });
  expect(late.receipt.statement).toMatchObject({ received: '2026-03-10T09:00:00.000Z', day: '2026-03-11' });
  passTime(2 * DAY_MS);
  expect(await findings(cases, late.receipt)).toEqual(['valid', 'in-chain']);
  expect(await kindsOf(databaseFile)).toEqual([]);
});

test('an erased case leaves its hash, marked, and nothing else', async () => {
  const { cases, passTime, databaseFile, query } = await openPipeline();
  const { reference, secret: own, receipt } = await give(cases);
  passTime(DAY_MS);
  const before = await cases.receipts.day('2026-03-10');
  await cases.citizen.erase(reference, own, 'case');
  expect(await cases.receipts.day('2026-03-10')).toEqual({ ...before, erased: before?.receipts });
  expect(await findings(cases, receipt)).toEqual(['valid', 'erased']);
  expect(await kindsOf(databaseFile)).toEqual([]);
  expect(await query('select case_id, statement from receipts')).toEqual([{ case_id: null, statement: null }]);
});

test('a case that is dropped behind everybody’s back is seen, whatever else is taken out with it', async () => {
  const { cases, passTime, databaseFile, query } = await openPipeline();
  const { receipt, reference } = await give(cases);
  const other = await give(cases, { details: 'Nobody has answered the telephone for weeks.' });
  passTime(DAY_MS);
  await cases.receipts.closeDays();
  expect(await kindsOf(databaseFile)).toEqual([]);
  await query(`delete from events where case_id = (select id from cases where reference = '${reference}')`);
  await query(`delete from cases where reference = '${reference}'`);
  expect(await kindsOf(databaseFile)).toEqual(['case-gone']);
  // Without its line the day is not what its head says.
  await query(`delete from receipts where case_id not in (select id from cases)`);
  expect(await kindsOf(databaseFile)).toEqual(['day-changed']);
  expect(await findings(cases, receipt)).toEqual(['valid', 'chain-differs']);
  expect(await findings(cases, other.receipt)).toEqual(['valid', 'chain-differs']);
});

test('cases from before there were receipts are not missed, those of the same day neither, and later ones are', async () => {
  const { cases, passTime, databaseFile, query } = await openPipeline();
  const old = await give(cases);
  const receiptOf = (reference: string) => `(select id from cases where reference = '${reference}')`;
  await query(`delete from receipts where case_id = ${receiptOf(old.reference)}`);
  passTime(60_000);
  await give(cases, { details: 'Nobody has answered the telephone for weeks.' });
  expect(await kindsOf(databaseFile)).toEqual([]);
  passTime(60_000);
  const later = await give(cases, { details: 'The office is closed on every day of the week.' });
  await query(`delete from receipts where case_id = ${receiptOf(later.reference)}`);
  expect(await kindsOf(databaseFile)).toEqual(['no-receipt']);
});

test('a case that is dropped before its day is closed is missed by whoever has its receipt', async () => {
  const { cases, passTime, databaseFile, query } = await openPipeline();
  const { receipt, reference } = await give(cases);
  await query(`delete from receipts where case_id = (select id from cases where reference = '${reference}')`);
  await query(`delete from events where case_id = (select id from cases where reference = '${reference}')`);
  await query(`delete from cases where reference = '${reference}'`);
  passTime(DAY_MS);
  expect(await findings(cases, receipt)).toEqual(['valid', 'missing']);
  expect(await behindItsBack(databaseFile, (db) => checkKeptReceipt(db, receipt))).toBe('missing');
});

test('a day that is written anew, with all that follows and good signatures, is seen by every later receipt', async () => {
  const pipeline = await openPipeline();
  const { cases, passTime, databaseFile, query, reopen } = pipeline;
  const { reference } = await give(cases);
  passTime(DAY_MS);
  const later = await give(cases, { details: 'Nobody has answered the telephone for weeks.' });
  passTime(DAY_MS);
  await cases.receipts.closeDays();
  expect(await findings(cases, later.receipt)).toEqual(['valid', 'in-chain']);
  // The operator takes the case out and has the portal close every day again.
  await query(`delete from receipts where case_id = (select id from cases where reference = '${reference}')`);
  await query(`delete from events where case_id = (select id from cases where reference = '${reference}')`);
  await query(`delete from cases where reference = '${reference}'`);
  await query('delete from chain_days');
  await reopen();
  await pipeline.cases.receipts.closeDays();
  expect(await kindsOf(databaseFile)).toEqual([]);
  expect(await findings(pipeline.cases, later.receipt)).toEqual(['valid', 'chain-differs']);
  expect(await behindItsBack(databaseFile, (db) => checkKeptReceipt(db, later.receipt))).toBe('chain-differs');
});

test('a report of misconduct is in no chain until its writer wants it there', async () => {
  const { cases, passTime, databaseFile } = await openPipeline();
  const { receipt, reference, secret: own } = await give(cases, { kind: 'misconduct' });
  expect(receipt.statement).not.toHaveProperty('day');
  expect(receipt.statement).not.toHaveProperty('reference');
  expect(await findings(cases, receipt)).toEqual(['valid', 'not-listed']);
  passTime(DAY_MS);
  expect((await cases.receipts.day('2026-03-10'))?.receipts).toEqual([]);
  const listed = (await cases.citizen.receipt(reference, own, 'list'))?.receipt;
  expect(listed?.statement.day).toBe('2026-03-11');
  expect((await cases.citizen.receipt(reference, own, 'list'))?.receipt?.statement).toEqual(listed?.statement);
  passTime(DAY_MS);
  expect((await cases.receipts.day('2026-03-11'))?.receipts).toHaveLength(1);
  expect(listed && (await findings(cases, listed))).toEqual(['valid', 'in-chain']);
  expect(await findings(cases, receipt)).toEqual(['valid', 'not-listed']);
  expect(await kindsOf(databaseFile)).toEqual([]);
});

test('of an erased report that was in no chain nothing is left', async () => {
  const { cases, count } = await openPipeline();
  const { reference, secret: own } = await give(cases, { kind: 'misconduct' });
  await cases.citizen.erase(reference, own, 'case');
  expect(await count('receipts')).toBe(0);
});

test('the acknowledgement bears the head of the day before', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  await give(cases, { email: 'amina@home.example' });
  await cases.rounds.drain();
  const mail = (await readMail(catcher)).find(({ recipient }) => recipient === 'amina@home.example');
  expect(mail?.text).toContain((await cases.receipts.day('2026-03-09'))?.head);
  expect(mail?.text).toContain('https://portal.example/receipts/');
});

test('of many that come at once, to two that share a database, each is in the chain once', async () => {
  const pipeline = await openPipeline();
  const other = await openPipeline({ databaseFile: pipeline.databaseFile });
  const sent = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      give(index % 2 ? pipeline.cases : other.cases, { details: `${story} This is number ${index}.` }),
    ),
  );
  for (const { passTime } of [pipeline, other]) passTime(DAY_MS);
  // Both close the same days.
  await Promise.all([pipeline.cases.receipts.closeDays(), other.cases.receipts.closeDays()]);
  const day = await pipeline.cases.receipts.day('2026-03-10');
  expect(new Set(day?.receipts).size).toBe(60);
  expect(new Set(sent.map(({ receipt }) => receipt.key)).size).toBe(1);
  for (const { receipt } of sent) expect(await findings(other.cases, receipt)).toEqual(['valid', 'in-chain']);
  expect(await kindsOf(pipeline.databaseFile)).toEqual([]);
});

test('whoever has the database and not the server’s key can neither sign nor try out words', async () => {
  const { cases, query } = await openPipeline();
  const { receipt } = await give(cases);
  const everything = JSON.stringify(await query('select * from receipts'));
  expect(everything).toContain(receipt.statement.hash);
  expect(everything).not.toContain(receipt.statement.salt);
  const [key] = await query('select sealed_key, public_key from receipt_keys');
  const sealed = Buffer.from(key?.['sealed_key'] as Uint8Array);
  expect(sealed.includes(Buffer.from('06082a8648ce3d030107', 'hex'))).toBe(false);
  expect(key?.['public_key']).not.toContain('"d"');
});

test('a submission is taken in although no day can be closed', async () => {
  const { cases, databaseFile, logged } = await openPipeline();
  await give(cases);
  await cases.close();
  const { cases: other, logged: told } = await openPipeline({
    databaseFile,
    secret: 'another secret for tests, long enough',
    clock: () => new Date('2026-03-12T09:00:00Z'),
  });
  accepted(await sendForm(other, complaintForm(), { language: 'en' }));
  expect(told).toContainEqual(expect.objectContaining({ event: 'chain-not-closed' }));
  expect(logged).not.toContainEqual(expect.objectContaining({ event: 'chain-not-closed' }));
});
