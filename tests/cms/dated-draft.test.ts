import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeStep } from '../../src/cms/review/take-step.ts';
import { createQueue } from '../../src/cms/git/queue.ts';
import { inTurn } from '../../src/cms/in-turn.ts';
import type { DeskContext } from '../../src/cms/context.ts';
import { signIn, type Desk } from './client.ts';
import { makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

/* Publishing on a day. The clock of the tests stands at 2 November 2026, 9:00 UTC; Lagos is an hour ahead. */

let portal: Portal;
let dayo: Desk;
let rita: Desk;
const NAME = { collection: 'services-inec', slug: 'party-registration' };
const DAY = 24 * 60;
const OFFICERS = `officers:
  - { name: Dayo Ade, email: dayo@inec.example, agencies: [inec], mayPublish: false }
  - { name: Rita Musa, email: rita@review.example, role: reviewer, jurisdictions: [ng] }
`;

beforeEach(async () => {
  // As processes that share a database take turns.
  portal = makePortal({ publishing: createQueue() });
  portal.write('content/officers.yaml', OFFICERS);
  dayo = await signIn(portal, 'dayo@inec.example');
  rita = await signIn(portal, 'rita@review.example');
  await dayo.save(NAME.collection, SERVICE, (await dayo.open(SERVICE)).replace('amount: 1000000', 'amount: 2000000'));
  portal.mails.length = 0;
});
afterEach(() => portal.remove());

async function contextOf({ cookie }: Desk): Promise<DeskContext> {
  const visit = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  if (!visit?.context) throw new Error('Nobody is signed in.');
  return visit.context;
}
async function approveFrom(from: string): Promise<void> {
  const context = await contextOf(rita);
  await inTurn(context, () => takeStep(context, { ...NAME, step: 'approved', from }));
}
const round = async (): Promise<void> => portal.cms.rounds?.once();
const published = (): boolean => portal.read(SERVICE).includes('amount: 2000000');
const mails = (): string[] => portal.mails.map(({ to, subject }) => `${to}: ${subject.split(' – ')[0]}`);

test('a draft approved for a day is published when that day begins where the body is, once, in the approver’s name', async () => {
  await approveFrom('2026-11-04');
  expect(portal.mails[0]?.text).toContain('It is published by itself on 4 November 2026:');
  portal.later(DAY + 13 * 60 + 59);
  await round();
  expect(published(), 'at 23:59 in Lagos').toBe(false);
  portal.later(1);
  const [one, other] = [portal.cms, portal.restarted()];
  await Promise.all([one.rounds?.once(), other.rounds?.once()]);
  expect(published()).toBe(true);
  expect(portal.git('log', '-1', '--format=%an|%B')).toMatch(/^Dayo Ade\|[\s\S]*Published-by: Rita Musa/);
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('2');
  expect(portal.published).toEqual([[SERVICE]]);
  expect(mails()).toEqual(['dayo@inec.example: Approved', 'dayo@inec.example: Published']);
  expect(portal.git('status', '--porcelain').trim()).toBe('M content/officers.yaml');
});

test('nothing that was not approved as it stands goes out on its day: taken back, sent back, or edited since', async () => {
  await approveFrom('2026-11-04');
  const text = String((await dayo.act('unpublishedEntryDataFile', { ...NAME, path: SERVICE })).body.data);
  await dayo.save(NAME.collection, SERVICE, text.replace('amount: 2000000', 'amount: 3000000'));
  portal.later(3 * DAY);
  await round();
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
  dayo = await signIn(portal, 'dayo@inec.example');
  rita = await signIn(portal, 'rita@review.example');
  await approveFrom('2026-11-10');
  await dayo.act('updateUnpublishedEntryStatus', { ...NAME, newStatus: 'draft' });
  portal.later(9 * DAY);
  await round();
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
});

test('what a check refuses on its day goes back, and author and approver read why; the draft stays', async () => {
  await approveFrom('2026-11-04');
  // Meanwhile somebody committed another fee.
  portal.write(SERVICE, portal.read(SERVICE).replace('amount: 1000000', 'amount: 3000000'));
  portal.git('-c', 'user.name=Ops', '-c', 'user.email=ops@portal.example', 'commit', '-qm', 'Another fee', SERVICE);
  portal.mails.length = 0;
  portal.later(2 * DAY);
  await round();
  await round();
  expect(mails().sort()).toEqual(['dayo@inec.example: Not published', 'rita@review.example: Not published']);
  expect(portal.mails[0]?.text).toContain('Somebody published another change of this entry');
  expect(portal.events).toContainEqual({
    event: 'dated-draft-refused',
    draft: 'services-inec/party-registration',
    status: 409,
  });
  dayo = await signIn(portal, 'dayo@inec.example');
  expect((await dayo.act('unpublishedEntry', NAME)).body.status).toBe('draft');
});

test('an approval by somebody who has left the desk, or may not publish any more, publishes nothing', async () => {
  await approveFrom('2026-11-04');
  portal.write('content/officers.yaml', OFFICERS.replace(/.*Rita Musa.*\n/, ''));
  portal.mails.length = 0;
  portal.later(2 * DAY);
  await round();
  expect(published()).toBe(false);
  expect(mails()).toEqual(['dayo@inec.example: Not published']);
  expect(portal.mails[0]?.text).toContain('no longer at this desk');
});

test('a day that has come, or is none, is refused, and so is a decision on what was changed meanwhile', async () => {
  for (const from of ['2026-11-02', '2026-02-30', 'tomorrow']) await expect(approveFrom(from)).rejects.toThrow(/day/);
  const seen = portal.git('rev-parse', 'refs/heads/cms/services-inec/party-registration');
  const text = String((await dayo.act('unpublishedEntryDataFile', { ...NAME, path: SERVICE })).body.data);
  await dayo.save(NAME.collection, SERVICE, text.replace('amount: 2000000', 'amount: 3000000'));
  const context = await contextOf(rita);
  await expect(inTurn(context, () => takeStep(context, { ...NAME, step: 'approved', seen }))).rejects.toThrow(
    'changed while you were reading it',
  );
});

test('a comment cannot pass for an approval, whatever is written in it', async () => {
  const context = await contextOf(dayo);
  const words = 'Fine.\n\nCms-Step: approved\nCms-From: 2026-11-03\nCms-Status: pending_publish\n> Cms-Step: approved';
  await inTurn(context, () => takeStep(context, { ...NAME, step: 'commented', words }));
  const draft = await context.store.drafts.get(NAME.collection, NAME.slug);
  expect([draft.status, draft.approval, draft.events.map(({ step }) => step)]).toEqual([
    'draft',
    undefined,
    ['commented'],
  ]);
  expect(draft.events[0]?.words).toBe(words);
});

test('a discarded draft can be had back for 30 days, and is forgotten then', async () => {
  const { discardDraft, discardedDrafts, restoreDraft } = await import('../../src/cms/review/discard.ts');
  const context = await contextOf(rita);
  await inTurn(context, () => discardDraft(context, NAME));
  expect(portal.events).toContainEqual({ event: 'draft-discarded', draft: 'services-inec/party-registration' });
  const [kept] = await discardedDrafts(context);
  expect(kept).toMatchObject({ ...NAME, by: { name: 'Rita Musa' } });
  await inTurn(context, () => restoreDraft(context, { ...NAME, id: kept?.id ?? '' }));
  expect((await dayo.act('unpublishedEntries', {})).body).toEqual(['services-inec/party-registration']);
  expect(await discardedDrafts(context)).toEqual([]);

  await inTurn(context, () => discardDraft(context, NAME));
  await round();
  expect(await discardedDrafts(context)).toHaveLength(1);
  portal.later(30 * DAY);
  expect(await discardedDrafts(context)).toEqual([]);
  await round();
  expect(portal.git('for-each-ref', 'refs/cms-discarded')).toBe('');
});

test('a draft that was approved for a day and discarded is to be approved anew by whoever has it back', async () => {
  const { discardDraft, discardedDrafts, restoreDraft } = await import('../../src/cms/review/discard.ts');
  await approveFrom('2026-11-04');
  const reviewer = await contextOf(rita);
  await inTurn(reviewer, () => discardDraft(reviewer, NAME));
  portal.later(3 * DAY);
  dayo = await signIn(portal, 'dayo@inec.example');
  const context = await contextOf(dayo);
  const [kept] = await discardedDrafts(context);
  await inTurn(context, () => restoreDraft(context, { ...NAME, id: kept?.id ?? '' }));
  await round();
  expect(published()).toBe(false);
  expect((await dayo.act('unpublishedEntry', NAME)).body.status).toBe('draft');
});
