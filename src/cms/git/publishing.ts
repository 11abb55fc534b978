import { CmsError } from '../cms-error.ts';
import type { Draft } from './drafts.ts';
import { trailer, withTrailers } from './trailers.ts';
import type { FileChange } from './reader.ts';
import type { Journal } from './journal.ts';
import type { Repository } from './repository.ts';
import type { Git } from '../../lib/git.ts';
import type { WorkingTree } from './working-tree.ts';
import type { Person } from './person.ts';

export interface PublishingOptions {
  git: Git;
  repository: Repository;
  workingTree: WorkingTree;
  clock: () => Date;
  committer: () => Promise<Person>;
  journal: Journal;
  settle: () => Promise<void>;
}

/** Puts changes on the branch that is checked out, where the site is built from. */
export function openPublishing({ git, repository, workingTree, clock, committer, journal, settle }: PublishingOptions) {
  /**
   * Publishes a draft as one commit by those who wrote it. Refuses when a file of it was published anew since the draft
   * was begun.
   */
  async function publishDraft(draft: Draft, subject: string, publisher: Person): Promise<string> {
    const { commit: published } = await repository.head();
    const changes: FileChange[] = [];
    for (const change of draft.changes) {
      const now = await repository.blobAt(published, change.path);
      if (now === (change.blob ?? undefined)) continue;
      changes.push(change);
      if ((await repository.blobAt(draft.base, change.path)) !== now) {
        throw new CmsError(
          409,
          'Somebody published another change of this entry at this moment. Your draft is kept; publish it again.',
        );
      }
    }
    const [author = publisher, ...others] = draft.authors;
    const message = withTrailers(subject, {
      'Co-authored-by': others.map((person) => `${person.name} <${person.email}>`).join('\nCo-authored-by: '),
      'Published-by': publisher.email === author.email ? undefined : `${publisher.name} <${publisher.email}>`,
      'Cms-Edit': trailer(await repository.message(draft.commit), 'Cms-Edit'),
    });
    if (changes.length > 0) return publish(changes, message, author, draft);
    await repository.deleteRef(draft.ref, draft.commit);
    return published;
  }

  /**
   * Puts changes on the published branch and lets the working tree follow; a draft that they come from is then done
   * with.
   */
  async function publish(changes: FileChange[], message: string, author: Person, draft?: Draft): Promise<string> {
    const { ref, commit: parent } = await repository.head();
    const bare = (await git(['rev-parse', '--is-bare-repository'])).toString().trim() === 'true';
    if (!bare)
      await workingTree.assertUntouched(
        parent,
        changes.map((change) => change.path),
      );
    const commit = await repository.commit({
      parent,
      changes,
      message,
      author,
      committer: await committer(),
      at: clock(),
    });
    await journal.write({ ref, commit, ...(draft ? { draft: { ref: draft.ref, commit: draft.commit } } : {}) });
    try {
      await repository.moveRef(ref, commit, parent);
    } catch (error) {
      await journal.clear();
      throw error;
    }
    await settle();
    return commit;
  }

  return { publishDraft, publish };
}
