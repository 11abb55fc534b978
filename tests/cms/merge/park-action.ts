import { openContentStore } from '../../../src/cms/git/content-store.ts';
import { SERVICE } from '../fixture.ts';

/** Keeps a second saver's version, made from the version `base`, as the CMS does. */
export async function act(dir: string, base: string): Promise<void> {
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
}
