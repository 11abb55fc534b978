import { expect, test } from 'vitest';
import { askNow } from '../../../src/cases/addresses/ask.ts';
import { ATTEMPTS_MAX, proveByOperator } from '../../../src/cases/addresses/prove.ts';
import { accepted, complaintForm, sendForm } from '../pipeline-fixture.ts';
import { besideThe, DAY_MS, liveRegister, openLivePortal, type LivePortal } from './proof-fixture.ts';

const DESK = 'complaints@water.example';
const OPERATOR = 'operator@portal.example';

const state = async ({ cases }: LivePortal, address = DESK) =>
  (await cases.addresses.list()).find((listed) => listed.address === address)?.state;

async function receiverOf({ cases }: LivePortal, agency = 'water') {
  const { reference, secret } = accepted(await sendForm(cases, complaintForm({ agency }), { language: 'en' }));
  return (await cases.citizen.follow(reference, secret))?.route;
}

test('every address of the register is asked once, in the desk’s language, with a code and a link', async () => {
  const portal = await openLivePortal();
  expect(await portal.look()).toBe(3);
  expect(await portal.look()).toBe(0);
  const [mail] = await portal.to(DESK);
  expect(mail?.subject).toContain('asks you to confirm it');
  expect(mail?.text).toContain('Water Board');
  expect(mail?.text).toContain('The publisher: https://portal.example');
  expect(mail?.text).toMatch(/https:\/\/portal\.example\/cases\/prove\/\?t=\S+/);
  expect(mail?.text).toMatch(/Code: [0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}\n/);
  const [inKiswahili] = await portal.to('malalamiko@maji.example');
  expect(inKiswahili?.subject).toContain('inaomba uithibitishe');
  // Whoever reads English only is asked as well.
  expect(inKiswahili?.text).toMatch(
    /\/sw\/cases\/prove\/[\s\S]*\* \* \*[\s\S]*https:\/\/portal\.example\/cases\/prove\//,
  );
  expect(await state(portal)).toBe('asked');
});

test('before anybody has confirmed an address, the operator receives the case and is told why, and so is the citizen', async () => {
  const portal = await openLivePortal();
  expect(await receiverOf(portal)).toMatchObject({
    receiver: { kind: 'operator' },
    passedOver: [
      { agency: 'water', reason: 'not-proved' },
      { agency: 'ombudsman', reason: 'not-proved' },
    ],
  });
  await portal.cases.rounds.drain();
  expect(await portal.to(DESK)).toEqual([]);
  const [mail] = await portal.to(OPERATOR);
  expect(mail?.text).toContain('nobody has confirmed it: Water Board, The Ombudsman.');
});

test('the link proves the address; a second press changes nothing', async () => {
  const portal = await openLivePortal();
  await portal.look();
  const { token } = await portal.keys(DESK);
  expect(await portal.cases.addresses.question(token)).toEqual({ address: DESK, names: ['Water Board'] });
  expect(await state(portal)).toBe('asked');
  expect(await portal.answer({ t: token })).toMatchObject({ kind: 'proved', address: DESK });
  expect(await receiverOf(portal)).toMatchObject({ receiver: { email: DESK }, passedOver: [] });
  expect(await portal.answer({ t: token, says: 'not-ours' })).toMatchObject({ kind: 'used' });
  expect(await state(portal)).toBe('proved');
});

test('the code may be typed instead, in small letters and without hyphens', async () => {
  const portal = await openLivePortal();
  await portal.look();
  const { code } = await portal.keys(DESK);
  const typed = { address: ' Complaints@Water.example ', code: code.toLowerCase().replaceAll('-', ' ') };
  expect(await portal.answer(typed)).toMatchObject({ kind: 'proved' });
});

test('the body above receives the case, told whose address is not confirmed, while its own is', async () => {
  const portal = await openLivePortal();
  await portal.look();
  await portal.prove('help@ombudsman.example');
  expect(await receiverOf(portal)).toMatchObject({
    receiver: { agency: 'ombudsman' },
    passedOver: [{ agency: 'water', reason: 'not-proved' }],
  });
  await portal.cases.rounds.drain();
  expect((await portal.to('help@ombudsman.example')).at(-1)?.text).toContain(
    'nobody at Water Board has confirmed its e-mail address',
  );
});

