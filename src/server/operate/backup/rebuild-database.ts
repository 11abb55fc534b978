import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Kysely, sql } from 'kysely';
import { migrate, migrations } from '../../../database/migrations/index.ts';
import { dialectOf } from '../../../database/open-database.ts';
import type { Database, Tables } from '../../../database/tables.ts';
import { CommandError } from '../../command.ts';
import { rowsAtOnce } from './backup-tables.ts';
import type { Manifest } from './manifest.ts';
import { digestOf, rowOf, type Row } from './table-rows.ts';

/**
 * Puts the database of a backup together as a new SQLite file, compares every table with what the backup says of
 * itself, and leaves it as it was then; `migrate` brings it up to date. The caller closes it. Throws a `CommandError`
 * where the backup is damaged or of a newer version.
 */
export async function rebuildDatabase(folder: string, manifest: Manifest, file: string): Promise<Database> {
  if (!(manifest.migration in migrations))
    throw new CommandError(
      'config',
      `The backup ${folder} was made by a newer version of the portal (${manifest.migration}). Update the program first.`,
    );
  const db = new Kysely<Tables>({ dialect: dialectOf(file) });
  try {
    await migrate(db, manifest.migration);
    for (const [table, { key, rows, sha256 }] of Object.entries(manifest.tables)) {
      await fill(db, table, linesOf(join(folder, `${table}.jsonl.gz`)));
      const found = await digestOf(db, table, key);
      if (found.rows !== rows || found.sha256 !== sha256)
        throw damaged(folder, `${table} holds ${found.rows} of ${rows} rows, or some of them have changed`);
    }
    return db;
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw error instanceof CommandError ? error : damaged(folder, (error as Error).message, error);
  }
}

/** Puts a backup together in a temporary place and throws it away. Throws a `CommandError` where it is not whole. */
export async function checkBackup(folder: string, manifest: Manifest): Promise<void> {
  // Beside the backup: there is room for it, and nobody else reads there.
  const place = await mkdtemp(join(folder, '.check-'));
  try {
    const db = await rebuildDatabase(folder, manifest, join(place, 'cases.sqlite'));
    await db.destroy();
    await checkFiles(folder, manifest);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Throws a `CommandError` where a file of a backup is not as it was. */
export async function checkFiles(folder: string, { files }: Manifest): Promise<void> {
  for (const [name, { sha256 }] of Object.entries(files)) {
    const content = await readFile(join(folder, name)).catch((error: unknown) => {
      throw damaged(folder, `${name} cannot be read`, error);
    });
    if (createHash('sha256').update(content).digest('hex') !== sha256) throw damaged(folder, `${name} has changed`);
  }
}

/** Puts rows into an empty table, many in each transaction. */
export async function fill(db: Database, table: string, rows: AsyncIterable<Row>): Promise<void> {
  let waiting: Row[] = [];
  const put = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const now = waiting;
    waiting = [];
    const insert = async (transaction: Database): Promise<void> => {
      for (const row of now) {
        const names = sql.join(Object.keys(row).map((name) => sql.ref(name)));
        await sql`insert into ${sql.table(table)} (${names}) values (${sql.join(Object.values(row))})`.execute(
          transaction,
        );
      }
    };
    await (db.isTransaction ? insert(db) : db.transaction().execute(insert));
  };
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length >= rowsAtOnce(table)) await put();
  }
  await put();
}

/** The rows of a packed file. Throws where it ends in the middle. */
async function* linesOf(file: string): AsyncGenerator<Row> {
  const unpacked = createGunzip();
  createReadStream(file)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(unpacked)
    .setEncoding('utf8');
  let rest = '';
  for await (const chunk of unpacked as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield rowOf(line);
  }
  if (rest !== '') throw new Error(`${file} ends in the middle of a row`);
}

function damaged(folder: string, why: string, cause?: unknown): CommandError {
  return new CommandError('data', `The backup ${folder} is damaged: ${why}. Use another one.`, { cause });
}
