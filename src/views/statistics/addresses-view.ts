import { needsProof } from '../../cases/addresses/policy.ts';
import type { ListedAddress } from '../../cases/addresses/address-list.ts';
import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { Register } from '../../register/register.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { Text } from '../../register/localise.ts';
import { urls } from '../../site/urls.ts';

export interface AddressesView {
  demonstration: boolean;
  agencies: { id: string; name: Text; href: string; desks: { title: Text; address: string; says: string }[] }[];
}

/** What the page of proved addresses tells: agency by agency, in the order of their names. */
export function addressesView(register: Register, listed: ListedAddress[], language: Language): AddressesView {
  const demonstration = !needsProof(register.portal);
  const byAddress = new Map(listed.map((address) => [address.address, address]));
  const agencies = [...register.agencies.values()].flatMap((agency) => {
    const { name, contacts } = register.in(language).charter(agency);
    const desks = contacts.flatMap(({ title, emails }) =>
      emails.flatMap((email) => {
        const proof = byAddress.get(email.toLowerCase());
        return proof
          ? [
              {
                title,
                address: email,
                says: demonstration ? '' : say(proof, language),
              },
            ]
          : [];
      }),
    );
    return desks.length > 0 ? [{ id: agency.id, name, href: urls.charter(language, agency), desks }] : [];
  });
  return { demonstration, agencies: agencies.sort((a, b) => a.name.text.localeCompare(b.name.text, language)) };
}

function say({ state, released, provedAt, provedBy }: ListedAddress, language: Language): string {
  const m = pageTexts('addresses', language);
  if (!released) return m.states.held;
  const words = m.states[state];
  const told =
    typeof words === 'string' ? words : words({ day: provedAt ? date(provedAt.slice(0, 10), language) : '' });
  return provedAt && provedBy === 'operator' ? `${told} ${m.byOperator}` : told;
}
