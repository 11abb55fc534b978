import type { Contact, ContactRole } from '../schemas/contact.ts';
import type { RedressRung } from '../schemas/redress.ts';
import type { Agency, Register } from './register.ts';

/** One rung of a resolved redress ladder: who it is and, where known, how to reach them. */
export interface LadderRung {
  /** The body itself: the agency complained of, or the oversight body. */
  agency: Agency;
  /** True for the agency's own desk, false for another body. */
  own: boolean;
  contact?: Contact;
  /** The rung as the charter gives it; absent where it comes from the jurisdiction. */
  rung?: RedressRung;
  /** For what matters the jurisdiction names this body. */
  matter?: string;
}

/**
 * The whole redress ladder of an agency or of one of its services, lowest rung first: the service's or
 * charter's own ladder, with the agency's complaint desk first where the ladder forgets it, then the
 * jurisdiction's oversight bodies that are not yet on it. A body of a part of the country has no step that is for
 * national offices only.
 */
export function resolveLadder(register: Register, agencyId: string, serviceId?: string): LadderRung[] {
  const agency = register.agencies.get(agencyId);
  if (!agency) return [];
  const service = agency.services.find((candidate) => candidate.id === serviceId);
  const rungs = service && service.data.redress.length > 0 ? service.data.redress : agency.data.redress;
  const ladder = rungs.flatMap((rung) => resolveRung(register, agency, rung));
  if (!ladder.some((step) => step.own)) {
    const desk = contactFor(agency, 'complaint') ?? contactFor(agency, 'general');
    if (desk) ladder.unshift({ agency, own: true, contact: desk });
  }
  const jurisdiction = register.jurisdictions.get(agency.data.jurisdiction);
  for (const { agency: id, matter, nationalOnly } of jurisdiction?.data.oversightLadder ?? []) {
    const body = register.agencies.get(id);
    if (!body || id === agencyId || (nationalOnly && agency.data.local) || ladder.some((step) => step.agency.id === id))
      continue;
    const contact = deskOf(body, 'complaint') ?? deskOf(body, 'general');
    ladder.push({ agency: body, own: false, ...(contact ? { contact } : {}), matter });
  }
  return ladder;
}

/** Whether a source gives any way to a contact, and not its name alone. */
export function isReachable({
  phones,
  emails,
  formUrl,
  address,
}: {
  phones: readonly unknown[];
  emails: readonly string[];
  formUrl?: string | undefined;
  address?: string | undefined;
}): boolean {
  return phones.length > 0 || emails.length > 0 || formUrl !== undefined || address !== undefined;
}

/** The first contact of an agency with a role, one with an e-mail address before one without. */
export function contactFor(agency: Agency, role: ContactRole): Contact | undefined {
  return contactWith(agency.data.contacts, role);
}

/** The same among the contacts of an agency in any language. */
export function contactWith<C extends Pick<Contact, 'roles' | 'emails'>>(
  contacts: readonly C[],
  role: ContactRole,
): C | undefined {
  const suitable = contacts.filter((contact) => contact.roles.includes(role));
  return suitable.find((contact) => contact.emails.length > 0) ?? suitable[0];
}

function resolveRung(register: Register, agency: Agency, rung: RedressRung): LadderRung[] {
  if (rung.contact) {
    const contact = agency.data.contacts.find((candidate) => candidate.id === rung.contact);
    return contact ? [{ agency, own: true, contact, rung }] : [];
  }
  const body = register.agencies.get(rung.agency ?? '');
  if (!body) return [];
  const contact = deskOf(body, rung.role) ?? deskOf(body, 'complaint') ?? deskOf(body, 'general');
  // A body that names itself means one of its own desks.
  return [{ agency: body, own: body.id === agency.id, ...(contact ? { contact } : {}), rung }];
}

/** Whom to turn to at a body that somebody comes to from elsewhere: a desk that can be reached before one that is only named. */
function deskOf({ data: { contacts } }: Agency, role: ContactRole): Contact | undefined {
  const suitable = contacts.filter((contact) => contact.roles.includes(role));
  return contactWith(suitable.filter(isReachable), role) ?? suitable[0];
}
