import { createHash } from 'node:crypto';
import { officerMark } from '../officer-mark.ts';
import { withTrailers } from './trailers.ts';
import type { FileChange } from './reader.ts';
import type { Repository } from './repository.ts';
import type { Person } from './person.ts';

/** So long a version waits for whoever wrote it. */
export const PARKED_DAYS = 30;

/** An officer's version of an entry that contradicts what somebody saved meanwhile. Nobody else is shown it. */
export interface ParkedVersion {
  id: string;
  ref: string;
  collection: string;
  slug: string;
  /** The officer's version; its parent holds the one that it was made of. */
  commit: string;
  parkedAt: Date;
}

/** The day until which a version waits (ISO 8601). */
export const keptUntil = ({ parkedAt }: Pick<ParkedVersion, 'parkedAt'>): string =>
  new Date(parkedAt.getTime() + PARKED_DAYS * DAY_MS).toISOString().slice(0, 10);

interface ParkedEdit {
  officer: Person;
  collection: string;
  slug: string;
  path: string;
  /** The commit that refused the edit. */
  tip: string;
  /** The version that the edit was made of; absent where git no longer has it. */
  base: string | undefined;
  /** The officer's version, and what comes with it. */
  changes: FileChange[];
  /** Saved again from the same window, it takes the place of what that window parked before. */
  editWindow: string;
  /** The commit of the draft, where the version is that of the draft and contradicts what was published since. */
  renews?: string;
}

interface ParkedOptions {
  repository: Repository;
  clock: () => Date;
  committer: () => Promise<Person>;
}

const PREFIX = 'refs/cms-parked/';
const DAY_MS = 86_400_000;

/**
 * Keeps versions in git, as commits like those of drafts, on refs of their own: one step puts each there whole, and
 * nothing that is published or in review leads to it.
 */
export function openParked({ repository, clock, committer }: ParkedOptions) {
  /** Keeps a version and gives its id. */
  async function park({
    officer,
    collection,
    slug,
    path,
    tip,
    base,
    changes,
    editWindow,
    renews,
  }: ParkedEdit): Promise<string> {
    const id = digest(`${officer.email}\n${path}\n${editWindow}`, 12);
    const ref = `${folderOf(officer)}${collection}/${slug}/${id}`;
    const by = { author: officer, committer: await committer(), at: clock() };
    const parent = await repository.commit({
      parent: tip,
      changes: [{ path, blob: base ?? null }],
      message: `The version that was opened of ${collection}/${slug}\n`,
      ...by,
    });
    const message = withTrailers(`Parked version of ${collection}/${slug}`, {
      'Cms-Edit': editWindow,
      'Cms-Renews': renews,
    });
    const commit = await repository.commit({ parent, changes, message, ...by });
    await repository.moveRef(ref, commit, await repository.refCommit(ref));
    return id;
  }

  /** The versions of an officer that wait, the newest first. */
  async function of(officer: Person): Promise<ParkedVersion[]> {
    const found = await under(folderOf(officer));
    return found.filter(isKept).sort((a, b) => b.parkedAt.getTime() - a.parkedAt.getTime());
  }

  /** One version of an officer; undefined where it is somebody else's, settled, or too old. */
  async function find(officer: Person, id: string): Promise<ParkedVersion | undefined> {
    return (await of(officer)).find((version) => version.id === id);
  }

  const drop = ({ ref, commit }: ParkedVersion): Promise<unknown> => repository.deleteRef(ref, commit);

  /** Lets go of what is too old. */
  async function sweep(): Promise<void> {
    for (const version of await under(PREFIX)) if (!isKept(version)) await drop(version);
  }

  const isKept = ({ parkedAt }: ParkedVersion): boolean =>
    clock().getTime() - parkedAt.getTime() < PARKED_DAYS * DAY_MS;

  async function under(prefix: string): Promise<ParkedVersion[]> {
    const refs = await repository.refsUnder(prefix);
    return Promise.all(
      refs.map(async ({ ref, commit }) => {
        const [collection = '', slug = '', id = ''] = ref.slice(PREFIX.length).split('/').slice(1);
        const [seconds = ''] = await repository.log(['-1', '--format=%ct', commit]);
        return { id, ref, collection, slug, commit, parkedAt: new Date(Number(seconds) * 1000) };
      }),
    );
  }

  return { park, of, find, drop, sweep };
}

const folderOf = (officer: Person): string => `${PREFIX}${officerMark(officer)}/`;

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
