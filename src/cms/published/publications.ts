import type { Register } from '../../register/register.ts';
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
  /** It was published by the desk, which can undo it. */
  ofDesk: boolean;
}

type Reads = Pick<DeskContext, 'store' | 'register'>;

/** So many are shown of a body. */
const SHOWN_MAX = 30;
/** Between the parts of a commit, and between commits: no text of either holds them. */
const [PART, END] = ['\u001f', '\u001e'];

/** The last publications of a body's charter, services and uploads, the newest first. */
export async function publicationsOf({ store, register }: Reads, agency: string): Promise<Publication[]> {
  const { commit } = await store.head();
  const places = [`content/charters/${agency}.mdx`, `content/services/${agency}`, `content/media/${agency}`];
  return read(await store.log([`-${SHOWN_MAX}`, FORMAT, commit, '--', ...places]), await register());
}

/** One publication; undefined where the branch that is published has no such commit. */
export async function publicationOf({ store, register }: Reads, commit: string): Promise<Publication | undefined> {
  if (!/^[0-9a-f]{40,64}$/.test(commit) || !(await store.refCommit(commit))) return undefined;
  if (!(await store.contains((await store.head()).commit, commit))) return undefined;
  return read(await store.log(['-1', FORMAT, commit]), await register())[0];
}

const FORMAT = `--format=%H${PART}%aI${PART}%an${PART}%ce${PART}%s${PART}%b${END}`;

function read(rows: string[], { portal }: Register): Publication[] {
  return rows
    .join('\n')
    .split(END)
    .flatMap((row) => {
      const [commit = '', at = '', by = '', committer = '', subject = '', body = ''] = row.split(PART);
      if (!subject) return [];
      const lines = body.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
      return { commit: commit.trim(), at, by, subject, lines, ofDesk: committer === portal.senderEmail };
    });
}
