import { expect, test } from 'vitest';
import type { Register } from '../../../src/register/register.ts';
import { listAddresses } from '../../../src/cases/addresses/address-list.ts';
import { findNamed, hold } from '../../../src/cases/addresses/release.ts';
import { readStanding } from '../../../src/cases/addresses/standing.ts';
import { line, planOf, summary } from '../../../src/entry/addresses-text.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../pipeline-fixture.ts';
import { startMailServer } from '../mail-servers.ts';
import { testRegister } from '../register-fixture.ts';
import { besideThe, letGo, liveRegister, openLivePortal, type LivePortal } from './proof-fixture.ts';

const DESK = 'complaints@water.example';
const OMBUDSMAN = 'help@ombudsman.example';
const OPERATOR = 'operator@portal.example';

async function routeOf({ cases }: LivePortal) {
  const form = complaintForm({ agency: 'water', email: 'amina@home.example', submissionKey: crypto.randomUUID() });
  const { reference, secret } = accepted(await sendForm(cases, form, { language: 'en' }));
  return (await cases.citizen.follow(reference, secret))?.route;
}

/** Gives a second country to the register, with an address of its own. */
function abroad({ agencies, jurisdictions }: Register): void {
  const [water, country] = [agencies.get('water'), jurisdictions.get('xx')];
  if (!water || !country) return;
  jurisdictions.set('yy', { ...country, id: 'yy' });
  const contacts = water.data.contacts.map((contact) => ({ ...contact, emails: ['desk@abroad.example'] }));
  agencies.set('abroad', { ...water, id: 'abroad', data: { ...water.data, jurisdiction: 'yy', contacts } });
}

test('the first start as a government writes to no office; its cases go to the operator, who is told why, and so is the citizen', async () => {
  const portal = await openLivePortal(liveRegister(abroad), { released: [] });
  expect(await portal.look()).toBe(0);
  expect(await routeOf(portal)).toMatchObject({
    receiver: { kind: 'operator' },
    passedOver: [
      { agency: 'water', reason: 'not-released' },
      { agency: 'ombudsman', reason: 'not-released' },
    ],
  });
  await portal.look();
  for (const address of [DESK, OMBUDSMAN, 'desk@abroad.example']) expect(await portal.to(address)).toEqual([]);
  expect((await portal.to(OPERATOR))[0]?.text?.replaceAll(/\s+/g, ' ')).toContain(
    'Their address is known, but this portal does not write to it yet: Water Board, The Ombudsman.',
  );
  expect(await portal.to('amina@home.example')).toHaveLength(1);
});

test('a country stands for its own addresses, later ones too, and for no other country’s', async () => {
  let register = liveRegister(abroad);
  const portal = await openLivePortal(register, { released: ['xx'], register: () => Promise.resolve(register) });
  expect(await portal.look()).toBe(3);
  expect(await portal.to('desk@abroad.example')).toEqual([]);
  register = liveRegister((changed) => {
    abroad(changed);
    changed.agencies.get('water')?.data.contacts[0]?.emails.push('new@water.example');
  });
  expect(await portal.look()).toBe(1);
});

test('a body stands for the addresses that it has today: one that appears later is held until it is released', async () => {
  const emails = [DESK];
  const live = () =>
    liveRegister(({ agencies }) => {
      const contact = agencies.get('water')?.data.contacts[0];
      if (contact) contact.emails = [...emails];
    });
  let register = live();
  const portal = await openLivePortal(register, { released: ['water'], register: () => Promise.resolve(register) });
  expect(await portal.look()).toBe(1);
  emails.push('new@water.example');
  register = live();
  expect(await portal.look()).toBe(0);
  expect(
    (await portal.cases.addresses.list()).filter(({ released }) => released).map(({ address }) => address),
  ).toEqual([DESK]);
  await letGo(portal, register, 'new@water.example');
  expect(await portal.look()).toBe(1);
  await portal.prove(DESK);
  expect(await routeOf(portal)).toMatchObject({ receiver: { email: DESK } });
});

test('cases of the days as a demonstration do not go out when the portal becomes a government’s', async () => {
  const { port, taken } = await startMailServer({});
  const register = testRegister();
  const pipeline = await openPipeline({ register: () => Promise.resolve(register), mail: { host: '127.0.0.1', port } });
  accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  await pipeline.cases.rounds.drain();
  register.portal.publisherKind = 'government';
  await letGo(pipeline, register, 'xx');
  pipeline.passTime(60 * 60 * 1000);
  expect(await pipeline.cases.rounds.drain()).toMatchObject({ sent: 0 });
  expect(taken).toEqual([]);
});

test('addresses that were written to before releases were asked for stay released; questions that had not left are taken back', async () => {
  const portal = await openLivePortal(liveRegister(), { released: ['xx'] });
  await portal.look();
  await portal.prove(DESK);
  await portal.query("delete from kysely_migration where name >= '0012'");
  await portal.query('drop table address_releases');
  const later = [
    'erasures',
    'edition_state',
    'desk_tokens',
    'desk_reminders',
    'receipts',
    'chain_days',
    'receipt_keys',
    'published_requests',
    'held_documents',
  ];
  for (const table of later) await portal.query(`drop table ${table}`);
  await portal.query(`update address_proofs set sent_at = null where address = '${OMBUDSMAN}'`);
  await portal.query(`update outbox set sent_at = null where kind = 'address-proof' and about like '%${OMBUDSMAN}%'`);
  await portal.reopen();
  expect(
    (await portal.cases.addresses.list()).map(({ address, released, state }) => [address, released, state]),
  ).toEqual([
    ['malalamiko@maji.example', true, 'asked'],
    [OMBUDSMAN, false, 'unproved'],
    [DESK, true, 'proved'],
  ]);
  const before = await portal.to(OMBUDSMAN);
  expect(await portal.look()).toBe(0);
  expect(await portal.to(OMBUDSMAN)).toEqual(before);
});

test('the operator lists who would be written to, why and from which file, lets mail go there, and takes that back', async () => {
  const register = liveRegister(abroad);
  const portal = await openLivePortal(register, { released: ['water'] });
  const db = await besideThe(portal);
  const listed = async () => listAddresses(await readStanding(db), register, new Date('2026-03-10T09:00:00Z'));
  const plan = planOf(await listed(), register);
  expect(plan).toMatch(/^xx: Testland, 3 addresses, 2 held$/m);
  expect(plan).toContain(
    `${DESK}  Water Board, Desk of water-desk  [content/charters/water.mdx]\n    released; gets a mail that asks its reader`,
  );
  expect(plan).toMatch(
    /^yy: Testland, 1 addresses, 1 held\n {2}desk@abroad\.example .*\n {4}held; once released it gets a mail/m,
  );
  expect((await listed()).map(line)).toContain(`held      ${OMBUDSMAN}  ombudsman (complaint)`);
  expect(summary(await listed())).toBe('4 addresses: 3 held, 1 unproved');
  expect([
    findNamed(register, 'YY')?.kind,
    findNamed(register, OMBUDSMAN)?.kind,
    findNamed(register, 'atlantis'),
  ]).toEqual(['country', 'address', undefined]);
  const water = findNamed(register, 'water');
  expect(water && (await hold(db, water))).toBe(1);
  expect(await portal.look()).toBe(0);
});
