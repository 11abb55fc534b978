import type { Agency, Register } from '../../register/register.ts';
import type { Contact } from '../../schemas/contact.ts';

/** Where the register names an address. */
export interface AddressUse {
  agency: Agency;
  contact: Contact;
}

const found = new WeakMap<Register, Map<string, AddressUse[]>>();

/** Every e-mail address that mail about cases may go to, in lower case, with the desks that it belongs to. */
export function registerAddresses(register: Register): Map<string, AddressUse[]> {
  let addresses = found.get(register);
  if (!addresses) found.set(register, (addresses = collect(register)));
  return addresses;
}

/** The names of the bodies that an address belongs to. */
export function bodyNames(uses: AddressUse[]): string[] {
  return [...new Set(uses.map(({ agency }) => agency.data.name))];
}

function collect(register: Register): Map<string, AddressUse[]> {
  const addresses = new Map<string, AddressUse[]>();
  for (const agency of register.agencies.values()) {
    if (agency.data.status === 'dissolved') continue;
    for (const contact of agency.data.contacts) {
      for (const email of contact.emails) {
        const address = email.toLowerCase();
        addresses.set(address, [...(addresses.get(address) ?? []), { agency, contact }]);
      }
    }
  }
  return addresses;
}
