import type { Git } from '../../lib/git.ts';
import type { Person } from './person.ts';

/** One change of a file. */
export interface FileEdit extends Person {
  /** What the file was after it; null where it was removed. */
  blob: string | null;
  /** ISO 8601. */
  at: string;
  /** The window in which it was made. */
  editWindow?: string | undefined;
  /** Where more was saved than the window holds, because another's change was joined to it: what the window holds. */
  held?: { editWindow: string; blob: string } | undefined;
}

/** So far back an edit that is being made can reach. */
const EDITS_MAX = 100;

/** Gives the changes of a file up to a commit, the newest first. */
export function openEdits(git: Git) {
  return async function editsOf(commit: string, path: string): Promise<FileEdit[]> {
    const format =
      '%x1e%an%x1f%ae%x1f%aI%x1f%(trailers:key=Cms-Edit,valueonly)%x1f%(trailers:key=Cms-Held,valueonly)%x1f';
    const args = [
      'log',
      `-${EDITS_MAX}`,
      `--format=${format}`,
      '--raw',
      '--no-abbrev',
      '--no-renames',
      commit,
      '--',
      path,
    ];
    return (await git(args)).toString().split('\x1e').slice(1).map(readEdit);
  };
}

function readEdit(record: string): FileEdit {
  const [name = '', email = '', at = '', window = '', heldText = '', raw = ''] = record.split('\x1f');
  const [, , , blob = '', status = ''] = raw.trim().split(/\s+/);
  const [heldBy, heldBlob] = heldText.trim().split(' ');
  return {
    name,
    email,
    at,
    blob: status === 'D' ? null : blob,
    editWindow: window.trim() || undefined,
    held: heldBy && heldBlob ? { editWindow: heldBy, blob: heldBlob } : undefined,
  };
}
