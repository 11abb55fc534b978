import { randomUUID } from 'node:crypto';
import { sql, type ExpressionBuilder } from 'kysely';
import type { Database, Tables } from '../../store/tables.ts';
import { life, type LetterRow } from './life-tables.ts';

export type NewLetter = Pick<LetterRow, 'sequence' | 'audience' | 'turn'>;

/** Puts letters in the post, due at once. Call it inside the transaction of the event they tell of. One that is there already stays alone. */
export async function enqueueLetters(transaction: Database, caseId: string, at: string, letters: NewLetter[]): Promise<void> {
  for (const letter of letters) {
    await life(transaction)
      .insertInto('letters')
      .values({ ...blank, ...letter, id: randomUUID(), case_id: caseId, due_at: at })
      .onConflict((conflict) => conflict.columns(['case_id', 'sequence', 'audience', 'turn']).doNothing())
      .execute();
  }
}

/** Claims the letter that has been due longest, or gives undefined. Works as in the outbox: a claim runs out by itself. */
export async function claimLetter(db: Database, claim: { by: string; now: string; until: string }): Promise<LetterRow | undefined> {
  const free = (build: ExpressionBuilder<Tables & { letters: LetterRow }, 'letters'>) =>
    build.and([
      build('sent_at', 'is', null),
      build('failed_at', 'is', null),
      build('due_at', '<=', claim.now),
      build.or([build('claimed_until', 'is', null), build('claimed_until', '<=', claim.now)]),
    ]);
  return life(db)
    .updateTable('letters')
    .set({ claimed_by: claim.by, claimed_until: claim.until, attempts: sql`attempts + 1` })
    .where('id', '=', (build) => build.selectFrom('letters').select('id').where(free).orderBy('due_at').orderBy('sequence').orderBy('id').limit(1))
    .where(free)
    .returningAll()
    .executeTakeFirst();
}

/** Ends a claim with what became of the letter. Gives false when somebody else holds it by now. */
export async function settleLetter(
  db: Database,
  row: Pick<LetterRow, 'id' | 'claimed_by'>,
  result: Partial<Pick<LetterRow, 'sent_at' | 'failed_at' | 'due_at' | 'deferrals' | 'last_error'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await life(db)
    .updateTable('letters')
    .set({ ...result, claimed_by: null, claimed_until: null })
    .where('id', '=', row.id)
    .where('claimed_by', '=', row.claimed_by)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const blank = { deferrals: 0, attempts: 0, claimed_by: null, claimed_until: null, sent_at: null, failed_at: null, last_error: null };
