import type { ListedAddress } from '../cases/addresses/address-list.ts';
import { needsProof } from '../cases/addresses/policy.ts';
import type { Register } from '../register/register.ts';

/** An address as one line: where it stands, whose it is, and what is known of it. */
export function line({
  address,
  desks,
  state,
  released,
  provedAt,
  provedBy,
  proofEnds,
  askedAt,
  bouncedAt,
  note,
}: ListedAddress): string {
  const facts = [
    provedAt &&
      `proved ${day(provedAt)}${provedBy === 'operator' ? ' by the operator' : ''}, ends ${day(proofEnds ?? provedAt)}`,
    askedAt && `asked ${day(askedAt)}`,
    bouncedAt && `came back ${day(bouncedAt)}`,
    note && `note: ${note}`,
  ];
  const places = [...new Set(desks.map(({ agency, roles }) => `${agency} (${roles.join(', ')})`))].join('; ');
  return `${(released ? state : 'held').padEnd(9)} ${address}  ${places}${facts.some(Boolean) ? `  ${facts.filter(Boolean).join(', ')}` : ''}`;
}

/** How many addresses stand where. */
export function summary(listed: ListedAddress[]): string {
  const counts = new Map<string, number>();
  for (const { state, released } of listed)
    counts.set(released ? state : 'held', (counts.get(released ? state : 'held') ?? 0) + 1);
  return `${listed.length} addresses: ${[...counts].map(([state, count]) => `${count} ${state}`).join(', ')}`;
}

/**
 * Who would be written to, country by country, why, and which file of the content names the address. Nothing is
 * sent.
 */
export function planOf(listed: ListedAddress[], register: Register): string {
  const countryOf = ({ desks: [desk] }: ListedAddress): string =>
    register.agencies.get(desk?.agency ?? '')?.data.jurisdiction ?? '-';
  const countries = Map.groupBy(listed, countryOf);
  const parts = [...countries].map(([country, addresses]) => {
    const held = addresses.filter(({ released }) => !released).length;
    const head = `${country}: ${register.jurisdictions.get(country)?.data.name ?? country}, ${addresses.length} addresses, ${held} held`;
    return [head, ...addresses.map((address) => `  ${planned(address, register)}`)].join('\n');
  });
  const last =
    'Nothing was sent. "npm run addresses -- release NAME..." lets mail go to a country, a body or an address.';
  return [...parts, last].join('\n\n');
}

function planned({ address, desks, state, released }: ListedAddress, { portal, agencies }: Register): string {
  const files = [...new Set(desks.map(({ agency }) => `content/charters/${agency}.mdx`))].join(', ');
  const whose = [
    ...new Set(desks.map(({ agency, title }) => `${agencies.get(agency)?.data.name ?? agency}, ${title}`)),
  ].join('; ');
  return `${address}  ${whose}  [${files}]\n    ${why(state, released, needsProof(portal))}`;
}

function why(state: ListedAddress['state'], released: boolean, proofNeeded: boolean): string {
  if (!proofNeeded) return 'a demonstration: nothing leaves this machine';
  if (state === 'proved' || state === 'lapsing')
    return released
      ? 'gets cases; its reader has confirmed it'
      : 'held; once released it gets cases, because its reader has confirmed it';
  if (state === 'refused') return 'nothing: its reader has said that it is not theirs';
  const mails = 'a mail that asks its reader to confirm it, and two reminders; cases once it is confirmed';
  return released ? `released; gets ${mails}` : `held; once released it gets ${mails}`;
}

function day(at: string): string {
  return at.slice(0, 10);
}
