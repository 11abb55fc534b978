import { needsProof } from '../../cases/addresses/policy.ts';
import { everyAddress, type Usable } from '../../cases/routing/reach.ts';
import { sealingKey } from '../../cases/case/seal.ts';
import { routeCase } from '../../cases/routing/route-case.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { SubmissionField } from '../../schemas/cases/submission.ts';
import type { Route } from '../../schemas/cases/route.ts';
import { crumbsTo, type Crumb } from '../../site/crumbs.ts';
import type { Text } from '../../register/localise.ts';
import { urls } from '../../site/urls.ts';
import { contactOf, type ContactView } from '../../site/views/contact.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { jurisdictionOf, jurisdictionView } from '../../site/views/jurisdiction.ts';
import { otherWays, type OtherWays } from './other-ways.ts';
import { receiverNote, receivingDesk, reportWays, type BodyWays } from './report-ways.ts';
import { fieldsLeftOut, rightView, type RightView } from './right-view.ts';

/** What the page of a form shows around it: of an agency, or of one of its services. */
export interface SubmissionView {
  kind: CaseKind;
  agencyId: string;
  serviceId?: string;
  /** What it is about: the service, or the agency. */
  name: Text;
  agencyName: Text;
  route: Route;
  /** The body that alone can read a report, where it is encrypted for it. */
  sealedFor?: string;
  /** How each body on the route can be reached without this portal. */
  ways: OtherWays;
  /** What is said of the desk that a report of misconduct goes to. */
  receiverNote?: Text;
  /** What the desk that receives it wants to be told or shown, where a source says so; a report says it of each way. */
  asksFor?: Text;
  /** How bodies take a report of misconduct without this portal; empty for other kinds. */
  bodies: BodyWays[];
  /** Addresses have to be proved here, so that it may go to another body on the day it is sent. */
  needsProof: boolean;
  /** The agency's own complaint desk, for those who would rather call. */
  desk?: ContactView;
  /** The law that a request for information rests on. */
  right?: RightView;
  /** Fields of the form that make no sense here. */
  leaveOut: readonly SubmissionField[];
  crumbs: Crumb[];
}

/** `usable`: which addresses may be used just now; a page that is made before anybody asks cannot know. */
export function submissionView(
  register: Register,
  agency: Agency,
  serviceId: string | undefined,
  options: ViewOptions,
  kind: CaseKind = 'complaint',
  usable: Usable = everyAddress,
): SubmissionView {
  const { language } = options;
  const texts = register.in(language);
  const charter = texts.charter(agency);
  const service = agency.services.find((candidate) => candidate.id === serviceId);
  const serviceName = service && texts.service(service).name;
  const jurisdiction = jurisdictionOf(register, agency);
  const route = routeCase(register, kind, agency.id, service?.id, { usable });
  const sealing = sealingKey(register, kind, route.receiver);
  return {
    kind,
    agencyId: agency.id,
    serviceId: service?.id,
    name: serviceName ?? charter.name,
    agencyName: charter.name,
    needsProof: needsProof(register.portal),
    route,
    sealedFor: sealing?.name,
    ways: otherWays(register, route, kind, options),
    receiverNote: kind === 'misconduct' ? receiverNote(register, route, options) : undefined,
    asksFor: kind === 'misconduct' ? undefined : receivingDesk(register, route, options)?.asksFor,
    bodies: kind === 'misconduct' ? reportWays(register, jurisdiction.id, route, agency.id, options) : [],
    desk: kind === 'complaint' ? contactOf(register, agency, ['complaint', 'general'], options) : undefined,
    right: kind === 'information-request' ? rightView(register, jurisdiction, options, agency) : undefined,
    leaveOut: fieldsLeftOut(jurisdiction),
    crumbs: [
      ...crumbsTo(language, jurisdictionView(register, jurisdiction, options), {
        ...charter,
        href: urls.charter(language, agency),
      }),
      ...(service && serviceName
        ? [{ label: serviceName.text, href: urls.service(language, agency, service.id) }]
        : []),
    ],
  };
}
