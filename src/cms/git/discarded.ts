import { CmsError } from '../cms-error.ts';
import { draftRef, type Draft } from './drafts.ts';
import type { Repository } from './repository.ts';
import type { Person } from './person.ts';

/** For so long a discarded draft can be had back. */
export const DISCARDED_KEPT_DAYS = 30;

/** A draft that was taken away from the desk and is still kept. */
export interface DiscardedDraft {
  /** The first twelve letters of the commit it stood at, by which it is asked for. */
  id: string;
  ref: string;
  collection: string;
  slug: string;
  /** The commit that tells who discarded it and when; the draft is its parent. */
  record: string;
  by: Person;
  /** ISO 8601. */
  at: string;
}

const PREFIX = 'refs/cms-discarded/';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Keeps discarded drafts under refs of their own, in which no editor looks. */
export function openDiscarded(repository: Repository, clock: () => Date, committer: () => Promise<Person>) {
  /** Takes a draft away from the desk, and keeps it with who discarded it and when. */
  async function discard({ ref, commit, collection, slug }: Draft, officer: Person): Promise<void> {
    const record = await repository.commit({
      parent: commit,
      changes: [],
      message: `Discarded draft of ${collection}/${slug}\n`,
      author: officer,
      committer: await committer(),
      at: clock(),
    });
    const kept = `${PREFIX}${collection}/${slug}/${commit.slice(0, 12)}`;
    if (!(await repository.refCommit(kept))) await repository.moveRef(kept, record, undefined);
    await repository.deleteRef(ref, commit);
  }

  async function kept(): Promise<(DiscardedDraft & { over: boolean })[]> {
    const oldest = clock().getTime() - DISCARDED_KEPT_DAYS * DAY_MS;
    const refs = await repository.refsUnder(PREFIX);
    const found = await Promise.all(
      refs.map(async ({ ref, commit: record }) => {
        const [collection = '', slug = '', id = ''] = ref.slice(PREFIX.length).split('/');
        const [last] = await repository.commits(['-1', record]);
        if (!id || !last) return [];
        const over = Date.parse(last.at) <= oldest;
        return [{ id, ref, collection, slug, record, by: last.author, at: last.at, over }];
      }),
    );
    return found.flat().sort((a, b) => b.at.localeCompare(a.at));
  }

  /** Those that can be had back, newest first. */
  const list = async (): Promise<DiscardedDraft[]> => (await kept()).filter(({ over }) => !over);

  /** Gives a draft back to the desk. Refuses where there is another draft of the entry by now. */
  async function restore({ ref, record, collection, slug }: DiscardedDraft): Promise<void> {
    const commit = await repository.refCommit(`${record}^`);
    const now = await repository.refCommit(draftRef(collection, slug));
    if (!commit || (now && now !== commit))
      throw new CmsError(
        409,
        'There is a newer draft of this entry, so the old one was not put over it. Publish or discard the newer one first.',
      );
    if (!now) await repository.moveRef(draftRef(collection, slug), commit, undefined);
    await repository.deleteRef(ref, record);
  }

  /** Forgets those that were kept long enough. Gives how many. */
  async function forgetOld(): Promise<number> {
    const old = (await kept()).filter(({ over }) => over);
    for (const { ref, record } of old) await repository.deleteRef(ref, record);
    return old.length;
  }

  return { discard, list, restore, forgetOld };
}
