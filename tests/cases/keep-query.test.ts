import { expect, onTestFinished, test, vi } from 'vitest';
import { keepQuery } from '../../src/database/keep-query.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Database } from '../../src/database/tables.ts';
import '../../src/cases/store/tables.ts';

async function withWords(): Promise<Database> {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  await db
    .insertInto('kysely_migration')
    .values([
      { name: 'one', timestamp: 'first' },
      { name: 'two', timestamp: 'second' },
    ])
    .execute();
  return db;
}

test('a kept query is put together once, and asks with the values that it is given each time', async () => {
  const build = vi.fn((db: Database, { name }: { name: string }) =>
    db.selectFrom('kysely_migration').select('timestamp').where('name', '=', name),
  );
  const timeOf = keepQuery(build);
  const db = await withWords();
  expect((await timeOf(db, { name: 'one' })).rows).toEqual([{ timestamp: 'first' }]);
  expect((await timeOf(db, { name: 'two' })).rows).toEqual([{ timestamp: 'second' }]);
  expect((await timeOf(db, { name: "'; drop table cases; --" })).rows).toEqual([]);
  expect(build).toHaveBeenCalledTimes(1);
});

test('a value may stand in several places, beside values that are always the same', async () => {
  const between = keepQuery((db, { from, to }: { from: string; to: string }) =>
    db
      .selectFrom('kysely_migration')
      .select('name')
      .where('timestamp', '>=', from)
      .where('timestamp', '<=', to)
      .where('name', '<>', to)
      .where('name', '<>', 'two'),
  );
  expect((await between(await withWords(), { from: 'first', to: 'second' })).rows).toEqual([{ name: 'one' }]);
});

test('a change tells how many rows it met, inside a transaction as outside, and each shape is a query of its own', async () => {
  const change = keepQuery((db, { name, to }: { name: string; to: string }, shape) =>
    db
      .updateTable('kysely_migration')
      .set({ timestamp: to })
      .$if(shape === 'one', (query) => query.where('name', '=', name)),
  );
  const db = await withWords();
  expect((await change(db, { name: 'one', to: 'later' }, 'one')).numAffectedRows).toBe(1n);
  expect((await change(db, { name: 'none', to: 'later' }, 'one')).numAffectedRows).toBe(0n);
  const all = await db.transaction().execute((inside) => change(inside, { name: 'one', to: 'last' }, 'all'));
  expect(all.numAffectedRows).toBeGreaterThan(1n);
});
