import { deriveSecret } from './secret.ts';
import { isGenuine, readLink, type LinkScope } from './signed-link.ts';
import type { Database } from '../../database/tables.ts';

/** What a token opens. `expired` is said only of a genuine link; anything else unknown is told alike. */
export type LinkAccess = { kind: 'open'; caseId: string; scope: LinkScope } | { kind: 'expired' } | { kind: 'unknown' };

/** Stands in for the keys of a case that does not exist, so that the same work is done. */
const NO_SEED = '0'.repeat(32);

/** Checks the token of a signed link. */
export async function openLink(db: Database, serverKey: string, token: string, now: Date): Promise<LinkAccess> {
  const link = readLink(token);
  if (!link) return { kind: 'unknown' };
  const row = await db
    .selectFrom('cases')
    .select(['id', 'secret_seed'])
    .where('reference', '=', link.reference)
    .executeTakeFirst();
  const seed = row?.secret_seed ?? NO_SEED;
  const genuine = isGenuine(link, { seed, secret: deriveSecret(serverKey, seed) });
  if (!row || !genuine) return { kind: 'unknown' };
  return link.expires < now.toISOString().slice(0, 10)
    ? { kind: 'expired' }
    : { kind: 'open', caseId: row.id, scope: link.scope };
}
