import { dieAfter, keepCompiled } from './die-after.ts';

/*
 * publish-and-die.ts FOLDER COLLECTION SLUG STEP: publishes a draft as the CMS does and is killed right after its nth step
 * that writes, or after the first whose name is given. Ends with 0 where there were fewer steps.
 */
const [dir = '', collection = '', slug = '', until = ''] = process.argv.slice(2);
dieAfter(until);

const { openContentStore } = await import('../../src/cms/git/content-store.ts');
keepCompiled();
const store = openContentStore({
  repoDir: dir,
  clock: () => new Date(),
  committer: async () => ({ name: 'Portal', email: 'portal@portal.example' }),
});
await store.exclusively(async () => {
  const draft = await store.drafts.get(collection, slug);
  await store.publishDraft(draft, 'Change it', { name: 'Amina Bello', email: 'amina@inec.example' });
});
