import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test, vi, type Mock } from 'vitest';
import { keepQuery } from '../../src/database/keep-query.ts';
import { sqliteFileOf } from '../../src/database/node-sqlite.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Database } from '../../src/database/tables.ts';
import { claimMail, endClaim, enqueueMails, newMailRow, putOff } from '../../src/mail/outbox-rows.ts';

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

/** Is called whenever a change does not wait for the disk. */
function notWaiting(db: Database): Mock {
  return vi.spyOn(sqliteFileOf(db) ?? expect.unreachable(), 'withoutWaiting');
}

/** 2 is FULL: whatever is written waits for the disk (sqlite.org/pragma.html#pragma_synchronous). */
async function waiting(db: Database): Promise<unknown> {
  return (await sql`pragma synchronous`.execute(db)).rows;
}

test('a change that may be lost is there for everybody at once, and what comes after it waits for the disk again', async () => {
  const { db, file } = await onDisk();
  const changes = notWaiting(db);
  await note(db, { name: 'one', timestamp: 'now' });
  expect(changes).toHaveBeenCalledOnce();
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
  const changes = notWaiting(db);
  const inside = db.transaction().execute(async (transaction) => {
    await note(transaction, { name: 'one', timestamp: 'now' });
    throw new Error('not after all');
  });
  await expect(inside).rejects.toThrow('not after all');
  expect(changes).not.toHaveBeenCalled();
  const kept = await db.selectFrom('kysely_migration').select('name').where('name', '=', 'one').execute();
  expect(kept).toEqual([]);
});

test('who holds a mail and when it is tried again does not wait for the disk; that it was sent does', async () => {
  const { db } = await onDisk();
  const at = '2026-03-10T09:00:00.000Z';
  const later = '2026-03-10T10:00:00.000Z';
  await enqueueMails(db, [newMailRow({ kind: 'test', place: { sequence: 1, audience: 'officer', turn: 0 }, at })]);
  const changes = notWaiting(db);
  const claim = async () =>
    (await claimMail(db, { by: 'sender', now: later, until: '2026-03-10T11:00:00.000Z' })) ?? expect.unreachable();
  await putOff(db, await claim(), { due_at: later, last_error: 'busy' });
  expect(changes).toHaveBeenCalledTimes(2);
  const held = await claim();
  expect(changes).toHaveBeenCalledTimes(3);
  expect(await endClaim(db, held, { sent_at: later })).toBe(true);
  expect(changes).toHaveBeenCalledTimes(3);
});
