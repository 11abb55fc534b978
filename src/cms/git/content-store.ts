import { CmsError } from '../cms-error.ts';
import { openDiscarded } from './discarded.ts';
import { draftRef, openDrafts, type Draft, type DraftStatus } from './drafts.ts';
import { quoted, type ReviewEvent } from './review-steps.ts';
import { trailer, withTrailers } from './trailers.ts';
import type { Turns } from '../../database/turns.ts';
import { createQueue } from './queue.ts';
import { openPublishing } from './publishing.ts';
import type { FileChange } from './reader.ts';
import { openJournal } from './journal.ts';
import { openEdits } from './edits-of.ts';
import { openParked } from './parked.ts';
import { openRepository } from './repository.ts';
import { gitIn } from '../../lib/git.ts';
import { rememberAnswers } from '../../lib/git-answers.ts';
import { isTopOf, openCompletion } from './complete-publication.ts';
import { openWorkingTree } from './working-tree.ts';
import type { Person } from './person.ts';

export interface StoreOptions {
  repoDir: string;
  clock: () => Date;
  committer: () => Promise<Person>;
  /** Lets one process at a time write, where several share the repository. */
  turns?: Turns | undefined;
}

/** What a draft is made of: the changed files and the window in which they were edited. */
export interface DraftEdit {
  collection: string;
  slug: string;
  changes: FileChange[];
  author: Person;
  editWindow?: string;
  /** What the window holds, where another's change was joined to it and it does not know of that. */
  held?: string | undefined;
}

export interface RenewedDraft extends Pick<DraftEdit, 'changes' | 'editWindow' | 'held'> {
  /** The commit that it goes on from. */
  published: string;
  author?: Person;
}

/**
 * The content as git keeps it: published on the branch that is checked out, drafts on branches of their own.
 * Everything that writes goes through `exclusively`, one task at a time, whichever process it is in: another's journal
 * is that of a crash only while nobody else is at work. Refs move by compare-and-swap, so somebody who commits at a
 * terminal at the same moment loses nothing either.
 */
export function openContentStore({ repoDir, clock, committer, turns = (task) => task() }: StoreOptions) {
  const git = rememberAnswers(gitIn(repoDir));
  const repository = openRepository(git);
  const drafts = openDrafts(repository);
  const discarded = openDiscarded(repository, clock, committer);
  const workingTree = openWorkingTree(git, repoDir, repository);
  const journal = openJournal(git, repoDir);
  const settle = openCompletion({ git, repository, workingTree, journal });
  const publishing = openPublishing({ git, repository, workingTree, clock, committer, journal, settle });
  const queue = createQueue();

  /** Runs a task that writes, alone, after whatever an earlier one was kept from completing. */
  const exclusively = <T>(task: () => Promise<T>): Promise<T> => queue(() => turns(() => settle().then(task)));

  const isReady = (): Promise<boolean> => isTopOf(git, repoDir);

  /** Refuses folders that are not the top of a git repository, such as an unpacked archive. */
  async function assertReady(): Promise<void> {
    if (!(await isReady())) {
      throw new CmsError(
        503,
        'The content is not in a git repository of its own, so the CMS cannot save. Clone the repository instead of unpacking an archive, or run "git init" and commit once.',
      );
    }
  }

  async function saveDraft({ collection, slug, changes, author, editWindow, held }: DraftEdit): Promise<void> {
    const existing = await drafts.find(collection, slug);
    const parent = existing?.commit ?? (await repository.head()).commit;
    const message = withTrailers(`Draft of ${collection}/${slug}`, {
      'Cms-Status': existing ? statusAfterEdit(existing, changes, author) : 'draft',
      'Cms-Edit': held ? undefined : editWindow,
      'Cms-Held': held && editWindow ? `${editWindow} ${held}` : undefined,
    });
    const commit = await repository.commit({
      parent,
      changes,
      message,
      author,
      committer: await committer(),
      at: clock(),
    });
    await repository.moveRef(draftRef(collection, slug), commit, existing?.commit);
  }

  /**
   * Puts a draft on top of what was published since it was begun, with all that it changes now. What was done with it
   * stays, and so does an approval, unless somebody else decided what it holds: `author`.
   */
  async function renewDraft(
    draft: Draft,
    { published, changes, author, editWindow, held }: RenewedDraft,
  ): Promise<void> {
    const { ref, collection, slug, commit: before, owner, authors } = draft;
    const kept = trailer(await repository.message(before), 'Cms-Edit');
    const commit = await repository.commit({
      ...{ parent: published, joins: before, changes },
      message: withTrailers(`Draft of ${collection}/${slug}, on what was published since`, {
        'Cms-Status': author ? statusAfterEdit(draft, changes, author) : draft.status,
        'Cms-Edit': held ? undefined : (editWindow ?? kept),
        'Cms-Held': held && editWindow ? `${editWindow} ${held}` : undefined,
      }),
      author: author ?? authors[0] ?? owner,
      committer: await committer(),
      at: clock(),
    });
    await repository.moveRef(ref, commit, before);
  }

  /** Notes on a draft's branch what was done with it. No file of it changes. */
  async function noteStep(
    draft: Draft,
    { step, by, words, from, status }: Omit<ReviewEvent, 'at'> & { status: DraftStatus },
  ): Promise<void> {
    const subject = `Draft of ${draft.collection}/${draft.slug}: ${step}`;
    const commit = await repository.commit({
      parent: draft.commit,
      changes: [],
      message: withTrailers(words ? `${subject}\n\n${quoted(words)}` : subject, {
        'Cms-Step': step,
        'Cms-From': from,
        'Cms-Status': status,
        'Cms-Edit': trailer(await repository.message(draft.commit), 'Cms-Edit'),
      }),
      author: { name: by.name, email: by.email },
      committer: await committer(),
      at: clock(),
    });
    await repository.moveRef(draft.ref, commit, draft.commit);
  }

  return {
    ...repository,
    ...publishing,
    drafts,
    exclusively,
    isReady,
    assertReady,
    saveDraft,
    renewDraft,
    noteStep,
    discarded,
    editsOf: openEdits(git),
    parked: openParked({ repository, clock, committer }),
  };
}

/**
 * The stage of a draft that is edited again. What was approved is no longer what it holds, unless whoever approved it
 * edits it.
 */
function statusAfterEdit({ status, approval }: Draft, changes: FileChange[], author: Person): DraftStatus {
  if (status !== 'pending_publish' || changes.length === 0 || approval?.by.email === author.email) return status;
  return 'pending_review';
}

export type ContentStore = ReturnType<typeof openContentStore>;
