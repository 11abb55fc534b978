import type { Register } from '../../register/register.ts';
import { everyAddress, type Usable } from '../reach.ts';
import type { Database } from '../store/tables.ts';
import { mayReceive, needsProof } from './policy.ts';
import { readProofs } from './store/proof-rows.ts';

/** Gives which addresses may be used as a transaction sees it; `at` is now (ISO 8601, UTC). */
export async function usableNow(db: Database, { portal }: Register, at: string): Promise<Usable> {
  if (!needsProof(portal)) return everyAddress;
  const known = await readProofs(db);
  return (address) => mayReceive(portal, address, known.get(address.toLowerCase()), new Date(at));
}
