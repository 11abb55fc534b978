import type { Database } from '../../database/tables.ts';
import type { Register } from '../../register/register.ts';
import { readCase } from '../store/case-records.ts';
import { countPublished, listPublished, publishedAt, type PublishedRequest } from '../store/published-rows.ts';
import { answersIn, publicCase, type PublicCase } from './public-case.ts';

/** A request as everybody may read it. */
export interface PublicRequest {
  page: string;
  agency: string;
  /** In which it was asked. */
  language: string;
  words: string;
  answer?: string;
  /** An answer has come that has not been looked at for publication. */
  answerWaits: boolean;
  /** ISO 8601, UTC. */
  publishedAt: string;
  /** When its words or anything that is shown of it last changed. */
  changedAt: string;
  case: PublicCase;
}

/** Some of the published requests, newest first, and how many there are in all. */
export interface PublicList {
  requests: PublicRequest[];
  total: number;
}

/** What was asked, and whether its answer is published too. */
export type AskedOnce = Pick<PublicRequest, 'page' | 'words' | 'language'> & { answered: boolean };

/** The public register of requests for information. It holds what a person has reviewed and its asker still allows. */
export interface PublicRegister {
  /** Of one agency, or of all. */
  list(choice: { agency?: string | undefined; offset?: number; limit: number }): Promise<PublicList>;
  /** The request at an address; undefined where there is none, or no more. */
  one(agency: string, page: string): Promise<PublicRequest | undefined>;
  /** How many are published, by agency. */
  counts(): Promise<ReadonlyMap<string, number>>;
  /** What was asked of an agency in words, newest first, to be compared with what somebody is about to ask. */
  asked(agency: string, limit: number): Promise<AskedOnce[]>;
}

/** Makes the public register of one database. */
export function createPublicRegister({ db, register, clock }: PublicRegisterDependencies): PublicRegister {
  return {
    async list({ agency, offset = 0, limit }) {
      const current = await register();
      const counts = await countPublished(db);
      // What was asked of a body that the register has no page of is nowhere to be read.
      const agencies = [...counts.keys()].filter((id) => current.agencies.has(id) && (!agency || id === agency));
      const total = agencies.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
      if (offset >= total) return { requests: [], total };
      const rows = await listPublished(db, { agencies, offset, limit });
      return { requests: await Promise.all(rows.map((row) => shownRequest(db, row, current, clock()))), total };
    },
    async one(agency, page) {
      const row = await publishedAt(db, agency, page);
      return row && shownRequest(db, row, await register(), clock());
    },
    counts: () => countPublished(db),
    async asked(agency, limit) {
      const rows = await listPublished(db, { agencies: [agency], offset: 0, limit });
      return rows.map(({ page, words, language, answer }) => ({ page, words, language, answered: answer !== null }));
    },
  };
}

interface PublicRegisterDependencies {
  db: Database;
  register: () => Promise<Register>;
  clock: () => Date;
}

async function shownRequest(
  db: Database,
  { case_id, page, agency, language, words, answer, reviewed_upto, published_at, changed_at }: PublishedRequest,
  register: Register,
  now: Date,
): Promise<PublicRequest> {
  const stored = await readCase(db, case_id);
  const shown = publicCase(stored, register, now);
  return {
    page,
    agency,
    language,
    words,
    ...(answer ? { answer } : {}),
    answerWaits: answersIn(stored.events).some(({ sequence }) => sequence > reviewed_upto),
    publishedAt: published_at,
    changedAt: shown.lastAt > changed_at ? shown.lastAt : changed_at,
    case: shown,
  };
}
