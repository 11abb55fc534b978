import { CmsError } from '../cms-error.ts';
import { trailer, withTrailers, type Draft } from './drafts.ts';
import type { FileChange } from './reader.ts';
import type { Repository } from './repository.ts';
import type { Git } from '../../lib/git.ts';
import type { WorkingTree } from './working-tree.ts';
import type { Person } from './writer.ts';

export interface PublishingOptions {
  git: Git;
  repository: Repository;
  workingTree: WorkingTree;
  clock: () => Date;
  committer: () => Promise<Person>;
}

/** Puts changes on the branch that is checked out, where the site is built from. */
export function openPublishing({ git, repository, workingTree, clock, committer }: PublishingOptions) {
  /** Publishes a draft as one commit by those who wrote it. Refuses when a file of it was published anew since the draft was begun. */
  async function publishDraft(draft: Draft, subject: string, publisher: Person): Promise<string> {
    const { commit: published } = await repository.head();
    for (const { path } of draft.changes) {
      if ((await repository.blobAt(draft.base, path)) !== (await repository.blobAt(published, path))) {
        throw new CmsError(
          409,
          'Somebody published another change of this entry after this draft was begun. Your draft is kept. Copy what you changed, discard the draft with "Delete unpublished changes", open the entry again and enter it there.',
        );
      }
    }
    const [author = publisher, ...others] = draft.authors;
    const message = withTrailers(subject, {
      'Co-authored-by': others.map((person) => `${person.name} <${person.email}>`).join('\nCo-authored-by: '),
      'Published-by': publisher.email === author.email ? undefined : `${publisher.name} <${publisher.email}>`,
      'Cms-Edit': trailer(await repository.message(draft.commit), 'Cms-Edit'),
    });
    const commit = draft.changes.length > 0 ? await publish(draft.changes, message, author) : published;
    await repository.deleteRef(draft.ref, draft.commit);
    return commit;
  }

  /** Puts changes on the published branch and lets the working tree follow. */
  async function publish(changes: FileChange[], message: string, author: Person): Promise<string> {
    const { ref, commit: parent } = await repository.head();
    const bare = (await git(['rev-parse', '--is-bare-repository'])).toString().trim() === 'true';
    if (!bare)
      await workingTree.assertUntouched(
        parent,
        changes.map((change) => change.path),
      );
    const commit = await repository.commit({ parent, changes, message, author, committer: await committer(), at: clock() });
    await repository.moveRef(ref, commit, parent);
    if (!bare) await workingTree.follow(changes);
    return commit;
  }

  return { publishDraft, publish };
}
