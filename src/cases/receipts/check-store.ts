import type { Database } from '../../database/tables.ts';
import { timeOfId } from '../../database/time-ordered-id.ts';
import type { ChainDay, HeadOfDay, SignedReceipt } from '../../schemas/cases/receipt.ts';
import { publishedDay, readDay } from './chain.ts';
import { sha256 } from './complete-receipt.ts';
import { publishedKeys } from './keys.ts';
import { readStatement } from './receipt-rows.ts';
import { statementText } from './signed-texts.ts';
import type { ReceiptRow } from './tables.ts';
import { checkChain, checkSignature, isSound, type ChainFinding } from './verify.ts';

/** Something that is not as it was published or given. `what` is a sentence for whoever watches over the portal. */
export interface ChainProblem {
  kind: 'no-link' | 'day-changed' | 'case-gone' | 'receipt-changed' | 'no-receipt';
  what: string;
}

export interface ChainReport {
  days: number;
  receipts: number;
  problems: ChainProblem[];
}

/**
 * Looks through the whole chain as it is stored: that each day follows from the one before, that its head is that of its
 * receipts and signed, and that behind each receipt there is its case, unless that was erased. With the server's own key
 * it also looks whether each receipt still says what it said.
 */
export async function checkStore(db: Database, key?: string): Promise<ChainReport> {
  const keys = await publishedKeys(db);
  const problems: ChainProblem[] = [];
  const days = await db.selectFrom('chain_days').selectAll().orderBy('day').execute();
  let before: HeadOfDay | undefined;
  for (const row of days) {
    if (row.previous_day !== (before?.day ?? null) || row.previous_head !== (before?.head ?? null))
      problems.push({ kind: 'no-link', what: `${row.day} does not follow from the day before it.` });
    if (!(await isSound(await publishedDay(db, row), row.day, keys)))
      problems.push({
        kind: 'day-changed',
        what: `${row.day} is not what its head says: a receipt was taken out or put in after it was closed, or its head was written anew.`,
      });
    before = row;
  }
  const receipts = await db.selectFrom('receipts').selectAll().orderBy('id').execute();
  const cases = new Set((await db.selectFrom('cases').select('id').execute()).map(({ id }) => id));
  for (const row of receipts) problems.push(...(await problemsOf(db, row, { cases, key })));
  problems.push(...(await withoutReceipt(db, receipts[0]?.id)));
  return { days: days.length, receipts: receipts.length, problems };
}

async function problemsOf(
  db: Database,
  { hash, day, case_id: caseId, erased_on: erasedOn }: ReceiptRow,
  { cases, key }: { cases: Set<string>; key: string | undefined },
): Promise<ChainProblem[]> {
  const name = `Receipt ${hash.slice(0, 12)}… of ${day ?? 'no chain'}`;
  if (erasedOn !== null) return [];
  if (caseId === null || !cases.has(caseId))
    return [{ kind: 'case-gone', what: `${name}: its case is gone, and nobody erased it.` }];
  if (key === undefined || (await isWhole(db, { caseId, hash, day }, key))) return [];
  return [{ kind: 'receipt-changed', what: `${name}: what is stored of it was changed.` }];
}

async function isWhole(
  db: Database,
  { caseId, hash, day }: { caseId: string; hash: string; day: string | null },
  key: string,
): Promise<boolean> {
  try {
    const statement = await readStatement(db, caseId, key);
    return statement !== undefined && sha256(statementText(statement)) === hash && (statement.day ?? null) === day;
  } catch {
    return false;
  }
}

/** Cases from before the first receipt have none, those of the same day neither. */
async function withoutReceipt(db: Database, first: string | undefined): Promise<ChainProblem[]> {
  if (first === undefined) return [];
  const rows = await db
    .selectFrom('cases')
    .leftJoin('receipts', 'receipts.case_id', 'cases.id')
    .select('cases.reference')
    .where('receipts.id', 'is', null)
    .where('cases.received_at', '>', timeOfId(first))
    .execute();
  return rows.map(({ reference }) => ({ kind: 'no-receipt', what: `Case ${reference} has no receipt any more.` }));
}

/** What a receipt that somebody kept says of the chain as it is stored now. */
export async function checkKeptReceipt(db: Database, receipt: SignedReceipt): Promise<ChainFinding | 'not-signed'> {
  const keys = await publishedKeys(db);
  const signature = await checkSignature(receipt, keys, receipt.statement.portal);
  if (signature !== 'valid' && signature !== 'valid-by-earlier-key') return 'not-signed';
  return checkChain(receipt, keys, (day) => readDay(db, day));
}

/** Answers whether a day that somebody kept is the one that is stored now. */
export async function isKeptDay(db: Database, { day, head }: Pick<ChainDay, 'day' | 'head'>): Promise<boolean> {
  return (await readDay(db, day))?.head === head;
}
