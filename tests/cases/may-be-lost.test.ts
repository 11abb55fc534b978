import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { keepQuery } from '../../src/database/keep-query.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Database } from '../../src/database/tables.ts';

interface Note {
  name: string;
  timestamp: string;
}

const note = keepQuery(
  (db, { name, timestamp }: Note) => db.insertInto('kysely_migration').values({ name, timestamp }),
  { lossy: true },
);

async function onDisk(): Promise<{ db: Database; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'opencharter-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'cases.sqlite');
  const db = await openDatabase(file);
  onTestFinished(() => db.destroy());
  return { db, file };
}

/** 2 is FULL: whatever is written waits for the disk (sqlite.org/pragma.html#pragma_synchronous). */
async function waiting(db: Database): Promise<unknown> {
  return (await sql`pragma synchronous`.execute(db)).rows;
}

test('a change that may be lost is there for everybody at once, and what comes after it waits for the disk again', async () => {
  const { db, file } = await onDisk();
  await note(db, { name: 'one', timestamp: 'now' });
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  const seen = other.prepare("select timestamp from kysely_migration where name = 'one'").get();
  expect(seen).toEqual({ timestamp: 'now' });
  expect(await waiting(db)).toEqual([{ synchronous: 2 }]);
});

test('so it does after a change that was refused', async () => {
  const { db } = await onDisk();
  await note(db, { name: 'one', timestamp: 'now' });
  await expect(note(db, { name: 'one', timestamp: 'again' })).rejects.toThrow(/unique/i);
  expect(await waiting(db)).toEqual([{ synchronous: 2 }]);
});

test('inside a transaction it is written and kept like everything else in it', async () => {
  const { db } = await onDisk();
  const inside = db.transaction().execute(async (transaction) => {
    await note(transaction, { name: 'one', timestamp: 'now' });
    throw new Error('not after all');
  });
  await expect(inside).rejects.toThrow('not after all');
  const kept = await db.selectFrom('kysely_migration').select('name').where('name', '=', 'one').execute();
  expect(kept).toEqual([]);
});
