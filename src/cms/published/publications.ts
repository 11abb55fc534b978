import type { DeskContext } from '../context.ts';

/** A commit that changed what is published of a body. */
export interface Publication {
  commit: string;
  /** ISO 8601. */
  at: string;
  by: string;
  /** What was changed, in the words of the commit: the first line, and all others. */
  subject: string;
  lines: string[];
}

/** So many are shown of a body. */
const SHOWN_MAX = 30;
/** Between the parts of a commit, and between commits: no text of either holds them. */
const [PART, END] = ['\u001f', '\u001e'];

/** The last publications of a body's charter, services and uploads, the newest first. */
export async function publicationsOf({ store }: Pick<DeskContext, 'store'>, agency: string): Promise<Publication[]> {
  const { commit } = await store.head();
  const places = [`content/charters/${agency}.mdx`, `content/services/${agency}`, `content/media/${agency}`];
  return read(await store.log([`-${SHOWN_MAX}`, FORMAT, commit, '--', ...places]));
}

/** One publication; undefined where the branch that is published has no such commit. */
export async function publicationOf(
  { store }: Pick<DeskContext, 'store'>,
  commit: string,
): Promise<Publication | undefined> {
  if (!/^[0-9a-f]{40,64}$/.test(commit) || !(await store.refCommit(commit))) return undefined;
  if (!(await store.contains((await store.head()).commit, commit))) return undefined;
  return read(await store.log(['-1', FORMAT, commit]))[0];
}

const FORMAT = `--format=%H${PART}%aI${PART}%an${PART}%s${PART}%b${END}`;

function read(rows: string[]): Publication[] {
  return rows
    .join('\n')
    .split(END)
    .flatMap((row) => {
      const [commit = '', at = '', by = '', subject = '', body = ''] = row.split(PART);
      if (!subject) return [];
      const lines = body.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
      return { commit: commit.trim(), at, by, subject, lines };
    });
}
