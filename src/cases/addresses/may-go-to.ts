import type { Register } from '../../register/register.ts';
import { needsProof } from './policy.ts';
import { isReleased, readStanding } from './standing.ts';
import type { Database } from '../../database/tables.ts';
import type { OutboxRow } from '../../mail/outbox-table.ts';

/**
 * The last look before a mail leaves for a body: the operator has released the address, and, unless the mail is what
 * asks, somebody has said something of it. Cases of the days when the portal was a demonstration went to addresses that
 * nobody was ever asked about.
 */
export async function mayGoTo(db: Database, register: Register, row: OutboxRow, address: string): Promise<boolean> {
  if (!needsProof(register.portal) || address.toLowerCase() === register.portal.operatorEmail.toLowerCase())
    return true;
  const standing = await readStanding(db);
  if (!isReleased(standing, register, address)) return false;
  const proof = standing.proofs.get(address.toLowerCase());
  return row.kind === 'address-proof' || Boolean(proof?.proved_at ?? proof?.refused_at ?? proof?.bounced_at);
}
