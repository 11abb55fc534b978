import type { Register } from '../../register/register.ts';
import type { Route } from '../../schemas/cases/route.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Contact } from '../../schemas/contact.ts';
import type { ContactView } from '../../site/views/contact.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { waysOf } from './other-ways.ts';

/** How one body takes a report without this portal. */
export interface BodyWays {
  id: string;
  name: Text;
  /** For what it is there, where the country says so. */
  matter?: Text;
  /** Ways that ask for no name. */
  nameless: ContactView[];
  /** The others: forms, letters, offices. */
  named: ContactView[];
}

/** What is said of the desk that a report goes to through this portal, such as that its address is not its own word. */
export function receiverNote(register: Register, route: Route, options: ViewOptions): Text | undefined {
  return receivingDesk(register, route, options)?.note;
}

/** The desk whose address a case goes to through this portal; none where the operator receives it. */
export function receivingDesk(
  register: Register,
  { receiver }: Route,
  { language }: ViewOptions,
): Localised<Contact> | undefined {
  const agency = receiver.kind === 'body' ? register.agencies.get(receiver.agency) : undefined;
  const contacts = agency ? register.in(language).charter(agency).contacts : [];
  return contacts.find(({ emails }) => emails.includes(receiver.email));
}

/**
 * The bodies that take reports of bribes in a country, those on the route first, with the ways that lead to them outside
 * this portal. `about` is the office that is reported: it is none of them.
 */
export function reportWays(
  register: Register,
  jurisdictionId: string,
  { receiver, passedOver }: Route,
  about: string | undefined,
  options: ViewOptions,
): BodyWays[] {
  const texts = register.in(options.language);
  const jurisdiction = register.jurisdictions.get(jurisdictionId);
  const known = jurisdiction ? texts.jurisdiction(jurisdiction).antiCorruption : [];
  const ids = new Set([
    ...passedOver.map(({ agency }) => agency),
    ...(receiver.kind === 'body' ? [receiver.agency] : []),
    ...known.map(({ agency }) => agency),
  ]);
  return [...ids].flatMap((id) => {
    const agency = register.agencies.get(id);
    if (!agency || id === about) return [];
    const ways = waysOf(register, id, 'misconduct', options);
    return [
      {
        id,
        name: texts.charter(agency).name,
        matter: known.find((body) => body.agency === id)?.matter,
        nameless: ways.filter(({ withoutName }) => withoutName),
        named: ways.filter(({ withoutName }) => !withoutName),
      },
    ];
  });
}
