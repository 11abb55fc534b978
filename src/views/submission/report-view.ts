import { needsProof } from '../../cases/addresses/policy.ts';
import { sealingKey } from '../../cases/case/seal.ts';
import { routeCase } from '../../cases/routing/route-case.ts';
import type { Register } from '../../register/register.ts';
import type { Route } from '../../schemas/cases/route.ts';
import type { Text } from '../../register/localise.ts';
import { crumbsTo, type Crumb } from '../../site/crumbs.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { urls } from '../../site/urls.ts';
import { receiverNote, reportWays, type BodyWays } from './report-ways.ts';

/** What the page on which one chooses the office to report shows. */
export interface ReportView {
  country: string;
  /**
   * Where a report about most offices goes, as it is routed when it is sent; absent where the country has no office.
   */
  route?: Route;
  /** The body that alone can read a report, where it is encrypted for it. */
  sealedFor?: string;
  /** What is said of the desk that it goes to. */
  receiverNote?: Text;
  /** How the bodies that take such reports can be reached without this portal. */
  bodies: BodyWays[];
  /** Addresses have to be proved here, so that it may go to another body on the day it is sent. */
  needsProof: boolean;
  /** `goesTo`: who receives a report about this one, where it is somebody else. */
  agencies: { id: string; name: string; href: string; goesTo?: string }[];
  crumbs: Crumb[];
}

export function reportView(register: Register, jurisdictionId: string, options: ViewOptions): ReportView {
  const { language } = options;
  const jurisdiction = register.jurisdictions.get(jurisdictionId);
  if (!jurisdiction) throw new Error(`No jurisdiction "${jurisdictionId}" in the register.`);
  const texts = register.in(language);
  const country = texts.jurisdiction(jurisdiction).name.text;
  const agencies = [...register.agencies.values()].filter(
    ({ data }) => data.jurisdiction === jurisdictionId && data.status !== 'dissolved',
  );
  const routes = new Map(agencies.map(({ id }) => [id, routeCase(register, 'misconduct', id)]));
  const route = commonRoute([...routes.values()]);
  const sealing = route && sealingKey(register, 'misconduct', route.receiver);
  return {
    country,
    sealedFor: sealing?.name,
    route,
    receiverNote: route && receiverNote(register, route, options),
    bodies: route ? reportWays(register, jurisdictionId, route, undefined, options) : [],
    needsProof: needsProof(register.portal),
    agencies: agencies
      .map((agency) => {
        const receiver = routes.get(agency.id)?.receiver;
        const isOther = receiver && receiver.email !== route?.receiver.email;
        const name = texts.charter(agency).name.text;
        return {
          id: agency.id,
          name,
          href: urls.misconduct(language, agency),
          goesTo: isOther ? receiver.name : undefined,
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name, language)),
    crumbs: crumbsTo(language, { name: { text: country }, href: urls.jurisdiction(language, jurisdictionId) }),
  };
}

/** The route that most reports take: one about the body that receives reports goes elsewhere. */
function commonRoute(routes: readonly Route[]): Route | undefined {
  const counts = new Map<string, number>();
  const key = ({ receiver, passedOver }: Route): string =>
    [receiver.email, ...passedOver.map(({ agency }) => agency)].join();
  for (const route of routes) counts.set(key(route), (counts.get(key(route)) ?? 0) + 1);
  return [...routes].sort((a, b) => (counts.get(key(b)) ?? 0) - (counts.get(key(a)) ?? 0))[0];
}
