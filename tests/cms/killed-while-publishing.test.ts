import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContentStore } from '../../src/cms/git/content-store.ts';
import { completePublication, publishedCommit } from '../../src/cms/git/complete-publication.ts';
import { signIn } from './client.ts';
import { makePortal, SERVICE, type Portal } from './fixture.ts';
import { failOn, killedAfter, leftAfterEachStep, removeCopies } from './killed-runs.ts';
import { act } from './publish-action.ts';

const [COLLECTION, SLUG] = ['services-inec', 'party-registration'] as const;
const DRAFT = `${COLLECTION}/${SLUG}`;
const PICTURE = 'content/media/inec/map.png';
const AMINA = { name: 'Amina Bello', email: 'amina@inec.example' };

let portal: Portal;
removeCopies();

beforeAll(async () => {
  portal = makePortal();
  const amina = await signIn(portal, AMINA.email);
  await amina.save(COLLECTION, SERVICE, (await amina.open(SERVICE)).replace('1000000', '2000000'));
  // A second file, as a draft with a picture has: the publication can end between the two.
  const store = storeOf(portal.dir);
  const changes = [{ path: PICTURE, blob: await store.writeBlob('a picture') }];
  await store.saveDraft({ collection: COLLECTION, slug: SLUG, changes, author: AMINA });
});
afterAll(() => portal.remove());

const storeOf = (repoDir: string) =>
  openContentStore({
    repoDir,
    clock: () => new Date(),
    committer: async () => ({ name: 'Portal', email: 'p@p.example' }),
  });
const gitOf =
  (dir: string) =>
  (...args: string[]): string =>
    execFileSync('git', args, { cwd: dir, encoding: 'utf8' }).trim();

const publishing = () => ['publish-action.ts', portal.dir, DRAFT] as const;

/** The portal with its draft, in which a process publishes and is killed once the branch has moved. */
const killedOnceMoved = (): string => killedAfter('update-ref', ...publishing());

test('whatever the step at which the portal is killed, its next start finds or completes the publication, and nothing is half done', async () => {
  const outcomes = { before: 0, after: 0 };
  for (const [step, dir] of leftAfterEachStep(...publishing()).entries()) {
    const git = gitOf(dir);
    const moved = git('rev-list', '--count', 'HEAD') === '2';
    const [underWay, parent] = [await publishedCommit(dir), git('rev-parse', moved ? 'HEAD^' : 'HEAD')];
    // An edition built now would hold the files as they lie there, so it may claim no more than is surely in them.
    if (git('status', '--porcelain') !== '') expect(underWay, `step ${step}`).toBe(parent);

    await completePublication(dir, failOn);

    outcomes[moved ? 'after' : 'before'] += 1;
    expect(git('status', '--porcelain'), `step ${step}`).toBe('');
    expect(git('for-each-ref', 'refs/heads/cms') === '', `step ${step}`).toBe(moved);
    if (!moved) await act(dir, DRAFT);
    expect(git('rev-list', '--count', 'HEAD'), `step ${step}`).toBe('2');
    expect(readFileSync(join(dir, SERVICE), 'utf8'), `step ${step}`).toContain('amount: 2000000');
    expect(readFileSync(join(dir, PICTURE), 'utf8'), `step ${step}`).toBe('a picture');
    expect(git('status', '--porcelain'), `step ${step}`).toBe('');
  }
  // Both happened: otherwise the steps were not where this test believes them to be.
  expect(outcomes.before).toBeGreaterThan(2);
  expect(outcomes.after).toBeGreaterThan(4);
});

test('what a killed process leaves is what lay there at that step', async () => {
  const standing = (dir: string): string[] => [
    ...['for-each-ref', 'status --porcelain', 'diff', 'ls-files -s'].map((asked) => gitOf(dir)(...asked.split(' '))),
    readFileSync(join(dir, '.git', 'cms-publication.json'), 'utf8'),
  ];
  const branchMoved = (dir: string): boolean => gitOf(dir)('rev-list', '--count', 'HEAD') === '2';
  const lay = leftAfterEachStep(...publishing()).find(branchMoved) ?? '';
  expect(standing(lay)).toEqual(standing(killedOnceMoved()));
});

test('what the operator did in the files between the crash and the next start is never undone', async () => {
  const dir = killedOnceMoved();
  const git = gitOf(dir);
  expect(git('rev-list', '--count', 'HEAD')).toBe('2');
  const edited = `${readFileSync(join(dir, SERVICE), 'utf8')}# the operator's own\n`;
  writeFileSync(join(dir, SERVICE), edited);
  writeFileSync(join(dir, 'notes.txt'), 'mine');
  writeFileSync(join(dir, 'staged.txt'), 'staged');
  git('add', 'staged.txt');

  // The next thing that is written completes what was begun, too.
  await storeOf(dir).exclusively(async () => undefined);

  expect(readFileSync(join(dir, SERVICE), 'utf8')).toBe(edited);
  expect(git('status', '--porcelain').split('\n').sort()).toEqual(
    ['?? notes.txt', 'A  staged.txt', `M ${SERVICE}`].sort(),
  );
  expect(readFileSync(join(dir, PICTURE), 'utf8')).toBe('a picture');
  expect(git('for-each-ref', 'refs/heads/cms')).toBe('');
});

test('a lock that the crash left behind is told, and keeps neither the portal from starting nor the edit from being completed later', async () => {
  const dir = killedOnceMoved();
  const lock = join(dir, '.git', 'index.lock');
  writeFileSync(lock, '');
  const events: object[] = [];
  await completePublication(dir, (event) => events.push(event));
  expect(events).toEqual([{ event: 'publication-not-completed', error: expect.stringContaining('.git/index.lock') }]);
  rmSync(lock);
  await completePublication(dir, failOn);
  expect(gitOf(dir)('status', '--porcelain')).toBe('');
});

test('a draft whose change is on the branch already can be published, and is then done with', async () => {
  const dir = killedOnceMoved();
  const git = gitOf(dir);
  rmSync(join(dir, '.git', 'cms-publication.json'));
  git('reset', '-q', '--hard');
  const store = storeOf(dir);
  const head = git('rev-parse', 'HEAD');
  expect(await store.publishDraft(await store.drafts.get(COLLECTION, SLUG), 'Change it', AMINA)).toBe(head);
  expect(git('for-each-ref', 'refs/heads/cms')).toBe('');
});
