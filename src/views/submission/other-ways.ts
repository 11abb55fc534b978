import type { Register } from '../../register/register.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { Route } from '../../schemas/cases/route.ts';
import type { Contact, ContactRole } from '../../schemas/contact.ts';
import type { Localised } from '../../register/localise.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { contactContext, contactView, type ContactView } from '../../site/views/contact.ts';

/** How a body can be reached without this portal, by the id of the agency: what needs no name comes first. */
export type OtherWays = Record<string, ContactView[]>;

/**
 * Which desks of a body answer for a kind, nearest first. Whoever reports a bribe is not sent to the desk for
 * complaints about the body itself.
 */
const desks: Partial<Record<CaseKind, ContactRole[]>> = {
  'information-request': ['foi', 'complaint'],
  misconduct: ['corruption'],
};

/**
 * The telephone numbers, forms and addresses of every body on a route: of those that were passed over, and of
 * whoever receives it.
 */
export function otherWays(
  register: Register,
  { receiver, passedOver }: Route,
  kind: CaseKind,
  { language, today }: ViewOptions,
): OtherWays {
  const bodies = [...(receiver.kind === 'body' ? [receiver.agency] : []), ...passedOver.map(({ agency }) => agency)];
  return Object.fromEntries(bodies.map((id) => [id, waysOf(register, id, kind, { language, today })]));
}

/** The telephone numbers, forms and addresses of one body for a kind: what needs no name comes first. */
export function waysOf(register: Register, id: string, kind: CaseKind, options: ViewOptions): ContactView[] {
  const agency = register.agencies.get(id);
  if (!agency) return [];
  const { contacts: all } = register.in(options.language).charter(agency);
  const context = contactContext(register, agency, options);
  const contacts = all.filter((contact) => answersFor(contact, all, kind) && reachable(contact));
  return [...contacts].sort((a, b) => named(a) - named(b)).map((contact) => contactView(contact, context));
}

type Desk = Localised<Contact>;

function answersFor({ roles }: Desk, all: readonly Desk[], kind: CaseKind): boolean {
  const wanted = (desks[kind] ?? ['complaint']).filter((role) => all.some((contact) => contact.roles.includes(role)));
  const first: ContactRole[] = wanted.length > 0 ? wanted : ['complaint'];
  return roles.some((role) => first.includes(role) || role === 'general');
}

function reachable({ phones, formUrl, address }: Desk): boolean {
  return phones.length > 0 || formUrl !== undefined || address !== undefined;
}

/** What is said to ask for no name comes first; then a telephone, which asks for none to be dialled; a form may. */
function named({ withoutName, phones }: Desk): number {
  if (withoutName) return -1;
  return phones.some(({ tollFree }) => tollFree) ? 0 : phones.length > 0 ? 1 : 2;
}
