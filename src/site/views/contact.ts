import type { Contact, Phone } from '../../schemas/contact.ts';
import { date, telHref } from '../../register/format.ts';
import type { Text, Translator } from '../../register/localise.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';

export interface PhoneView {
  kind: Phone['kind'];
  number: string;
  href?: string;
  tollFree: boolean;
  hours?: Text;
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
  responseTarget?: Text;
  note?: Text;
  check: { status: Contact['checkStatus']; on?: string };
  evidence: EvidenceView;
}

/** Makes a contact ready to show. `path` is where it stands in the charter. */
export function contactView(
  contact: Contact,
  t: Translator,
  path: (string | number)[],
  context: ViewContext,
): ContactView {
  const responseTarget = t(contact.responseTarget, ...path, 'responseTarget');
  const note = t(contact.note, ...path, 'note');
  return {
    id: contact.id,
    roles: contact.roles,
    title: t(contact.title, ...path, 'title'),
    ...(contact.person ? { person: contact.person } : {}),
    ...(contact.address ? { address: contact.address } : {}),
    phones: contact.phones.map((phone, i) => phoneView(phone, t, [...path, 'phones', i])),
    emails: contact.emails,
    ...(contact.formUrl ? { formUrl: contact.formUrl } : {}),
    ...(responseTarget ? { responseTarget } : {}),
    ...(note ? { note } : {}),
    check: {
      status: contact.checkStatus,
      ...(contact.lastCheckedOn ? { on: date(contact.lastCheckedOn, context.language) } : {}),
    },
    evidence: evidenceView(contact.evidence, context),
  };
}

/** Makes a telephone number ready to show; what cannot be rung (a fax) gets no link. */
export function phoneView(phone: Phone, t: Translator, path: (string | number)[]): PhoneView {
  const hours = t(phone.hours, ...path, 'hours');
  return {
    kind: phone.kind,
    number: phone.says ? `${phone.says} (${phone.number})` : phone.number,
    ...(phone.kind === 'fax' ? {} : { href: telHref(phone.number) }),
    tollFree: phone.tollFree,
    ...(hours ? { hours } : {}),
  };
}
