import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { readEntry } from './read-entry.ts';

type Reading = ReturnType<typeof readEntry>;

/** What was read of content files before: a file that has not changed since is not read and checked again. */
export class ContentMemory {
  readonly #known = new Map<string, { stamp: string; hash: string; reading: Reading }>();

  /** The reading of a file where it is known; undefined where it was not read yet or has changed since. */
  known(path: string): Reading | undefined {
    const known = this.#known.get(path);
    return known?.stamp === stampOf(path) ? known.reading : undefined;
  }

  /** What `parse` makes of the text of a file; it is known from then on. */
  async read(path: string, parse: (text: string) => Reading): Promise<Reading> {
    // Before its text: what is written in between is read the next time.
    const stamp = stampOf(path);
    const text = await readFile(path, 'utf8');
    const hash = createHash('sha256').update(text).digest('base64url');
    const reading = parse(text);
    this.#known.set(path, { stamp, hash, reading });
    return reading;
  }

  /** Forgets files that are no more. */
  keep(paths: ReadonlySet<string>): void {
    for (const path of this.#known.keys()) if (!paths.has(path)) this.#known.delete(path);
  }

  /** Names everything that was read: the same for the same files with the same text. */
  fingerprint(): string {
    const hash = createHash('sha256');
    for (const [path, known] of [...this.#known].sort(([a], [b]) => (a < b ? -1 : 1)))
      hash.update(`${path}\0${known.hash}\0`);
    return hash.digest('base64url').slice(0, 22);
  }
}

/**
 * Differs after every change of a file: the time of change moves on even where size and time of writing are kept. Asked
 * for at once, because each of thousands of files costs ten times more through the thread pool.
 */
function stampOf(path: string): string {
  const { ctimeNs, mtimeNs, size, ino } = statSync(path, { bigint: true });
  return [ctimeNs, mtimeNs, size, ino].join(':');
}
