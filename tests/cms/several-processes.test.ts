import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openContentStore, type ContentStore } from '../../src/cms/git/content-store.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { createTurns } from '../../src/database/turns.ts';
import { startPostgres, type PostgresServer } from '../cases/postgres-server.ts';
import { makePortal } from './fixture.ts';

/* Two processes that write to one repository: each with a queue and connections of its own. */

const OFFICER = { name: 'Amina Bello', email: 'amina@inec.example' };
const LOCK = 1;

let server: PostgresServer;
beforeAll(async () => void (server = await startPostgres()));
afterAll(() => server.stop());

test('what two processes publish at once is all on the branch and in the files, and no draft is left', async () => {
  const portal = makePortal();
  onTestFinished(() => portal.remove());
  const database = await server.createDatabase();
  const openStore = async (): Promise<ContentStore> => {
    const db = await openDatabase(database);
    onTestFinished(() => db.destroy());
    return openContentStore({
      repoDir: portal.dir,
      clock: () => new Date(),
      committer: () => Promise.resolve(OFFICER),
      turns: createTurns(db, LOCK),
    });
  };
  const stores = [await openStore(), await openStore()];
  const names = Array.from({ length: 3 }, (_, number) => `note-${number}`);
  const publish = (store: ContentStore, slug: string) =>
    store.exclusively(async () => {
      const path = `content/notices/${slug}.yaml`;
      const blob = await store.writeBlob(`title: ${slug}\n`);
      await store.saveDraft({ collection: 'notices', slug, changes: [{ path, blob }], author: OFFICER });
      await store.publishDraft(await store.drafts.get('notices', slug), `Add ${slug}`, OFFICER);
    });
  await Promise.all(stores.flatMap((store, which) => names.map((name) => publish(store, `${name}-${which}`))));

  const slugs = [0, 1].flatMap((which) => names.map((name) => `${name}-${which}`));
  for (const slug of slugs) expect(portal.read(`content/notices/${slug}.yaml`)).toBe(`title: ${slug}\n`);
  expect(portal.git('status', '--porcelain')).toBe('');
  expect(portal.git('log', '--format=%s').split('\n').sort()).toEqual(
    ['Begin', ...slugs.map((slug) => `Add ${slug}`)].sort(),
  );
  expect(portal.git('for-each-ref', 'refs/heads/cms')).toBe('');
});

test('a branch that another process has moved meanwhile is not moved from where it no longer stands', async () => {
  const portal = makePortal();
  onTestFinished(() => portal.remove());
  const store = openContentStore({
    repoDir: portal.dir,
    clock: () => new Date(),
    committer: () => Promise.resolve(OFFICER),
  });
  const { ref, commit: parent } = await store.head();
  const commits = await Promise.all(
    ['one', 'two'].map(async (name) =>
      store.commit({
        parent,
        changes: [{ path: `content/${name}.txt`, blob: await store.writeBlob(name) }],
        message: name,
        ...{ author: OFFICER, committer: OFFICER, at: new Date() },
      }),
    ),
  );
  const moved = await Promise.allSettled(commits.map((commit) => store.moveRef(ref, commit, parent)));
  expect(moved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(commits).toContain(portal.git('rev-parse', 'HEAD'));
});
