import type { Contact, Phone } from '../../schemas/contact.ts';
import { contactWith } from '../../register/ladder.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { telHref } from '../../register/format.ts';
import { writtenDay, evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';

export interface PhoneView {
  kind: Phone['kind'];
  number: string;
  href?: string;
  tollFree: boolean;
  hours?: Text;
}

/** A number once, with all the ways in which it is used. */
export interface NumberView extends PhoneView {
  kinds: Phone['kind'][];
}

export interface ContactView {
  id: string;
  roles: Contact['roles'];
  title: Text;
  person?: string;
  address?: string;
  phones: PhoneView[];
  emails: string[];
  formUrl?: string;
  /** No name is asked there. */
  withoutName: boolean;
  asksFor?: Text;
  responseTarget?: Text;
  note?: Text;
  check: { status: Contact['checkStatus']; on?: string };
  evidence: EvidenceView;
}

/** The contact of an agency to show for each of several matters in turn: the first that it has one for. */
export function contactOf(
  register: Register,
  agency: Agency,
  roles: Contact['roles'],
  options: ViewOptions,
): ContactView | undefined {
  const { contacts } = register.in(options.language).charter(agency);
  const [contact] = roles.flatMap((role) => contactWith(contacts, role) ?? []);
  return contact && contactView(contact, { ...options, sources: agency.data.sources });
}

/** Makes a contact ready to show. */
export function contactView(contact: Localised<Contact>, context: ViewContext): ContactView {
  const { id, roles, title, person, address, phones, emails, formUrl, withoutName, asksFor, responseTarget, note } =
    contact;
  return {
    id,
    roles,
    title,
    person,
    address,
    phones: phones.map(phoneView),
    emails,
    formUrl,
    withoutName,
    asksFor,
    responseTarget,
    note,
    check: { status: contact.checkStatus, on: writtenDay(contact.lastCheckedOn, context) },
    evidence: evidenceView(contact.evidence, context),
  };
}

/** Makes a telephone number ready to show; what cannot be rung (a fax) gets no link. */
export function phoneView({ kind, number, says, tollFree, hours }: Localised<Phone>): PhoneView {
  return {
    kind,
    number: says ? `${says} (${number})` : number,
    href: kind === 'fax' ? undefined : telHref(number),
    tollFree,
    hours,
  };
}

/** Each number once, where a source gives the same for calls, SMS or WhatsApp. */
export function phonesByNumber(phones: readonly PhoneView[]): NumberView[] {
  const numbers = new Map<string, NumberView>();
  for (const phone of phones) {
    const known = numbers.get(phone.number);
    numbers.set(
      phone.number,
      known ? { ...known, kinds: [...known.kinds, phone.kind] } : { ...phone, kinds: [phone.kind] },
    );
  }
  return [...numbers.values()];
}
