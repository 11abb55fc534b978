import { dieAfter, keepCompiled } from '../die-after.ts';

/*
 * park-and-die.ts FOLDER BASE STEP: keeps a second saver's version as the CMS does and is killed (SIGKILL) right after its
 * nth step that writes to git. Ends with 0 where there were fewer steps.
 */
const [dir = '', base = '', until = ''] = process.argv.slice(2);
dieAfter(until);

const { openContentStore } = await import('../../../src/cms/git/content-store.ts');
const { SERVICE } = await import('../fixture.ts');
keepCompiled();
const store = openContentStore({
  repoDir: dir,
  clock: () => new Date(),
  committer: async () => ({ name: 'Portal', email: 'portal@portal.example' }),
});
await store.exclusively(async () => {
  const blob = await store.writeBlob('name: Mine\n');
  await store.parked.park({
    officer: { name: 'Chidi Obi', email: 'chidi@inec.example' },
    collection: 'services-inec',
    slug: 'party-registration',
    path: SERVICE,
    tip: (await store.head()).commit,
    base,
    changes: [{ path: SERVICE, blob }],
    editWindow: 'abcdefgh',
  });
});
