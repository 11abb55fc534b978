import type { Register } from '../../register/register.ts';
import { enqueueNews } from './ask.ts';
import { addressInToken, codeMatches, tokenMatches } from './code.ts';
import { codeEnd } from './policy.ts';
import { registerAddresses } from './register-addresses.ts';
import { changeProof, countAttempt, readProof, updateProof } from '../store/proof-rows.ts';
import { proved, refused } from '../store/proof-changes.ts';
import type { Database } from '../../database/tables.ts';
import type { ProofRow } from '../store/tables.ts';

export interface ProveDependencies {
  db: Database;
  register: () => Promise<Register>;
  /** The server's own key. */
  secret: string;
  clock: () => Date;
}

/** What the reader of an address says: with the link of a mail, or with the address and the code typed in. */
export interface ProofAnswer {
  says: 'ours' | 'not-ours';
  by: { token: string } | { address: string; code: string };
}

/**
 * `used`: the code was used before, so nothing changed. `expired`: it is right, but its days are over. `wrong`: address
 * and code do not belong together, or too many codes were tried; which of these is not told.
 */
export type ProofOutcome = { kind: 'proved' | 'refused' | 'used' | 'expired'; row: ProofRow } | { kind: 'wrong' };

/** Codes typed for one mail, the right one among them. A link needs no guessing, so it goes on working after that. */
export const ATTEMPTS_MAX = 5;

/** Takes what the reader of an address says of it, once for each code. */
export async function answerProof(dependencies: ProveDependencies, { says, by }: ProofAnswer): Promise<ProofOutcome> {
  const { db, clock } = dependencies;
  const row = 'token' in by ? await byToken(dependencies, by.token) : await byCode(dependencies, by);
  if (!row) return { kind: 'wrong' };
  const now = clock();
  const at = now.toISOString();
  if (row.code_used_at) return { kind: 'used', row };
  if (row.asked_at && now >= codeEnd(row.sent_at ?? row.asked_at)) return { kind: 'expired', row };
  const change = says === 'ours' ? proved('code', at) : refused(at);
  return db.transaction().execute(async (transaction) => {
    // Somebody answered at the same moment, or a newer mail was sent.
    if (!(await changeProof(transaction, row, change))) return { kind: 'used' as const, row };
    if (says === 'not-ours') await enqueueNews(transaction, { address: row.address, news: 'refused' }, at);
    return { kind: says === 'ours' ? ('proved' as const) : ('refused' as const), row: { ...row, ...change } };
  });
}

/**
 * Notes that the operator made sure by other means, such as by telephone. Gives false where the register names no such
 * address.
 */
export async function proveByOperator(
  { db, register, clock }: Omit<ProveDependencies, 'secret'>,
  address: string,
  note: string,
): Promise<boolean> {
  if (!registerAddresses(await register()).has(address.toLowerCase())) return false;
  const at = clock().toISOString();
  return db
    .transaction()
    .execute((transaction) => updateProof(transaction, address, () => proved('operator', at, note)));
}

async function byToken({ db, secret }: ProveDependencies, token: string): Promise<ProofRow | undefined> {
  const row = await readProof(db, addressInToken(token) ?? '');
  return tokenMatches(token, keysOf(secret, row)) && row?.code_seed ? row : undefined;
}

async function byCode(
  { db, secret }: ProveDependencies,
  { address, code }: { address: string; code: string },
): Promise<ProofRow | undefined> {
  const row = await countAttempt(db, address.trim(), ATTEMPTS_MAX);
  return codeMatches(code, keysOf(secret, row)) && row?.code_seed ? row : undefined;
}

/** An unknown address is compared too, with a code that nobody has: it takes as long as a known one. */
function keysOf(secret: string, row: ProofRow | undefined): Parameters<typeof codeMatches>[1] {
  return { secret, address: row?.address ?? '', seed: row?.code_seed ?? '' };
}
