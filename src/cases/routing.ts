import { resolveLadder, type LadderRung } from '../register/ladder.ts';
import type { Register } from '../register/register.ts';
import type { PassedRung, Route } from '../schemas/cases/route.ts';

/**
 * Gives where a complaint goes: to the first body of the redress ladder that has an e-mail address. The bodies
 * below it are told with the reason they were passed over. Where no body has one, the portal's operator receives it.
 */
export function routeComplaint(register: Register, agencyId: string, serviceId?: string): Route {
  const passedOver: PassedRung[] = [];
  const ladder = resolveLadder(register, agencyId, serviceId);
  const agency = register.agencies.get(agencyId);
  if (agency && !ladder.some((rung) => rung.own)) passedOver.push(passed({ agency, own: true }));
  for (const rung of ladder) {
    const email = rung.contact?.emails[0];
    if (rung.contact && email) {
      const { agency, own } = rung;
      // Another desk of the same body was reached, so the body itself was not passed over.
      const others = passedOver.filter((candidate) => candidate.agency !== agency.id);
      return { receiver: { kind: 'body', agency: agency.id, name: agency.data.name, title: rung.contact.title, own, email }, passedOver: others };
    }
    if (!passedOver.some((candidate) => candidate.agency === rung.agency.id)) passedOver.push(passed(rung));
  }
  const { publisher, operatorEmail } = register.portal;
  return { receiver: { kind: 'operator', name: publisher, email: operatorEmail }, passedOver };
}

function passed({ agency, contact }: LadderRung): PassedRung {
  return {
    agency: agency.id,
    name: agency.data.name,
    reason: contact ? 'no-email' : 'no-contact',
    phones: contact?.phones.filter((phone) => phone.kind === 'voice').map((phone) => phone.number) ?? [],
  };
}