test('an address of the same desk, or another desk of the same body, that is proved goes before the body above', async () => {
  const register = liveRegister(({ agencies }) => {
    const contacts = agencies.get('water')?.data.contacts ?? [];
    const [desk] = contacts;
    desk?.emails.push('second@water.example');
    if (desk)
      contacts.push({
        ...desk,
        id: 'office',
        roles: ['general'],
        title: 'Front office',
        emails: ['office@water.example'],
      });
  });
  const portal = await openLivePortal(register);
  await portal.look();
  await portal.prove('help@ombudsman.example');
  await portal.prove('office@water.example');
  expect(await receiverOf(portal)).toMatchObject({
    receiver: { email: 'office@water.example', title: 'Front office', own: true },
    passedOver: [],
  });
  await portal.prove('second@water.example');
  expect(await receiverOf(portal)).toMatchObject({ receiver: { email: 'second@water.example' } });
});

test('guessing: wrong codes all sound alike, only a few are looked at, and the link goes on working', async () => {
  const portal = await openLivePortal();
  await portal.look();
  const { code, token } = await portal.keys(DESK);
  const wrong = { kind: 'wrong', problems: {} };
  for (let i = 0; i < ATTEMPTS_MAX; i++)
    expect(await portal.answer({ address: DESK, code: 'ABC-DEF-GHJ' })).toMatchObject(wrong);
  expect(await portal.answer({ address: DESK, code })).toMatchObject(wrong);
  expect(await portal.answer({ address: 'nobody@nowhere.example', code })).toMatchObject(wrong);
  expect(await portal.answer({ t: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` })).toEqual({
    kind: 'dead-link',
  });
  expect(await state(portal)).toBe('asked');
  expect(await portal.answer({ t: token })).toMatchObject({ kind: 'proved' });
});

test('guesses at several processes at once are all counted', async () => {
  const portal = await openLivePortal();
  await portal.look();
  const other = await openLivePortal(liveRegister(), { databaseFile: portal.databaseFile });
  const { code } = await portal.keys(DESK);
  await Promise.all(
    Array.from({ length: 10 }, (_, i) => (i % 2 ? portal : other).answer({ address: DESK, code: 'ABC-DEF-GHJ' })),
  );
  expect(await portal.answer({ address: DESK, code })).toMatchObject({ kind: 'wrong' });
});

test('whoever sends too many is told to wait, with what they typed', async () => {
  const portal = await openLivePortal();
  const guess = () => portal.answer({ address: DESK, code: 'ABC-DEF-GHJ' });
  for (let i = 0; i < 20; i++) expect((await guess()).kind).toBe('wrong');
  expect(await guess()).toMatchObject({ kind: 'later', values: { address: DESK, code: 'ABC-DEF-GHJ' } });
  portal.passTime(60_000);
  expect((await guess()).kind).toBe('wrong');
});

test('a code ends after 14 days; the reminder brings a new one, and the old one is dead', async () => {
  const portal = await openLivePortal();
  await portal.look();
  const old = await portal.keys(DESK);
  portal.passTime(14 * DAY_MS);
  expect(await portal.answer({ t: old.token })).toMatchObject({ kind: 'expired', address: DESK });
  expect(await portal.look()).toBe(3);
  expect((await portal.to(DESK)).at(-1)?.subject).toContain('Once more');
  expect(await portal.answer({ t: old.token })).toEqual({ kind: 'dead-link' });
  await portal.prove(DESK);
});

test('“not our address” is told to the operator, ends a proof and is the end of asking until the operator asks again', async () => {
  const portal = await openLivePortal();
  await portal.look();
  expect(await portal.answer({ t: (await portal.keys(DESK)).token, says: 'not-ours' })).toMatchObject({
    kind: 'refused',
    address: DESK,
  });
  await portal.cases.rounds.drain();
  const news = (await portal.to(OPERATOR)).at(-1);
  expect(news?.subject).toBe(`Not their address: ${DESK}`);
  expect(news?.text).toContain('Water Board');
  portal.passTime(400 * DAY_MS);
  await portal.look();
  expect(await portal.to(DESK)).toHaveLength(1);
  expect((await receiverOf(portal))?.passedOver[0]).toMatchObject({ agency: 'water', reason: 'not-proved' });
  await askNow(await besideThe(portal), DESK.toUpperCase(), '2027-04-14T09:00:00.000Z');
  await portal.cases.rounds.drain();
  await portal.prove(DESK);
});

test('the operator may prove an address that they have rung; another process knows it within half a minute', async () => {
  const portal = await openLivePortal();
  expect((await receiverOf(portal))?.receiver.kind).toBe('operator');
  const db = await besideThe(portal);
  const by = { db, register: () => Promise.resolve(liveRegister()), clock: () => new Date('2026-03-10T09:00:00Z') };
  expect(await proveByOperator(by, 'typo@water.example', 'rang them')).toBe(false);
  expect(await proveByOperator(by, DESK, 'Rang Ms Otieno on the number of the charter')).toBe(true);
  portal.passTime(30_000);
  expect(await receiverOf(portal)).toMatchObject({ receiver: { email: DESK } });
  expect((await portal.cases.addresses.list()).find(({ address }) => address === DESK)).toMatchObject({
    state: 'proved',
    provedBy: 'operator',
    note: 'Rang Ms Otieno on the number of the charter',
  });
});

test('a whole year: asked again before the end, the operator told once, mail goes on for 30 days, then the desk is passed over', async () => {
  const portal = await openLivePortal();
  await portal.look();
  await portal.prove(DESK);
  const mailsTo = async (address: string): Promise<number> => (await portal.to(address)).length;
  const upTo: Record<number, [mails: number, told: number, own: boolean]> = {};
  for (let day = 1; day <= 211; day++) {
    portal.passTime(DAY_MS);
    await portal.look();
    if (![149, 150, 164, 178, 180, 209, 210].includes(day)) continue;
    const told = (await portal.to(OPERATOR)).filter(({ subject }) => subject === `Not confirmed again: ${DESK}`).length;
    const mails = await mailsTo(DESK);
    upTo[day] = [mails, told, (await receiverOf(portal))?.receiver.kind === 'body'];
    // Cases that were sent to the desk are no mails of ours to count.
    await portal.query("update outbox set sent_at = 'counted' where case_id is not null and sent_at is null");
  }
  expect(upTo).toEqual({
    149: [1, 0, true],
    150: [2, 0, true],
    164: [3, 0, true],
    178: [4, 0, true],
    180: [4, 1, true],
    209: [4, 1, true],
    210: [5, 1, false],
  });
});

test('two processes that look at the same time ask each address once', async () => {
  const portal = await openLivePortal();
  const other = await openLivePortal(liveRegister(), { databaseFile: portal.databaseFile });
  const asked = await Promise.all([portal.cases.addresses.ask(), other.cases.addresses.ask()]);
  expect(asked.reduce((sum, count) => sum + count)).toBe(3);
  await portal.cases.rounds.drain();
  await other.cases.rounds.drain();
  expect([...(await portal.to(DESK)), ...(await other.to(DESK))]).toHaveLength(1);
});

test('a case that waits for its time climbs past a body that is not proved', async () => {
  const portal = await openLivePortal();
  await portal.look();
  await portal.prove(DESK);
  const { reference, secret } = accepted(await sendForm(portal.cases, complaintForm(), { language: 'en' }));
  await portal.cases.rounds.drain();
  portal.passTime(60 * DAY_MS);
  await portal.cases.rounds.tick();
  portal.passTime(60 * DAY_MS);
  await portal.cases.rounds.tick();
  expect((await portal.cases.citizen.follow(reference, secret))?.timeline.at(-1)?.event).toMatchObject({
    kind: 'ladder-ended',
    passedOver: [{ agency: 'ombudsman', reason: 'not-proved' }],
  });
});

test('in a demonstration nobody is asked, and every address may be used', async () => {
  const portal = await openLivePortal(liveRegister(({ portal }) => void (portal.publisherKind = 'demonstration')));
  expect(await portal.look()).toBe(0);
  expect(await receiverOf(portal)).toMatchObject({ receiver: { email: DESK } });
});

test('a link that holds other bytes than an address opens nothing, on either database', async () => {
  const portal = await openLivePortal();
  await portal.look();
  for (const bytes of [
    'a\0b@water.example',
    '\0\0\0\0',
    `${DESK}\0`,
    '💥@water.example',
    'somebody@elsewhere.example',
  ]) {
    expect(await portal.answer({ t: `${Buffer.from(bytes).toString('base64url')}.${'A'.repeat(43)}` })).toEqual({
      kind: 'dead-link',
    });
  }
});
