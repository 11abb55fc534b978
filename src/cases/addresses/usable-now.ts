import type { Register } from '../../register/register.ts';
import { everyAddress, type Usable } from '../routing/reach.ts';
import { needsProof } from './policy.ts';
import { readStanding, usableIn } from './standing.ts';
import type { Database } from '../../database/tables.ts';

/** Which addresses may be used as a transaction sees it; `at` is now (ISO 8601, UTC). */
export async function usableNow(db: Database, register: Register, at: string): Promise<Usable> {
  return needsProof(register.portal) ? usableIn(await readStanding(db), register, () => new Date(at)) : everyAddress;
}
