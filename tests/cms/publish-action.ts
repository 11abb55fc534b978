import { openContentStore } from '../../src/cms/git/content-store.ts';

/** Publishes the draft of a portal's folder as the CMS does; `name` is that of its collection and its own. */
export async function act(dir: string, name: string): Promise<void> {
  const [collection = '', slug = ''] = name.split('/');
  const store = openContentStore({
    repoDir: dir,
    // The same commits each time, so that two runs can be compared.
    clock: () => new Date('2026-11-02T10:00:00Z'),
    committer: async () => ({ name: 'Portal', email: 'portal@portal.example' }),
  });
  await store.exclusively(async () => {
    const draft = await store.drafts.get(collection, slug);
    await store.publishDraft(draft, 'Change it', { name: 'Amina Bello', email: 'amina@inec.example' });
  });
}
