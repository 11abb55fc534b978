import { realpath } from 'node:fs/promises';
import { CmsError } from '../cms-error.ts';
import { draftRef, openDrafts, trailer, withTrailers, type Draft, type DraftStatus } from './drafts.ts';
import { createQueue } from './queue.ts';
import { openRepository, type FileChange, type Person } from './repository.ts';
import { gitIn } from './run-git.ts';
import { openWorkingTree } from './working-tree.ts';

export interface StoreOptions {
  repoDir: string;
  clock: () => Date;
  committer: () => Promise<Person>;
}

/** What a draft is made of: the changed files and the window in which they were edited. */
export interface DraftEdit {
  collection: string;
  slug: string;
  changes: FileChange[];
  author: Person;
  status?: DraftStatus;
  editWindow?: string;
}

/**
 * The content as git keeps it: published on the branch that is checked out, drafts on branches of their own.
 * Everything that writes goes through `exclusively`, one task at a time; refs move by compare-and-swap, so
 * somebody who commits at a terminal at the same moment loses nothing either.
 */
export function openContentStore({ repoDir, clock, committer }: StoreOptions) {
  const git = gitIn(repoDir);
  const repository = openRepository(git);
  const drafts = openDrafts(repository);
  const workingTree = openWorkingTree(git, repoDir, repository);
  const exclusively = createQueue();

  /** Refuses folders that are not the top of a git repository, such as an unpacked archive. */
  async function assertReady(): Promise<void> {
    const top = await git(['rev-parse', '--show-toplevel']).then(
      (out) => realpath(out.toString().trim()),
      () => undefined,
    );
    if (top !== (await realpath(repoDir))) {
      throw new CmsError(
        503,
        'The content is not in a git repository of its own, so the CMS cannot save. Clone the repository instead of unpacking an archive, or run "git init" and commit once.',
      );
    }
  }

  async function saveDraft({ collection, slug, changes, author, status, editWindow }: DraftEdit): Promise<void> {
    const existing = await drafts.find(collection, slug);
    const parent = existing?.commit ?? (await repository.head()).commit;
    const message = withTrailers(`Draft of ${collection}/${slug}`, { 'Cms-Status': existing?.status ?? status ?? 'draft', 'Cms-Edit': editWindow });
    const commit = await repository.commit({ parent, changes, message, author, committer: await committer(), at: clock() });
    await repository.moveRef(draftRef(collection, slug), commit, existing?.commit);
  }

  async function setStatus(draft: Draft, status: DraftStatus, author: Person): Promise<void> {
    const editWindow = trailer(await repository.message(draft.commit), 'Cms-Edit');
    const message = withTrailers(`Draft of ${draft.collection}/${draft.slug}`, { 'Cms-Status': status, 'Cms-Edit': editWindow });
    const by = draft.authors[0] ?? author;
    const commit = await repository.commit({ parent: draft.commit, changes: [], message, author: by, committer: await committer(), at: clock() });
    await repository.moveRef(draft.ref, commit, draft.commit);
  }

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

  const discardDraft = (draft: Draft): Promise<unknown> => repository.deleteRef(draft.ref, draft.commit);

  /** Gives the window and the author of the last commit that changed a file. */
  async function lastEdit(commit: string, path: string): Promise<{ editWindow?: string; email?: string }> {
    const [last] = await repository.log(['-1', '--format=%H %ae', commit, '--', path]);
    if (!last) return {};
    const [id = '', email] = last.split(' ');
    return { email, editWindow: trailer(await repository.message(id), 'Cms-Edit') };
  }

  return { ...repository, drafts, exclusively, assertReady, saveDraft, setStatus, publishDraft, publish, discardDraft, lastEdit };
}

export type ContentStore = ReturnType<typeof openContentStore>;
