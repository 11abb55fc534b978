import { CmsError } from '../cms-error.ts';
import type { FileChange } from './reader.ts';
import type { Repository } from './repository.ts';
import type { Person } from './writer.ts';

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
  /** Who wrote it, newest first, each once. */
  authors: Person[];
}

const PREFIX = 'refs/heads/cms/';

export const draftRef = (collection: string, slug: string): string => `${PREFIX}${collection}/${slug}`;

/**
 * Text that the CMS leaves in its commits, so that a restart forgets nothing: the stage, and the window in which the
 * edit was made.
 */
export function withTrailers(subject: string, trailers: Record<string, string | undefined>): string {
  const lines = Object.entries(trailers).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${subject}\n\n${lines.join('\n')}\n`;
}

export function trailer(message: string, name: string): string | undefined {
  return message
    .split('\n')
    .findLast((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);
}

export function openDrafts(repository: Repository) {
  async function find(collection: string, slug: string): Promise<Draft | undefined> {
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
    const rows = await repository.log(['--format=%aI%x09%an%x09%ae', `${base}..${commit}`]);
    const people = rows.map((row) => row.split('\t')).map(([, name = '', email = '']) => ({ name, email }));
    const stage = trailer(await repository.message(commit), 'Cms-Status');
    return {
      ref,
      collection,
      slug,
      commit,
      base,
      status: draftStatuses.find((status) => status === stage) ?? 'draft',
      changes: await repository.diff(base, commit),
      updatedAt: rows[0]?.split('\t')[0] ?? '',
      authors: people.filter((person, at) => people.findIndex((other) => other.email === person.email) === at),
    };
  }

  return { find, get, all };
}

export type Drafts = ReturnType<typeof openDrafts>;
