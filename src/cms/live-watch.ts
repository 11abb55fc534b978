import type { ContentProblem } from '../register/problem.ts';
import type { Officer } from '../schemas/officer.ts';
import { CmsError } from './cms-error.ts';
import { placeOf } from './entry/place-of.ts';
import type { ContentStore } from './git/content-store.ts';
import { permittedFile } from './permissions.ts';

/** The edition that visitors see, and why the one that should follow it could not be made. */
export interface LiveEdition {
  /** The commit whose content it surely holds; absent where nobody knows. */
  commit?: string;
  failure?: {
    /** The commit that was to be built. */
    commit?: string;
    /** Mistakes in the content; none where the fault lies elsewhere. */
    problems: ContentProblem[];
  };
}

/** What the desk tells an officer of a published change. */
export interface LiveStatus {
  live: boolean;
  /** Why it is not live, in words, where a build failed. */
  problem?: string;
}

/** Tells whether a published commit is what visitors see, and if not, what stands in the way. */
export function createLiveWatch(store: ContentStore, edition: () => LiveEdition) {
  /** True where the edition was built from that commit or a later one, or from content that says the same. */
  async function holds(built: string | undefined, commit: string): Promise<boolean> {
    if (!built) return false;
    if (await store.contains(built, commit)) return true;
    // A history that was written anew at the git host has the change under another name.
    const changes = await store.diff(`${commit}^`, commit);
    const now = await Promise.all(changes.map(({ path }) => store.blobAt(built, path)));
    return changes.length > 0 && changes.every(({ blob }, at) => now[at] === (blob ?? undefined));
  }

  async function status(commit: string, officer: Officer): Promise<LiveStatus> {
    if (!/^[0-9a-f]{40,64}$/.test(commit) || !(await store.refCommit(commit))) {
      throw new CmsError(404, 'The portal knows no such publication. Open the entry again to see how it stands.');
    }
    const { commit: built, failure } = edition();
    if (await holds(built, commit)) return { live: true };
    if (!failure || (failure.commit && !(await holds(failure.commit, commit)))) return { live: false };
    return { live: false, problem: inWords(failure.problems, officer) };
  }

  return { status };
}

export type LiveWatch = ReturnType<typeof createLiveWatch>;

function inWords([first, ...more]: ContentProblem[], officer: Officer): string {
  if (!first) {
    return 'Your change is published but not on the page yet: the pages could not be renewed, through a fault on the server and not in your text. It is tried again by itself. Tell whoever runs the portal if it stays so.';
  }
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  const own = mayEdit(officer, first.file);
  const remedy = own
    ? `${first.remedy} You can mend it here.`
    : 'It is not yours to mend: tell whoever runs the portal.';
  return `Your change is published but not on the page yet, because another file has a mistake${others}: ${placeOf(first)}: ${first.message} ${remedy} Once it is mended, your change goes on the page by itself.`;
}

function mayEdit(officer: Officer, file: string): boolean {
  try {
    permittedFile(officer, file);
    return true;
  } catch (error) {
    if (error instanceof CmsError) return false;
    throw error;
  }
}
