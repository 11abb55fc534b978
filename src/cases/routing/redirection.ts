import type { Language } from '../../lib/locales.ts';
import { contactFor } from '../../register/ladder.ts';
import type { Register } from '../../register/register.ts';
import type { Receiver } from '../../schemas/cases/route.ts';
import { texts } from '../../texts/texts.ts';
import { everyAddress, type Usable } from './reach.ts';

/**
 * Another address of the same body, for mail that its first address will never take: the next address of the same
 * desk, then the complaint desk's, then the general one, of those that may be used. Another body is not chosen here:
 * who else learns of a complaint is for the redress ladder and the citizen to say.
 */
export function fallbackReceiver(
  register: Register,
  failed: Receiver,
  usable: Usable = everyAddress,
): Receiver | undefined {
  const agency = failed.kind === 'body' ? register.agencies.get(failed.agency) : undefined;
  if (failed.kind !== 'body' || !agency) return undefined;
  const desk = agency.data.contacts.find((contact) => contact.emails.includes(failed.email));
  for (const contact of [desk, contactFor(agency, 'complaint'), contactFor(agency, 'general')]) {
    const email = contact?.emails.find(
      (address) => address.toLowerCase() !== failed.email.toLowerCase() && usable(address),
    );
    if (contact && email) return { ...failed, title: contact.title, email };
  }
  return undefined;
}

/** The sentence that tells the second address why it receives the mail. */
export function redirectionNote(language: Language, failedAddress: string): string {
  return texts('mail', language).redirected({ address: failedAddress });
}
