import { contactFor, type LadderRung } from '../../register/ladder.ts';
import type { Register } from '../../register/register.ts';
import type { Contact } from '../../schemas/contact.ts';
import type { PassedRung, Receiver } from '../../schemas/cases/route.ts';

/** Says whether mail about cases may go to an address, see `addresses/standing.ts`. */
export interface Usable {
  (address: string): boolean;
  /** Says whether the operator lets mail go there at all; everywhere where nothing is said. */
  isReleased?: (address: string) => boolean;
}

/** What a case is routed by. */
export interface Routing {
  register: Register;
  usable: Usable;
}

/** Where no address has to be proved. */
export const everyAddress: Usable = () => true;

/**
 * The receiver of a case that has come to a rung, or undefined where none of its body's addresses may be used.
 * The desk that the ladder names comes first, then the body's other desks: nobody further up learns of a case that the
 * body itself can get. `rung` is the one that names the desk, whose time to answer counts.
 */
export function reach(
  ladder: LadderRung[],
  rung: LadderRung,
  usable: Usable,
): { receiver: Receiver; rung: LadderRung } | undefined {
  const { agency, own } = rung;
  for (const { contact, rung: named } of desksOf(ladder, rung)) {
    const email = contact.emails.find((address) => usable(address));
    if (email)
      return {
        receiver: { kind: 'body', agency: agency.id, name: agency.data.name, title: contact.title, own, email },
        rung: named,
      };
  }
  return undefined;
}

/** A rung as one that could not be used, with the reason and whom to ring instead. */
export function passed(ladder: LadderRung[], rung: LadderRung, { isReleased = everyAddress }: Usable): PassedRung {
  const { agency, contact } = rung;
  const known = desksOf(ladder, rung).flatMap((desk) => desk.contact.emails);
  const reason = known.some((address) => isReleased(address)) ? 'not-proved' : 'not-released';
  return {
    agency: agency.id,
    name: agency.data.name,
    reason: known.length > 0 ? reason : contact ? 'no-email' : 'no-contact',
    phones: contact?.phones.filter((phone) => phone.kind === 'voice').map((phone) => phone.number) ?? [],
  };
}

/** The names of bodies that were passed over, apart by the reason; empty where there are none. */
export function passedNames(rungs: PassedRung[]): { unknown: string; notProved: string; notReleased: string } {
  const names = (...reasons: PassedRung['reason'][]): string =>
    rungs
      .filter(({ reason }) => reasons.includes(reason))
      .map(({ name }) => name)
      .join(', ');
  return {
    unknown: names('no-contact', 'no-email'),
    notProved: names('not-proved'),
    notReleased: names('not-released'),
  };
}

function desksOf(ladder: LadderRung[], rung: LadderRung): { contact: Contact; rung: LadderRung }[] {
  const { agency } = rung;
  const named = [rung, ...ladder.filter((other) => other.agency.id === agency.id)];
  const others = (['complaint', 'general'] as const).map((role) => ({ contact: contactFor(agency, role), rung }));
  return [...named.map((other) => ({ contact: other.contact, rung: other })), ...others].flatMap(
    ({ contact, rung: by }) => (contact ? [{ contact, rung: by }] : []),
  );
}
