import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChange } from './reader.ts';
import type { Git } from '../../lib/git.ts';
import type { Person } from './person.ts';

export interface CommitOptions {
  parent: string;
  /** Whose history goes on in it too. */
  joins?: string | undefined;
  changes: FileChange[];
  message: string;
  author: Person;
  committer: Person;
  at: Date;
}

const NO_COMMIT = '0'.repeat(40);

/** Writes objects and moves refs; neither the index nor the files of the working tree are touched. */
export function openWriter(git: Git) {
  async function writeBlob(content: string | Buffer): Promise<string> {
    return (await git(['hash-object', '-w', '--stdin', '--no-filters'], { input: content })).toString().trim();
  }

  /** Makes a commit in an index of its own. No branch moves yet. */
  async function commit({ parent, joins, changes, message, author, committer, at }: CommitOptions): Promise<string> {
    const index = join(tmpdir(), `cms-index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      await git(['read-tree', parent], { env });
      const rows = changes.map(({ path, blob }) => (blob ? `100644 ${blob}\t${path}\0` : `0 ${NO_COMMIT}\t${path}\0`));
      await git(['update-index', '-z', '--index-info'], { env, input: rows.join('') });
      const tree = (await git(['write-tree'], { env })).toString().trim();
      const date = `${Math.floor(at.getTime() / 1000)} +0000`;
      const identity = {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: date,
      };
      return (
        await git(['commit-tree', tree, ...(joins ? ['-p', joins] : []), '-p', parent], {
          env: identity,
          input: message,
        })
      )
        .toString()
        .trim();
    } finally {
      await rm(index, { force: true });
    }
  }

  /** Moves a ref only if it still stands where it stood; `old` undefined means that it must not exist yet. */
  async function moveRef(ref: string, commitId: string, old: string | undefined): Promise<void> {
    await git(['update-ref', ...(ref === 'HEAD' ? ['--no-deref'] : []), ref, commitId, old ?? NO_COMMIT]);
  }

  const deleteRef = (ref: string, old: string): Promise<unknown> => git(['update-ref', '-d', ref, old]);

  return { writeBlob, commit, moveRef, deleteRef };
}
