import type { ChangedFile } from '../change-in-words.ts';
import type { FileChange } from '../git/reader.ts';
import type { ContentStore } from '../git/content-store.ts';

/** The texts of files before, in a commit, and after a change. Of uploads only whether they are there. */
export function changedFiles(store: ContentStore, commit: string, changes: FileChange[]): Promise<ChangedFile[]> {
  return Promise.all(
    changes.map(async ({ path, blob }) => {
      if (path.startsWith('content/media/')) return { path, ...(blob ? { after: '' } : {}) };
      const before = await store.blobAt(commit, path);
      const text = async (of: string | null | undefined): Promise<string | undefined> =>
        of ? (await store.read(of)).toString() : undefined;
      return { path, before: await text(before), after: await text(blob) };
    }),
  );
}
