import { localePath, type Language } from '../../lib/locales.ts';
import { serviceDoors, type ServiceDoors } from '../../register/doors.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import { isGivenHere, successorOf, type Service } from '../../schemas/service.ts';
import { pageTexts } from '../../texts/texts.ts';
import { urls } from '../urls.ts';
import { evidenceView, type EvidenceView, type MarkedFigure, type ViewContext, type ViewOptions } from './evidence.ts';
import { costOf, feeView, promisedTime, timeView, type FeeView, type TimeView } from './figures.ts';

export interface RequirementView {
  what: Text;
  note?: Text;
  appliesTo?: Text;
  optional: boolean;
  /** Where to get it: a service, an agency, an address. */
  from: { label: string; href: string }[];
  legalBasis?: string;
  evidence?: EvidenceView;
}

export interface ServiceView {
  id: string;
  href: string;
  /**
   * Ways into the portal's forms: of the other body where that gives it. A service that takes complaints or reports has
   * none for a complaint about it.
   */
  complainHref?: string;
  reportHref?: string;
  makeHref?: string;
  /** The service's own start, and what the button to it says. */
  startUrl?: string;
  startLabel: string;
  name: Text;
  summary?: Text;
  status: Service['status'];
  statusNote?: Text;
  replacedBy?: { name: Text; href: string };
  /** The four answers of the receipt. */
  promise: {
    cost: MarkedFigure;
    time: MarkedFigure;
    bring: Text[];
    bringMore: number;
  };
  fees: FeeView[];
  times: TimeView[];
  requirements: RequirementView[];
  requirementsNote?: Text;
  /** The unit or post that answers for it. */
  responsible?: Text;
  /** Matters of life it belongs to, with the page of each. */
  topics: { id: string; name: Text; href: string }[];
  evidence: EvidenceView;
}

const BRING_SHOWN = 4;

/** Makes all services that an agency gives ready to show, in the charter's order. */
export function serviceViews(register: Register, agency: Agency, options: ViewOptions): ServiceView[] {
  const context = { ...options, sources: agency.data.sources };
  return givenServices(agency).map((service) => serviceView(register, agency, service, context));
}

/** The services that an agency gives itself, in the charter's order. */
export function givenServices(agency: Agency): RegisteredService[] {
  return agency.services.filter(isGivenHere);
}

/** Makes one service of an agency ready to show, on its own page or as a row of the charter. */
export function serviceView(
  register: Register,
  agency: Agency,
  service: RegisteredService,
  context: ViewContext,
): ServiceView {
  const { language } = context;
  const texts = register.in(language);
  const read = texts.service(service);
  const fees = read.fees.map((fee) => feeView(fee, context));
  const times = read.processingTimes.map((time) => timeView(time, context));
  const requirements = read.requirements.map((item) => requirementView(register, item, context));
  const required = requirements.filter((item) => !item.optional);
  const to = (path: string | undefined) => (path === undefined ? undefined : localePath(language, path));
  const successor = serviceAt(register, read.replacedBy && successorOf(agency.id, read.replacedBy));
  const giver = isGivenHere(service) ? { agency, service } : successor;
  const doors = giver ? doorsOf(giver) : {};
  return {
    id: service.id,
    href: urls.service(language, agency, service.id),
    complainHref: to(doors.complain),
    makeHref: to(doors.make),
    reportHref: to(doors.report),
    startUrl: isGivenHere(service) ? read.startUrl : undefined,
    startLabel:
      read.door === 'apply' ? pageTexts('charter', language).start : pageTexts('doors', language).start[read.door],
    name: read.name,
    summary: read.summary,
    status: read.status,
    statusNote: read.statusNote,
    replacedBy: successor && {
      name: texts.service(successor.service).name,
      href: urls.service(language, successor.agency, successor.service.id),
    },
    promise: {
      cost: costOf(read.fees, fees, context),
      time: promisedTime(times),
      bring: required.slice(0, BRING_SHOWN).map((item) => item.what),
      bringMore: Math.max(0, requirements.length - Math.min(BRING_SHOWN, required.length)),
    },
    fees,
    times,
    requirements,
    requirementsNote: read.requirementsNote,
    responsible: read.responsible,
    topics: read.topics.flatMap((id) => {
      const topic = register.topics.get(id);
      return topic ? [{ id, name: texts.topic(topic).name, href: urls.topic(language, id) }] : [];
    }),
    evidence: evidenceView(read.evidence, context),
  };
}

function doorsOf({ agency, service }: { agency: Agency; service: RegisteredService }): ServiceDoors {
  return serviceDoors(`/${agency.data.jurisdiction}/${agency.id}/`, service.id, service.data.door);
}

/** The portal's own form that is this very complaint or report, for a service that takes one. */
export function ownDoorOf(
  { reportHref, makeHref }: ServiceView,
  language: Language,
): { href: string; label: string } | undefined {
  const m = pageTexts('doors', language);
  if (reportHref) return { href: reportHref, label: m.report };
  return makeHref ? { href: makeHref, label: m.make } : undefined;
}

type Requirement = Localised<Service['requirements'][number]>;

function requirementView(register: Register, item: Requirement, context: ViewContext): RequirementView {
  const { what, note, appliesTo, optional, legalBasis, evidence } = item;
  return {
    what,
    note,
    appliesTo,
    optional,
    from: requirementSources(register, item, context),
    legalBasis,
    evidence: evidence && evidenceView(evidence, context),
  };
}

function requirementSources(register: Register, item: Requirement, { language }: ViewContext): RequirementView['from'] {
  const found = serviceAt(register, item.fromService);
  // The service's own page names its agency.
  const agency = item.fromAgency === found?.agency.id ? undefined : register.agencies.get(item.fromAgency ?? '');
  return [
    ...(found
      ? [{ label: found.service.data.name, href: urls.service(language, found.agency, found.service.id) }]
      : []),
    ...(agency ? [{ label: agency.data.acronym ?? agency.data.name, href: urls.charter(language, agency) }] : []),
    ...(item.fromUrl && URL.canParse(item.fromUrl)
      ? [{ label: new URL(item.fromUrl).hostname, href: item.fromUrl }]
      : []),
  ];
}

/** The service of an address such as inec/voter-registration, with its agency. */
function serviceAt(
  register: Register,
  address: string | undefined,
): { agency: Agency; service: RegisteredService } | undefined {
  const [owner = '', id] = address?.split('/') ?? [];
  const agency = register.agencies.get(owner);
  const service = agency?.services.find((candidate) => candidate.id === id);
  return agency && service && { agency, service };
}
