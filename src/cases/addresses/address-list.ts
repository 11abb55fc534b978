import type { Register } from '../../register/register.ts';
import type { ContactRole } from '../../schemas/contact.ts';
import { proofEnd, proofState, type ProofState } from './policy.ts';
import { registerAddresses } from './register-addresses.ts';
import { isReleased, type Standing } from './standing.ts';
import type { ProofRow } from '../store/tables.ts';

/** An address of the register and where it stands. */
export interface ListedAddress {
  address: string;
  /** The desks that it belongs to. */
  desks: { agency: string; agencyName: string; title: string; roles: ContactRole[] }[];
  state: ProofState;
  /** The operator lets mail go there. */
  released: boolean;
  /** When it was last written to for its proof (ISO 8601, UTC). */
  askedAt: string | null;
  provedAt: string | null;
  provedBy: ProofRow['proved_by'];
  /** When its proof ends; mail goes a while longer. */
  proofEnds: string | null;
  bouncedAt: string | null;
  note: string | null;
}

/** Every address that mail about cases may go to, in the order of the register, with where it stands now. */
export function listAddresses(standing: Standing, register: Register, now: Date): ListedAddress[] {
  return [...registerAddresses(register)].map(([address, uses]) => {
    const row = standing.proofs.get(address);
    return {
      address,
      desks: uses.map(({ agency, contact }) => ({
        agency: agency.id,
        agencyName: agency.data.name,
        title: contact.title,
        roles: contact.roles,
      })),
      state: proofState(row, now),
      released: isReleased(standing, register, address),
      askedAt: row?.asked_at ?? null,
      provedAt: row?.proved_at ?? null,
      provedBy: row?.proved_by ?? null,
      proofEnds: row?.proved_at ? proofEnd(row.proved_at).proof.toISOString() : null,
      bouncedAt: row?.bounced_at ?? null,
      note: row?.note ?? null,
    };
  });
}
