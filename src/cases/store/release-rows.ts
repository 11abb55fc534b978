import type { ReleaseRow } from './tables.ts';
import type { Database } from '../../database/tables.ts';

/** Everything that the operator has released. */
export function readReleases(db: Database): Promise<ReleaseRow[]> {
  return db.selectFrom('address_releases').selectAll().execute();
}

/** Notes releases. What was released before keeps its date. Gives how many are new. */
export async function addReleases(db: Database, rows: ReleaseRow[]): Promise<number> {
  let added = 0n;
  for (const row of rows) {
    const insert = db.insertInto('address_releases').values({ ...row, id: row.id.toLowerCase() });
    const { numInsertedOrUpdatedRows = 0n } = await insert
      .onConflict((conflict) => conflict.columns(['scope', 'id']).doNothing())
      .executeTakeFirstOrThrow();
    added += numInsertedOrUpdatedRows;
  }
  return Number(added);
}

/** Takes releases back. Gives how many there were. */
export async function removeReleases(db: Database, rows: Pick<ReleaseRow, 'scope' | 'id'>[]): Promise<number> {
  let removed = 0n;
  for (const { scope, id } of rows) {
    const result = await db
      .deleteFrom('address_releases')
      .where('scope', '=', scope)
      .where('id', '=', id.toLowerCase())
      .executeTakeFirst();
    removed += result.numDeletedRows;
  }
  return Number(removed);
}
