import { contactFor, resolveLadder, type LadderRung } from '../../register/ladder.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { ContactRole } from '../../schemas/contact.ts';
import type { PassedRung, Route } from '../../schemas/cases/route.ts';
import { PORTAL_TERM, termFor } from './term.ts';
import { everyAddress, passed, reach, type Usable } from './reach.ts';

export interface RoutingConditions {
  /** An agency that must not receive it. */
  except?: string | undefined;
  /** Which addresses may be used; every one where nothing is said. */
  usable?: Usable | undefined;
  /** A request for information is sent as urgent. */
  urgent?: boolean | undefined;
}

/**
 * Where a case goes: to the first body of its ladder that has an e-mail address which may be used. The bodies
 * below it are told with the reason they were passed over. Where no body has one, the portal's operator receives it.
 */
export function routeCase(
  register: Register,
  kind: CaseKind,
  agencyId: string,
  serviceId?: string,
  { except, usable = everyAddress, urgent }: RoutingConditions = {},
): Route {
  const passedOver: PassedRung[] = [];
  const ladder = ladderOf(register, kind, agencyId, serviceId, except).filter((rung) => mayBegin(kind, rung));
  const agency = register.agencies.get(agencyId);
  if (agency && kind !== 'misconduct' && kind !== 'wrong-content' && !ladder.some((rung) => rung.own))
    passedOver.push(passed(ladder, { agency, own: true }, usable));
  for (const rung of ladder) {
    const reached = reach(ladder, rung, usable);
    if (reached) {
      // Another desk of the same body was reached, so the body itself was not passed over.
      const others = passedOver.filter((candidate) => candidate.agency !== rung.agency.id);
      return { receiver: reached.receiver, passedOver: others, term: termFor(register, reached.rung, kind, urgent) };
    }
    if (!passedOver.some((candidate) => candidate.agency === rung.agency.id))
      passedOver.push(passed(ladder, rung, usable));
  }
  const { publisher, operatorEmail } = register.portal;
  return {
    receiver: { kind: 'operator', name: publisher, email: operatorEmail },
    passedOver,
    term:
      kind === 'information-request' && agency ? termFor(register, { agency, own: true }, kind, urgent) : PORTAL_TERM,
  };
}

/**
 * Says whether a case may begin on a rung. Information is asked of the body that holds it; who reviews a refusal comes
 * after it.
 */
function mayBegin(kind: CaseKind, rung: LadderRung): boolean {
  return kind !== 'information-request' || rung.own;
}

/**
 * The ladder that a kind of case climbs. A report of misconduct goes to the anti-corruption bodies, then to the
 * oversight bodies, and never to the agency it is about nor to a body that would send it back there; a report of wrong
 * content stays with the portal. A request for information goes to the agency, then to the body that reviews refusals
 * under its country's law.
 */
export function ladderOf(
  register: Register,
  kind: CaseKind,
  agencyId: string,
  serviceId?: string,
  except?: string,
): LadderRung[] {
  if (kind === 'wrong-content') return [];
  if (kind === 'information-request') return informationLadder(register, agencyId);
  const ladder = resolveLadder(register, agencyId, serviceId).filter(({ agency }) => agency.id !== except);
  if (kind !== 'misconduct') return ladder;
  const jurisdiction = register.jurisdictions.get(register.agencies.get(agencyId)?.data.jurisdiction ?? '')?.data;
  const bodies = (jurisdiction?.antiCorruption ?? []).flatMap(({ agency: id, matter }) => {
    const agency = register.agencies.get(id);
    return agency ? [{ ...rungOf(agency, ['corruption', 'complaint', 'general']), matter }] : [];
  });
  const back = new Set(
    (jurisdiction?.oversightLadder ?? []).filter((body) => body.sendsBack).map((body) => body.agency),
  );
  return [...bodies, ...ladder.filter(({ agency }) => !bodies.some((body) => body.agency.id === agency.id))].filter(
    ({ agency: { id } }) => id !== agencyId && id !== except && !back.has(id),
  );
}

function informationLadder(register: Register, agencyId: string): LadderRung[] {
  const agency = register.agencies.get(agencyId);
  if (!agency) return [];
  const desks = (['foi', 'complaint', 'general'] as const).flatMap((role) => contactFor(agency, role) ?? []);
  const reviewer = register.agencies.get(
    register.jurisdictions.get(agency.data.jurisdiction)?.data.informationLaw?.remedies[0]?.agency ?? '',
  );
  // A body does not review its own refusal.
  const review =
    reviewer && reviewer.id !== agencyId ? [rungOf(reviewer, ['appeal', 'oversight', 'complaint', 'general'])] : [];
  return [...[...new Set(desks)].map((contact) => ({ agency, own: true, contact })), ...review];
}

function rungOf(agency: Agency, roles: readonly ContactRole[]): LadderRung {
  const contact = roles.flatMap((role) => contactFor(agency, role) ?? [])[0];
  return { agency, own: false, ...(contact ? { contact } : {}) };
}
