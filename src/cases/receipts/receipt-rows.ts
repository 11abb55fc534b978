import type { Database } from '../../database/tables.ts';
import { receiptStatement, type ReceiptStatement } from '../../schemas/cases/receipt.ts';
import { chainPlace } from './chain.ts';
import { dayOfChain, storedStatement, type StoredStatement } from './complete-receipt.ts';
import { saltOf } from './salt.ts';

const withoutSalt = receiptStatement.omit({ salt: true });

/** What is stored of a case's receipt, and its hash in the chain; undefined for a case from before there were receipts. */
export async function readStored(
  db: Database,
  caseId: string,
): Promise<{ hash: string; statement: StoredStatement } | undefined> {
  const row = await db
    .selectFrom('receipts')
    .select(['hash', 'statement'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.statement ? { hash: row.hash, statement: withoutSalt.parse(JSON.parse(row.statement)) } : undefined;
}

/** What the receipt of a case says, with its salt, which the server's own key gives. */
export async function readStatement(db: Database, caseId: string, key: string): Promise<ReceiptStatement | undefined> {
  const stored = await readStored(db, caseId);
  if (!stored) return undefined;
  const { secret_seed: seed } = await db
    .selectFrom('cases')
    .select('secret_seed')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  return { ...stored.statement, salt: saltOf(key, seed) };
}

/**
 * Puts a receipt into the chain that was kept out of it, because its writer wants it there. It is listed on the day on
 * which that is said, and says so from then on. Said again, nothing changes.
 */
export async function listReceipt(db: Database, caseId: string, key: string, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const place = await chainPlace(transaction);
    const statement = await readStatement(transaction, caseId, key);
    if (!statement || statement.day) return;
    const listed = { ...statement, day: dayOfChain(now.toISOString(), place), ...(place ? { previous: place } : {}) };
    await transaction
      .updateTable('receipts')
      .set(storedStatement(listed))
      .where('case_id', '=', caseId)
      .where('day', 'is', null)
      .execute();
  });
}

/**
 * Lets go of what a receipt says when its case is erased. Its hash stays in the chain, marked; of one that is in no
 * chain nothing stays. Call it inside the transaction that erases.
 */
export async function eraseReceipt(transaction: Database, caseId: string, now: Date): Promise<void> {
  await transaction.deleteFrom('receipts').where('case_id', '=', caseId).where('day', 'is', null).execute();
  await transaction
    .updateTable('receipts')
    .set({ case_id: null, statement: null, erased_on: now.toISOString().slice(0, 10) })
    .where('case_id', '=', caseId)
    .execute();
}
