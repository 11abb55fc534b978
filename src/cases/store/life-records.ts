import { listAttachments, type AttachmentSummary } from './stored-files.ts';
import { readCase, type StoredCase } from './case-records.ts';
import { keepQuery } from '../../database/keep-query.ts';
import type { Database } from '../../database/tables.ts';

/** A case with its history and all that was written in it. */
export interface LivingCase extends StoredCase {
  /** Texts by the id that events refer to; one that was erased is missing. */
  words: Map<string, string>;
  files: AttachmentSummary[];
}

/** A case with its words. Throws where what is stored no longer fits the schemas. */
export async function readLivingCase(db: Database, id: string): Promise<LivingCase> {
  const stored = await readCase(db, id);
  const { rows } = await wordsOf(db, { id });
  const mayHaveFiles = stored.submission.files !== undefined || stored.events.some(({ event }) => 'files' in event);
  const files = mayHaveFiles ? await listAttachments(db, id) : [];
  return { ...stored, files, words: new Map(rows.map(({ id: wordsId, text }) => [wordsId, text])) };
}

const wordsOf = keepQuery((db, { id }: { id: string }) =>
  db.selectFrom('case_words').select(['id', 'text']).where('case_id', '=', id),
);

/** Has a case's clock looked at no sooner than an instant (ISO 8601, UTC). */
export async function setClock(transaction: Database, caseId: string, lookAt: string): Promise<void> {
  await transaction
    .insertInto('case_clocks')
    .values({ case_id: caseId, look_at: lookAt })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ look_at: lookAt }))
    .execute();
}

/** A clock as it was found; one that was never looked at has no instant. */
export interface DueClock {
  id: string;
  lookAt: string | null;
}

/**
 * Has a clock looked at later, where it still stands as it was found: what another process did with the case meanwhile
 * may need looking at sooner, and one that is gone needs nothing.
 */
export async function postponeClock(db: Database, { id, lookAt }: DueClock, until: string): Promise<void> {
  if (lookAt !== null) {
    const found = db.updateTable('case_clocks').set({ look_at: until }).where('case_id', '=', id);
    await found.where('look_at', '=', lookAt).execute();
    return;
  }
  await db
    .insertInto('case_clocks')
    .columns(['case_id', 'look_at'])
    .expression((build) =>
      build
        .selectFrom('cases')
        .select(['id', (value) => value.cast<string>(value.val(until), 'text').as('look_at')])
        .where('id', '=', id),
    )
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .execute();
}

/** The cases whose clocks are due to be looked at, longest due first; those never looked at come first. */
export async function dueClocks(db: Database, now: string, limit: number): Promise<DueClock[]> {
  return db
    .selectFrom('cases')
    .leftJoin('case_clocks', 'case_clocks.case_id', 'cases.id')
    .select(['cases.id', 'case_clocks.look_at as lookAt'])
    .where((build) => build.or([build('case_clocks.look_at', 'is', null), build('case_clocks.look_at', '<=', now)]))
    .orderBy('case_clocks.look_at')
    .limit(limit)
    .execute();
}
