import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { CommandError } from '../../command.ts';

export const MANIFEST = 'backup.json';
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says of itself. */
const manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The last change of the tables that had been made: an older backup is brought up to date when it is put back. */
  migration: z.string(),
  tables: z.record(
    z.string(),
    z.strictObject({ key: z.array(z.string()).min(1), rows: z.int().min(0), sha256: digest }),
  ),
  files: z.record(z.string().regex(/^[\w-][\w.-]*$/), z.strictObject({ bytes: z.int().min(0), sha256: digest })),
  /** Tells whether a key is the one with which this was written, without telling it. */
  keyCheck: z.string().optional(),
});
export type Manifest = z.output<typeof manifest>;

/** Reads what a backup says of itself. Throws a `CommandError` where it is none, or not whole. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new CommandError('data', `${folder} holds no whole backup (no ${MANIFEST}).`);
    throw error;
  });
  const read = manifest.safeParse(parse(text));
  if (read.success) return read.data;
  throw new CommandError(
    'data',
    `${join(folder, MANIFEST)} is damaged, or was written by a newer version of the portal:\n${z.prettifyError(read.error)}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
