import type { Register } from '../../register/register.ts';
import { registerAddresses, type AddressUse } from './register-addresses.ts';
import { addReleases, removeReleases } from '../store/release-rows.ts';
import type { Database } from '../../database/tables.ts';
import type { ReleaseRow } from '../store/tables.ts';

/** What the operator named, and the addresses that it stands for now. */
export interface Named {
  kind: 'country' | 'body' | 'address';
  id: string;
  addresses: [address: string, uses: AddressUse[]][];
}

/**
 * What a word of the operator names: a country, a body or an address; undefined where the register has none such.
 */
export function findNamed(register: Register, word: string): Named | undefined {
  const id = word.trim().toLowerCase();
  const where = (matches: (use: AddressUse, address: string) => boolean): Named['addresses'] =>
    [...registerAddresses(register)].filter(([address, uses]) => uses.some((use) => matches(use, address)));
  if (register.jurisdictions.has(id))
    return { kind: 'country', id, addresses: where(({ agency }) => agency.data.jurisdiction === id) };
  if (register.agencies.has(id)) return { kind: 'body', id, addresses: where(({ agency }) => agency.id === id) };
  const addresses = where((_, address) => address === id);
  return addresses.length > 0 ? { kind: 'address', id, addresses } : undefined;
}

/**
 * Lets mail go to what was named, from now on. A country stands for whatever addresses its content will ever have; a
 * body for those that it has today, because nobody has looked at those of tomorrow. Gives how many releases are new.
 */
export function release(db: Database, named: Named, at: string): Promise<number> {
  return db.transaction().execute((transaction) =>
    addReleases(
      transaction,
      rowsOf(named).map((row) => ({ ...row, released_at: at, named: named.id })),
    ),
  );
}

/** Takes a release back: nothing more is asked there, and no further case goes there. Gives how many there were. */
export function hold(db: Database, named: Named): Promise<number> {
  return db.transaction().execute((transaction) => removeReleases(transaction, rowsOf(named)));
}

function rowsOf({ kind, id, addresses }: Named): Pick<ReleaseRow, 'scope' | 'id'>[] {
  return kind === 'country'
    ? [{ scope: 'country', id }]
    : addresses.map(([address]) => ({ scope: 'address', id: address }));
}
