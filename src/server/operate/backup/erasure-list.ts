import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readErasures } from '../../../cases/store/erasures.ts';
import type { ErasureRow } from '../../../cases/store/tables.ts';
import type { Database } from '../../../database/tables.ts';

/** Lies beside the backups, so that an older one learns what was erased before the latest was made. */
const FILE = 'erasures.jsonl';

const erasure = z.strictObject({
  case_hash: z.string().regex(/^[0-9a-f]{64}$/),
  what: z.enum(['case', 'identity', 'publication']),
  day: z.iso.date(),
});

/** Adds what was erased in a database to the list beside the backups. */
export async function keepErasures(db: Database, folder: string): Promise<void> {
  const there = (await db.introspection.getTables()).some(({ name }) => name === 'erasures');
  const [kept, known] = [await keptErasures(folder), there ? await readErasures(db) : []];
  const file = join(folder, FILE);
  const lines = joined([...kept, ...known]).map((row) => `${JSON.stringify(row)}\n`);
  await writeFile(`${file}.new`, lines.join(''), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

/** The list beside the backups; nothing where there is none. Lines that are not whole are left out. */
export async function keptErasures(folder: string): Promise<ErasureRow[]> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return [erasure.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** Each erasure once. */
export function joined(erasures: ErasureRow[]): ErasureRow[] {
  return [...new Map(erasures.map((row) => [`${row.what} ${row.case_hash}`, row])).values()];
}
