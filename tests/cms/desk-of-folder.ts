import { openContentStore } from '../../src/cms/git/content-store.ts';
import { loadRegister } from '../../src/register/load.ts';

/** What the desk of a portal's folder works with, for a program of its own: it sends no mail and builds no page. */
export function deskOfFolder(dir: string, clock: () => Date) {
  const committer = () => Promise.resolve({ name: 'Portal', email: 'portal@portal.example' });
  return {
    committer,
    shared: {
      store: openContentStore({ repoDir: dir, clock, committer }),
      clock,
      register: () => loadRegister(`${dir}/content`),
      published: () => undefined,
      inWords: () => Promise.resolve({ subject: 'Change it', lines: [] }),
      post: { tellStep: () => Promise.resolve(), tellPublished: () => Promise.resolve() },
      log: () => undefined,
    },
  };
}
