import { CmsError } from '../cms-error.ts';
import { ID } from '../permissions.ts';
import type { FileChange } from './reader.ts';
import type { Repository } from './repository.ts';
import { reviewEvent, type ReviewEvent } from './review-steps.ts';
import { trailer } from './trailers.ts';
import type { Person } from './person.ts';

/** The stages of Decap's editorial workflow. */
export const draftStatuses = ['draft', 'pending_review', 'pending_publish'] as const;
export type DraftStatus = (typeof draftStatuses)[number];

/** An unpublished change of one entry: a branch of its own that starts at the commit it was begun on. */
export interface Draft {
  ref: string;
  collection: string;
  slug: string;
  commit: string;
  /** The published commit on which the draft was begun. */
  base: string;
  status: DraftStatus;
  changes: FileChange[];
  updatedAt: string;
  /** Who wrote it, newest first, each once. Whoever only reviewed it is not among them. */
  authors: Person[];
  /** Whoever began it, to whom it belongs. */
  owner: Person;
  /** What was done with it besides editing, oldest first. */
  events: ReviewEvent[];
  /** Who approved what it holds now, and from which day on it is to be published. */
  approval?: ReviewEvent | undefined;
}

const PREFIX = 'refs/heads/cms/';

export const draftRef = (collection: string, slug: string): string => `${PREFIX}${collection}/${slug}`;

export function openDrafts(repository: Repository) {
  async function find(collection: string, slug: string): Promise<Draft | undefined> {
    // Git would take more for a name: "passport~1" is the commit before that of "passport".
    if (!ID.test(collection) || !ID.test(slug)) return undefined;
    const ref = draftRef(collection, slug);
    const commit = await repository.refCommit(ref);
    return commit ? read(ref, commit) : undefined;
  }

  async function get(collection: string, slug: string): Promise<Draft> {
    const draft = await find(collection, slug);
    if (!draft)
      throw new CmsError(
        404,
        'There is no draft of this entry; somebody may have published or discarded it. Open the entry again.',
      );
    return draft;
  }

  async function all(): Promise<Draft[]> {
    const refs = await repository.refsUnder(PREFIX);
    const found = await Promise.all(refs.map(({ ref, commit }) => read(ref, commit)));
    return found.filter((draft) => draft !== undefined);
  }

  async function read(ref: string, commit: string): Promise<Draft | undefined> {
    const [collection = '', slug, ...more] = ref.slice(PREFIX.length).split('/');
    if (!slug || more.length > 0) return undefined;
    const { commit: published } = await repository.head();
    const base = await repository.mergeBase(published, commit);
    const commits = await repository.commits([`${base}..${commit}`]);
    const events = commits.flatMap((made) => reviewEvent(made) ?? []).reverse();
    const writers = commits.filter((made) => !reviewEvent(made)).map(({ author }) => author);
    const stage = trailer(commits[0]?.message ?? '', 'Cms-Status');
    const status = draftStatuses.find((known) => known === stage) ?? 'draft';
    const nobody = { name: '', email: '' };
    return {
      ref,
      collection,
      slug,
      commit,
      base,
      status,
      changes: await repository.diff(base, commit),
      updatedAt: commits[0]?.at ?? '',
      authors: writers.filter((person, at) => writers.findIndex(({ email }) => email === person.email) === at),
      owner: writers.at(-1) ?? nobody,
      events,
      approval: status === 'pending_publish' ? events.findLast(({ step }) => step === 'approved') : undefined,
    };
  }

  return { find, get, all };
}

export type Drafts = ReturnType<typeof openDrafts>;
