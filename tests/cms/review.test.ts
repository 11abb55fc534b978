import { afterEach, beforeEach, expect, test } from 'vitest';
import { signIn, type Desk } from './client.ts';
import { makePortal, SERVICE, type Portal } from './fixture.ts';

/* Two countries: reviewers of each, an administrator, and an officer of INEC who may not publish. */

let portal: Portal;
let dayo: Desk;
let rita: Desk;

const NAME = { collection: 'services-inec', slug: 'party-registration' };

beforeEach(async () => {
  portal = makePortal();
  portal.write(
    'content/officers.yaml',
    `officers:
  - { name: Dayo Ade, email: dayo@inec.example, agencies: [inec], mayPublish: false }
  - { name: Rita Musa, email: rita@review.example, role: reviewer, jurisdictions: [ng] }
  - { name: Kamau Njoroge, email: kamau@review.example, role: reviewer, jurisdictions: [ke] }
  - { name: Ada Root, email: ada@portal.example, role: administrator }
`,
  );
  dayo = await signIn(portal, 'dayo@inec.example');
  rita = await signIn(portal, 'rita@review.example');
  await dayo.save(NAME.collection, SERVICE, (await dayo.open(SERVICE)).replace('amount: 1000000', 'amount: 2000000'));
  portal.mails.length = 0;
});
afterEach(() => portal.remove());

const status = (desk: Desk, newStatus: string) => desk.act('updateUnpublishedEntryStatus', { ...NAME, newStatus });
const standing = async () => (await rita.act('unpublishedEntry', NAME)).body.status;

test('review is asked once: the reviewer of the country gets one mail that says the change in words, and no address', async () => {
  expect((await status(dayo, 'pending_review')).status).toBe(200);
  expect((await status(dayo, 'pending_review')).status).toBe(200);
  expect(portal.mails).toEqual([
    expect.objectContaining({
      to: 'rita@review.example',
      subject: 'Please review – INEC, Registration of a …: fee (Application) ₦1,000,000 → ₦2,000,000',
    }),
  ]);
  const { text } = portal.mails[0] ?? { text: '' };
  expect(text).toContain('Dayo Ade asks you to review this change:');
  expect(text).toContain('- Fee (Application) ₦1,000,000 → ₦2,000,000; source: INEC website, as of 2022');
  expect(text).toContain('https://portal.example/desk/review/services-inec/party-registration/');
  expect(text).not.toMatch(/\S+@\S+/);
});

test('a desk officer who may not publish neither approves nor publishes, own draft or not; nothing changes', async () => {
  for (const answer of [await status(dayo, 'pending_publish'), await dayo.publish(NAME.collection, NAME.slug)]) {
    expect(answer.status).toBe(403);
    expect(answer.body.error).toContain('Nobody approves a draft of their own where a reviewer is needed.');
  }
  portal.write(
    'content/officers.yaml',
    `${portal.read('content/officers.yaml')}  - { name: Bisi Alao, email: bisi@inec.example, agencies: [inec], mayPublish: false }\n`,
  );
  const bisi = await signIn(portal, 'bisi@inec.example');
  expect((await status(bisi, 'pending_publish')).body.error).toContain('neither approve nor publish');
  expect((await bisi.act('deleteUnpublishedEntry', NAME)).status).toBe(403);
  expect(await standing()).toBe('draft');
});

test('a draft cannot begin as approved, whatever the editor sends', async () => {
  await dayo.act('deleteUnpublishedEntry', NAME);
  const raw = (await dayo.open(SERVICE)).replace('amount: 1000000', 'amount: 5');
  await dayo.act('persistEntry', {
    dataFiles: [{ path: SERVICE, slug: NAME.slug, raw }],
    assets: [],
    options: { collectionName: NAME.collection, useWorkflow: true, status: 'pending_publish' },
  });
  expect(await standing()).toBe('draft');
});

test('the reviewer of another country sees nothing of it and decides nothing', async () => {
  const kamau = await signIn(portal, 'kamau@review.example');
  await status(dayo, 'pending_review');
  expect((await kamau.act('unpublishedEntries', {})).body).toEqual([]);
  expect((await status(kamau, 'pending_publish')).status).toBe(403);
  expect((await kamau.publish(NAME.collection, NAME.slug)).status).toBe(403);
  expect((await kamau.act('deleteUnpublishedEntry', NAME)).status).toBe(403);
  expect(await standing()).toBe('pending_review');
});

test('what is edited after it was approved is not approved any more, unless whoever approved it edits it', async () => {
  await status(dayo, 'pending_review');
  await status(rita, 'pending_publish');
  await dayo.save(NAME.collection, SERVICE, (await draftText(dayo)).replace('amount: 2000000', 'amount: 9'));
  expect(await standing()).toBe('pending_review');
  await status(rita, 'pending_publish');
  await rita.save(NAME.collection, SERVICE, (await draftText(rita)).replace('amount: 9', 'amount: 8'));
  expect(await standing()).toBe('pending_publish');
});

test('the author is told when it is approved, sent back and published; a restart forgets nothing', async () => {
  await status(dayo, 'pending_review');
  await status(rita, 'draft');
  await status(dayo, 'pending_review');
  portal.cms = portal.restarted();
  await status(rita, 'pending_publish');
  await rita.publish(NAME.collection, NAME.slug);
  expect(portal.mails.map(({ to, subject }) => `${to}: ${subject.split(' – ')[0]}`)).toEqual([
    'rita@review.example: Please review',
    'dayo@inec.example: Sent back',
    'rita@review.example: Please review',
    'dayo@inec.example: Approved',
    'dayo@inec.example: Published',
  ]);
  const message = portal.git('log', '-1', '--format=%an|%B');
  expect(message).toMatch(/^Dayo Ade\|INEC, Registration of a …: fee \(Application\) ₦1,000,000 → ₦2,000,000\n\n- Fee/);
  expect(message).toContain('Published-by: Rita Musa <rita@review.example>');
  expect(message).not.toContain('Co-authored-by');
});

test('where a country has no reviewer and a body nobody who may publish, the administrator is asked', async () => {
  portal.write('content/officers.yaml', portal.read('content/officers.yaml').replace(/.*Rita Musa.*\n/, ''));
  await status(dayo, 'pending_review');
  expect(portal.mails.map(({ to }) => to)).toEqual(['ada@portal.example']);
});

test('an officer who has Kiswahili in the list is written to in Kiswahili', async () => {
  portal.write(
    'content/officers.yaml',
    portal.read('content/officers.yaml').replace('role: reviewer, jurisdictions: [ng]', 'role: reviewer, language: sw'),
  );
  await status(dayo, 'pending_review');
  expect(portal.mails[0]?.subject).toMatch(/^Tafadhali kagua – INEC/);
  expect(portal.mails[0]?.text).toContain('https://portal.example/sw/desk/review/services-inec/party-registration/');
});

async function draftText(desk: Desk): Promise<string> {
  return String((await desk.act('unpublishedEntryDataFile', { ...NAME, path: SERVICE })).body.data);
}
