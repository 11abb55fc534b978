import type { ContactView } from './contact.ts';

/** What somebody who opens a page most often wants to do: each a link with its words. */
export interface Ways {
  call?: { href: string; number: string; title: ContactView['title']; check: ContactView['check'] };
  start: { href: string; label: string; outside: boolean };
  complain: { href: string; label: string };
}

/** The number to ring: of the first desk that has one, a general one before one for complaints. */
export function callOf(contacts: ContactView[]): Ways['call'] {
  const inTurn = (['general', 'complaint'] as const).flatMap((role) =>
    contacts.filter(({ roles }) => roles.includes(role)),
  );
  for (const { phones, title, check } of [...inTurn, ...contacts]) {
    const phone = phones.find(({ kind, href }) => kind === 'voice' && href !== undefined);
    if (phone?.href) return { href: phone.href, number: phone.number, title, check };
  }
  return undefined;
}
