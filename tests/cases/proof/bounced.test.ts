import { expect, test } from 'vitest';
import { takeBounce } from '../../../src/mail/take-bounce.ts';
import { mailKinds } from '../../../src/cases/mail-kinds.ts';
import { bounceOf } from '../bounce-mail.ts';
import { startMailServer, type Behaviour } from '../mail-servers.ts';
import { accepted, complaintForm, type Pipeline, sendForm } from '../pipeline-fixture.ts';
import { besideThe, DAY_MS, liveRegister, openLivePortal } from './proof-fixture.ts';

const DESK = 'complaints@water.example';
const SECOND = 'second@water.example';
const register = liveRegister(({ agencies }) => void agencies.get('water')?.data.contacts[0]?.emails.push(SECOND));

const stateOf = async ({ cases }: Pipeline, address: string) =>
  (await cases.addresses.list()).find((listed) => listed.address === address)?.state;
const complain = async ({ cases }: Pipeline) => accepted(await sendForm(cases, complaintForm(), { language: 'en' }));

/** A portal whose mail a server takes or refuses by address, with both addresses of the Water Board proved. */
async function provedPortal() {
  const refuses = new Set<string>();
  const behaviour: Behaviour = { atRecipient: (address) => (refuses.has(address) ? 550 : undefined) };
  const { port, taken } = await startMailServer(behaviour);
  const portal = await openLivePortal(register, { smtpPort: port });
  await portal.look();
  const plain = (text: string): string => text.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  for (const address of [DESK, SECOND]) {
    const text = plain(taken.find(({ to }) => to === address)?.text ?? '');
    expect(await portal.answer({ t: /\/cases\/prove\/\?t=(\S+)/.exec(text)?.[1] ?? '' })).toMatchObject({
      kind: 'proved',
    });
  }
  return { portal, refuses, taken, behaviour };
}

test('a mail server that will not take mail for an address ends its proof at once; the next proved address gets it', async () => {
  const { portal, refuses, taken } = await provedPortal();
  refuses.add(DESK);
  const { reference, secret } = await complain(portal);
  await portal.cases.rounds.drain();
  expect(await stateOf(portal, DESK)).toBe('unproved');
  portal.passTime(DAY_MS);
  await portal.cases.rounds.drain();
  expect(
    taken
      .filter(({ text }) => text.includes(reference))
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['operator@portal.example', SECOND]);
  expect((await portal.cases.citizen.follow(reference, secret))?.route.receiver).toMatchObject({ email: DESK });
  // Whoever comes after goes straight to the address that still counts.
  const next = await complain(portal);
  expect((await portal.cases.citizen.follow(next.reference, next.secret))?.route.receiver).toMatchObject({
    email: SECOND,
  });
});

test('mail that no proved address takes goes to the operator, not to an address of the body that nobody has proved', async () => {
  const { portal, refuses, taken } = await provedPortal();
  await portal.query(`update address_proofs set proved_at = null where address = '${SECOND}'`);
  refuses.add(DESK);
  const { reference } = await complain(portal);
  await portal.cases.rounds.drain();
  portal.passTime(60_000);
  await portal.cases.rounds.drain();
  expect(taken.filter(({ text }) => text.includes(reference)).map(({ to }) => to)).toEqual(['operator@portal.example']);
});

test('a returned mail ends the proof too, and the mail that asks again may come back itself', async () => {
  const { portal, taken } = await provedPortal();
  const db = await besideThe(portal);
  const bounce = (messageId: string) =>
    takeBounce(db, bounceOf(messageId, DESK), {
      kinds: mailKinds,
      register,
      now: new Date(Date.parse('2026-03-10T09:00:00Z') + 150 * DAY_MS),
    });
  portal.passTime(150 * DAY_MS);
  await portal.look();
  const again = taken.filter(({ to }) => to === DESK);
  expect(again).toHaveLength(2);
  expect(await bounce(again[1]?.messageId ?? '')).toBe('noted');
  expect(await stateOf(portal, DESK)).toBe('unproved');
  expect(await stateOf(portal, SECOND)).toBe('proved');
  portal.passTime(30 * DAY_MS);
  await portal.look();
  // An address that does not exist is not written to every two weeks.
  expect(taken.filter(({ to }) => to === DESK)).toHaveLength(2);
});

test('words that a mail server takes for spam do not cut an agency off', async () => {
  const { portal, taken, behaviour } = await provedPortal();
  behaviour.afterData = ({ to }) => (to === DESK ? 554 : undefined);
  const { reference } = await complain(portal);
  await portal.cases.rounds.drain();
  portal.passTime(DAY_MS);
  await portal.cases.rounds.drain();
  expect(taken.filter(({ text }) => text.includes(reference)).map(({ to }) => to)).toContain(SECOND);
  expect(await stateOf(portal, DESK)).toBe('proved');
});
