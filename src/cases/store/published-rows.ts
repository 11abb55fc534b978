import { randomInt } from 'node:crypto';
import type { Database } from '../../database/tables.ts';
import { noteErasure } from './erasures.ts';
import type { PublishedRow } from './tables.ts';

/** A published request with the language in which it was asked. */
export type PublishedRequest = PublishedRow & { language: string };

const PAGE_LENGTH = 10;
/** Without vowels, so that no word is spelt; small, as all addresses are. */
const PAGE_LETTERS = '23456789bcdfghjkmnpqrstvwxz';

/** A new id for a public page, 47 bits of chance. */
export function newPage(): string {
  return Array.from({ length: PAGE_LENGTH }, () => PAGE_LETTERS[randomInt(PAGE_LETTERS.length)]).join('');
}

/** What is published of a case, or undefined. */
export function publishedOf(db: Database, caseId: string): Promise<PublishedRow | undefined> {
  return db.selectFrom('published_requests').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

/** Publishes a request, or puts newly reviewed words in place of the old ones at the same address. */
export async function publishRow(transaction: Database, row: PublishedRow): Promise<void> {
  const { words, answer, reviewed_upto, changed_at } = row;
  await transaction
    .insertInto('published_requests')
    .values(row)
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ words, answer, reviewed_upto, changed_at }))
    .execute();
}

/**
 * Takes away what is published of a case, inside the transaction that ends the leave to publish it, and remembers it, so
 * that no backup brings it back.
 */
export async function unpublish(transaction: Database, caseId: string, now: Date): Promise<void> {
  await transaction.deleteFrom('published_requests').where('case_id', '=', caseId).execute();
  await noteErasure(transaction, caseId, 'publication', now);
}

/** Which of the published requests, newest first. */
export interface PublishedChoice {
  /** Of these agencies; of all where none are named. */
  agencies: readonly string[];
  offset: number;
  limit: number;
}

/** Published requests, newest first. */
export function listPublished(db: Database, { agencies, offset, limit }: PublishedChoice): Promise<PublishedRequest[]> {
  return published(db)
    .where('published_requests.agency', 'in', [...agencies])
    .orderBy('published_at', 'desc')
    .orderBy('page')
    .offset(offset)
    .limit(limit)
    .execute();
}

/** The published request at an address, or undefined. */
export function publishedAt(db: Database, agency: string, page: string): Promise<PublishedRequest | undefined> {
  return published(db).where('published_requests.agency', '=', agency).where('page', '=', page).executeTakeFirst();
}

/** How many requests are published, by agency. */
export async function countPublished(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('published_requests')
    .select(['agency', (build) => build.fn.countAll().as('requests')])
    .groupBy('agency')
    .execute();
  return new Map(rows.map(({ agency, requests }) => [agency, Number(requests)]));
}

function published(db: Database) {
  return db
    .selectFrom('published_requests')
    .innerJoin('cases', 'cases.id', 'published_requests.case_id')
    .selectAll('published_requests')
    .select('cases.language');
}
