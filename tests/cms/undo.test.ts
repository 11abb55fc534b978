import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeskContext } from '../../src/cms/context.ts';
import { publicationsOf } from '../../src/cms/published/publications.ts';
import { undoPublication } from '../../src/cms/published/undo-publication.ts';
import { attempt } from '../../src/cms/refusal.ts';
import { signIn, type Desk } from './client.ts';
import { CHARTER, makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

let portal: Portal;
let desk: Desk;
let amina: DeskContext;

beforeEach(async () => {
  portal = makePortal();
  desk = await signIn(portal, 'amina@inec.example');
  amina = await contextOf(desk);
});
afterEach(() => portal.remove());

async function contextOf({ cookie }: Desk): Promise<DeskContext> {
  const visit = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  if (!visit?.context) throw new Error('Nobody is signed in.');
  return visit.context;
}

/** Publishes an entry with a text in place of another, and gives the commit. */
async function publish(path: string, from: string | RegExp, to: string): Promise<string> {
  const collection = path === CHARTER ? 'charter-inec' : 'services-inec';
  await desk.save(collection, path, (await desk.open(path)).replace(from, to));
  return String((await desk.publish(collection, path === CHARTER ? 'inec' : 'party-registration')).body.commit);
}

const refused = async (commit: string, by = amina) => (await attempt(() => undoPublication(by, commit))).refusal;

test('a publication is undone to the byte by a commit of the officer that says so', async () => {
  const before = portal.read(SERVICE);
  const commit = await publish(SERVICE, 'amount: 1000000', 'amount: 5');
  const { commit: undone } = await undoPublication(amina, commit);
  expect(portal.read(SERVICE)).toBe(before);
  expect(portal.git('rev-parse', 'HEAD')).toBe(undone);
  expect(portal.git('log', '-1', '--format=%an|%s')).toMatch(/^Amina Bello\|Undo: /);
  expect(portal.git('log', '-1', '--format=%B')).toContain(`Undoes: ${commit}`);
  expect(portal.git('status', '--porcelain')).toBe('');
  expect(portal.published.at(-1)).toEqual([SERVICE]);
});

test('an undone publication can be put back by undoing that', async () => {
  const commit = await publish(SERVICE, 'amount: 1000000', 'amount: 5');
  const { commit: undone } = await undoPublication(amina, commit);
  await undoPublication(amina, undone);
  expect(portal.read(SERVICE)).toContain('amount: 5');
});

test('what was changed elsewhere in the entry since stays', async () => {
  const commit = await publish(SERVICE, 'amount: 1000000', 'amount: 5');
  await publish(SERVICE, 'max: 60', 'max: 30');
  await undoPublication(amina, commit);
  expect(portal.read(SERVICE)).toContain('amount: 1000000');
  expect(portal.read(SERVICE)).toContain('max: 30');
});

test('what a later publication changed again is not undone, and the field is named', async () => {
  const commit = await publish(SERVICE, 'amount: 1000000', 'amount: 5');
  await publish(SERVICE, 'amount: 5', 'amount: 6');
  const refusal = await refused(commit);
  expect(refusal?.status).toBe(409);
  expect(refusal?.message).toContain('Amount');
  expect(portal.read(SERVICE)).toContain('amount: 6');
});

test('undoing twice, what is not published, and another body’s are refused', async () => {
  const commit = await publish(SERVICE, 'amount: 1000000', 'amount: 5');
  await undoPublication(amina, commit);
  expect((await refused(commit))?.status).toBe(409);
  expect((await refused('0'.repeat(40)))?.status).toBe(409);
  expect((await refused('HEAD'))?.status).toBe(409);
  const efe = await contextOf(await signIn(portal, 'efe@npc.example'));
  expect((await refused(commit, efe))?.status).toBe(409);
  await publish(SERVICE, 'amount: 1000000', 'amount: 9');
  expect((await refused(portal.git('rev-parse', 'HEAD'), efe))?.status).toBe(403);
  const dayo = await contextOf(await signIn(portal, 'dayo@inec.example'));
  expect((await refused(portal.git('rev-parse', 'HEAD'), dayo))?.status).toBe(403);
  expect(portal.read(SERVICE)).toContain('amount: 9');
});

test('what whoever runs the portal has set is not undone at the desk', async () => {
  portal.write(CHARTER, portal.read(CHARTER).replace('type: commission', 'type: commission\nstatus: renamed'));
  portal.git('-c', 'user.name=T', '-c', 'user.email=t@portal.example', 'commit', '-qam', 'Rename');
  expect((await refused(portal.git('rev-parse', 'HEAD')))?.status).toBe(403);
  expect(portal.read(CHARTER)).toContain('renamed');
});

test('what was not published at the desk is not undone there, though it is of the own body', async () => {
  portal.write(SERVICE, portal.read(SERVICE).replace('amount: 1000000', 'amount: 4'));
  portal.git('-c', 'user.name=T', '-c', 'user.email=t@portal.example', 'commit', '-qam', 'Correct a fee');
  expect((await refused(portal.git('rev-parse', 'HEAD')))?.status).toBe(403);
  expect(portal.read(SERVICE)).toContain('amount: 4');
});

test('an undo that would leave a source uncited is refused in words', async () => {
  const added = await publish(CHARTER, '  - id: s2', '  - id: s3\n    title: New\n    kind: official\n  - id: s2');
  await publish(SERVICE, 'evidence: { sources: [s1], asOf: "2022"', 'evidence: { sources: [s3], asOf: "2022"');
  const refusal = await refused(added);
  expect(refusal?.status).toBe(422);
  expect(refusal?.message).toContain('s3');
});

test('the publications of a body are told with who and what', async () => {
  const commit = await publish(SERVICE, 'amount: 1000000', 'amount: 5');
  const [newest] = await publicationsOf(amina, 'inec');
  expect(newest).toMatchObject({ commit, by: 'Amina Bello', ofDesk: true });
  expect(newest?.subject).toBe(portal.git('log', '-1', '--format=%s'));
  expect(await publicationsOf(amina, 'npc')).toMatchObject([{ subject: 'Begin', ofDesk: false }]);
});
