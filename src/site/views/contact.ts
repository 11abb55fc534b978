import type { Contact, Phone } from '../../schemas/contact.ts';
import { contactWith } from '../../register/ladder.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { phoneHref } from '../../register/phone-href.ts';
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
  /** What a tap opens for each of them, where it opens something. */
  ways: { kind: Phone['kind']; href: string }[];
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
  return contact && contactView(contact, contactContext(register, agency, options));
}

/** What the views of an agency's contacts and offices need to know of it. */
export function contactContext(register: Register, agency: Agency, { language, today }: ViewOptions): ViewContext {
  const { callingCode } = register.jurisdictions.get(agency.data.jurisdiction)?.data ?? {};
  return { language, today, sources: agency.data.sources, callingCode };
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
    phones: phones.map((phone) => phoneView(phone, context)),
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
export function phoneView(
  { kind, number, says, tollFree, hours }: Localised<Phone>,
  { callingCode }: Pick<ViewContext, 'callingCode'>,
): PhoneView {
  return {
    kind,
    number: says && !says.includes(number) ? `${says} (${number})` : (says ?? number),
    href: phoneHref(kind, number, callingCode),
    tollFree,
    hours,
  };
}

/** Each number once, where a source gives the same for calls, SMS or WhatsApp. */
export function phonesByNumber(phones: readonly PhoneView[]): NumberView[] {
  const numbers = new Map<string, NumberView>();
  for (const phone of phones) {
    const known = numbers.get(phone.number);
    const ways = phone.href ? [{ kind: phone.kind, href: phone.href }] : [];
    numbers.set(
      phone.number,
      known
        ? { ...known, kinds: [...known.kinds, phone.kind], ways: [...known.ways, ...ways] }
        : { ...phone, kinds: [phone.kind], ways },
    );
  }
  return [...numbers.values()];
}
