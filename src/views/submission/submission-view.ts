import { needsProof } from '../../cases/addresses/policy.ts';
import { everyAddress, type Usable } from '../../cases/routing/reach.ts';
import { sealingKey } from '../../cases/case/seal.ts';
import { routeCase } from '../../cases/routing/route-case.ts';
import type { Language } from '../../lib/locales.ts';
import { contactFor } from '../../register/ladder.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { ComplaintField } from '../../schemas/cases/complaint.ts';
import type { Contact } from '../../schemas/contact.ts';
import type { Route } from '../../schemas/cases/route.ts';
import { crumbsTo, type Crumb } from '../../site/crumbs.ts';
import { translator, type Text } from '../../register/localise.ts';
import { urls } from '../../site/urls.ts';
import { contactView, type ContactView } from '../../site/views/contact.ts';
import { jurisdictionOf } from '../../site/views/jurisdiction.ts';
import { otherWays, type OtherWays } from './other-ways.ts';
import { fieldsLeftOut, rightView, type RightView } from './right-view.ts';

/** What the page of a form shows around it: of an agency, or of one of its services. */
export interface SubmissionView {
  kind: CaseKind;
  agencyId: string;
  serviceId?: string;
  /** What it is about: the service, or the agency. */
  name: Text;
  route: Route;
  /** The body that alone can read a report, where it is encrypted for it. */
  sealedFor?: string;
  /** How each body on the route can be reached without this portal. */
  ways: OtherWays;
  /** Addresses have to be proved here, so that it may go to another body on the day it is sent. */
  needsProof: boolean;
  /** The agency's own complaint desk, for those who would rather call. */
  desk?: ContactView;
  /** The law that a request for information rests on. */
  right?: RightView;
  /** ISO 4217 code of what amounts are in here. */
  currency: string;
  /** Fields of the form that make no sense here. */
  leaveOut: readonly ComplaintField[];
  crumbs: Crumb[];
}

/** `usable`: which addresses may be used just now; a page that is made before anybody asks cannot know. */
export function submissionView(
  register: Register,
  agency: Agency,
  serviceId: string | undefined,
  language: Language,
  kind: CaseKind = 'complaint',
  usable: Usable = everyAddress,
): SubmissionView {
  const t = translator(agency.data, language);
  const service = agency.services.find((candidate) => candidate.id === serviceId);
  const desk = contactFor(agency, 'complaint') ?? contactFor(agency, 'general');
  const agencyName = t(agency.data.name, 'name');
  const jurisdiction = jurisdictionOf(register, agency, { language, today: new Date() });
  const right = kind === 'information-request' ? rightView(jurisdiction) : undefined;
  const route = routeCase(register, kind, agency.id, service?.id, { usable });
  const sealing = sealingKey(register, kind, route.receiver);
  const serviceName =
    service &&
    translator({ language: agency.data.language, translations: service.data.translations }, language)(
      service.data.name,
      'name',
    );
  return {
    kind,
    agencyId: agency.id,
    ...(service ? { serviceId: service.id } : {}),
    name: serviceName ?? agencyName,
    needsProof: needsProof(register.portal),
    route,
    ...(sealing ? { sealedFor: sealing.name } : {}),
    ways: otherWays(register, route, kind, language),
    ...(desk && kind === 'complaint' ? { desk: deskView(agency, desk, language) } : {}),
    ...(right ? { right } : {}),
    currency: jurisdiction.data.currency,
    leaveOut: fieldsLeftOut(jurisdiction),
    crumbs: [
      ...crumbsTo(language, jurisdiction, {
        name: agencyName,
        href: urls.charter(language, agency),
        ...(agency.data.acronym ? { acronym: agency.data.acronym } : {}),
      }),
      ...(service && serviceName
        ? [{ label: serviceName.text, href: urls.service(language, agency, service.id) }]
        : []),
    ],
  };
}

function deskView(agency: Agency, desk: Contact, language: Language): ContactView {
  const path = ['contacts', agency.data.contacts.indexOf(desk)];
  return contactView(desk, translator(agency.data, language), path, {
    language,
    today: new Date(),
    sources: agency.data.sources,
  });
}
