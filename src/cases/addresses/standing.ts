import type { Register } from '../../register/register.ts';
import type { Usable } from '../routing/reach.ts';
import { everyAddress } from '../routing/reach.ts';
import { mayReceive, needsProof } from './policy.ts';
import { registerAddresses } from './register-addresses.ts';
import { readProofs } from '../store/proof-rows.ts';
import { readReleases } from '../store/release-rows.ts';
import type { Database } from '../../database/tables.ts';
import type { ProofRow } from '../store/tables.ts';

/** All that is known of the addresses of bodies: what the operator has released, and what their readers have said. */
export interface Standing {
  proofs: Map<string, ProofRow>;
  /** Ids of jurisdictions. */
  countries: Set<string>;
  /** In lower case. */
  addresses: Set<string>;
}

export const nothingKnown: Standing = { proofs: new Map(), countries: new Set(), addresses: new Set() };

export async function readStanding(db: Database): Promise<Standing> {
  const releases = await readReleases(db);
  const ids = (scope: 'country' | 'address'): Set<string> =>
    new Set(releases.filter((row) => row.scope === scope).map(({ id }) => id));
  return { proofs: await readProofs(db), countries: ids('country'), addresses: ids('address') };
}

/**
 * Says whether the operator lets mail go to an address: it was released itself, or its country was. One that has left
 * the content goes on getting the letters of its old cases where it was proved.
 */
export function isReleased({ proofs, countries, addresses }: Standing, register: Register, address: string): boolean {
  const key = address.toLowerCase();
  if (!needsProof(register.portal) || addresses.has(key) || key === register.portal.operatorEmail.toLowerCase())
    return true;
  const uses = registerAddresses(register).get(key);
  if (!uses) return Boolean(proofs.get(key)?.proved_at);
  return uses.some(({ agency }) => countries.has(agency.data.jurisdiction));
}

/** Which addresses cases may go to: those that are released and proved. */
export function usableIn(standing: Standing, register: Register, now: () => Date): Usable {
  const { portal } = register;
  if (!needsProof(portal)) return everyAddress;
  const released = (address: string): boolean => isReleased(standing, register, address);
  const usable = (address: string): boolean =>
    released(address) && mayReceive(portal, address, standing.proofs.get(address.toLowerCase()), now());
  return Object.assign(usable, { isReleased: released });
}
