import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { openUnchanged } from '../../../database/open-database.ts';
import { isPostgres } from '../../../database/postgres.ts';
import type { Database } from '../../../database/tables.ts';
import { makeFolder } from '../../../lib/make-folder.ts';
import { CommandError } from '../../command.ts';
import { backupTables } from './backup-tables.ts';
import { checkBackup } from './rebuild-database.ts';
import { keepErasures } from './erasure-list.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { keyCheckOf, SEALED_KEY, sealKey } from './sealed-key.ts';
import { createDigest, lineOf, readRows, type TableDigest } from './table-rows.ts';

export interface BackupOptions {
  /** Folder of all backups; each becomes a folder in it, named by the time at which it was made. */
  folder: string;
  database: string;
  dataDir: string;
  /** The portal's key, where it is known. */
  secret: string | undefined;
  /** Seals the key into the backup; without it the key is left out. */
  passphrase?: string | undefined;
  now: Date;
}

/** What lies beside the database in the data folder and cannot be made again. */
export const keptFiles = ['feedback.jsonl', 'desk-signed-out.json'] as const;

/**
 * Writes a backup of a portal that may be running, puts it together again in a temporary place, and compares every
 * table with what was read. Gives its folder and what it says of itself. Nothing is left of one that failed.
 */
export async function writeBackup(options: BackupOptions): Promise<{ folder: string; manifest: Manifest }> {
  const { folder: all, database, dataDir, secret, passphrase, now } = options;
  const name = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const [unfinished, folder] = [join(all, `.unfinished-${name}-${process.pid}`), join(all, name)];
  makeFolder(unfinished);
  try {
    const { tables, migration } = await copyDatabase(database, unfinished, all);
    const manifest: Manifest = {
      format: 1,
      madeAt: now.toISOString(),
      migration,
      tables,
      files: await copyFiles(dataDir, unfinished),
      ...(secret ? { keyCheck: keyCheckOf(secret) } : {}),
    };
    if (secret && passphrase) await writePrivately(join(unfinished, SEALED_KEY), sealKey(secret, passphrase));
    // Last: a folder that has it is whole.
    await writePrivately(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await checkBackup(unfinished, manifest);
    await rename(unfinished, folder);
    return { folder, manifest };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw new CommandError('later', `There is a backup ${folder} already. Try again in a second.`);
    throw error;
  }
}

/** The finished backups in a folder, oldest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d$/.test(name)).sort();
}

/** Throws away backups made before a time. Gives how many. */
export async function dropBackupsBefore(folder: string, time: Date): Promise<number> {
  const limit = time.toISOString().slice(0, 19).replaceAll(':', '-');
  const old = (await listBackups(folder)).filter((name) => name < limit);
  for (const name of old) await rm(join(folder, name), { recursive: true });
  return old.length;
}

async function copyDatabase(
  location: string,
  folder: string,
  all: string,
): Promise<Pick<Manifest, 'tables' | 'migration'>> {
  const db = await openUnchanged(location);
  try {
    return await db.connection().execute(async (connection) => {
      // As of one moment, with nobody kept from writing.
      await sql`${sql.raw(isPostgres(db) ? 'begin isolation level repeatable read read only' : 'begin')}`.execute(
        connection,
      );
      const copied = await copyTables(connection, folder);
      await keepErasures(connection, all);
      await sql`commit`.execute(connection);
      return copied;
    });
  } finally {
    await db.destroy();
  }
}

async function copyTables(db: Database, folder: string): Promise<Pick<Manifest, 'tables' | 'migration'>> {
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name));
  const tables: Manifest['tables'] = {};
  for (const [table, key] of backupTables) {
    if (!there.has(table)) continue;
    tables[table] = { key: [...key], ...(await copyTable(db, table, key, join(folder, `${table}.jsonl.gz`))) };
  }
  const done = await db.selectFrom('kysely_migration').select('name').orderBy('name', 'desc').executeTakeFirstOrThrow();
  return { tables, migration: done.name };
}

async function copyTable(db: Database, table: string, key: readonly string[], file: string): Promise<TableDigest> {
  const digest = createDigest();
  async function* lines(): AsyncGenerator<string> {
    for await (const rows of readRows(db, table, key)) {
      for (const row of rows) {
        const line = lineOf(row);
        digest.add(line);
        yield `${line}\n`;
      }
    }
  }
  await pipeline(lines, createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  return digest.result();
}

async function copyFiles(dataDir: string, folder: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = {};
  for (const name of keptFiles) {
    const content = await readFile(join(dataDir, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!content) continue;
    // A line that is just being written is not whole.
    const whole = name.endsWith('.jsonl') ? content.subarray(0, content.lastIndexOf('\n') + 1) : content;
    await writePrivately(join(folder, name), whole);
    files[name] = { bytes: whole.length, sha256: createHash('sha256').update(whole).digest('hex') };
  }
  return files;
}

function writePrivately(file: string, content: string | Buffer): Promise<void> {
  return writeFile(file, content, { flag: 'wx', mode: 0o600, flush: true });
}
