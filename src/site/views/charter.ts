import type { Text } from '../../register/localise.ts';
import type { Reading } from '../../register/readings.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import type { Charter } from '../../schemas/charter.ts';
import type { Source } from '../../schemas/provenance.ts';
import { date } from '../../register/format.ts';
import { isReachable } from '../../register/ladder.ts';
import { urls } from '../urls.ts';
import { agencyView, type AgencyView } from './agency.ts';
import { citations, type Citations } from './citations.ts';
import { contactContext, contactView, type ContactView } from './contact.ts';
import { writtenDay, evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';
import { ladderView, type RungView } from './ladder.ts';
import { officesView, type OfficesView } from './offices.ts';
import { ownRequestTimeView, type OwnRequestTimeView } from './own-request-time.ts';
import { serviceParts } from './service-details.ts';
import { givenServices, serviceViews, type ServiceView } from './service.ts';
import { listView, statementView, type ListView, type StatementView } from './statement.ts';

/** A fact of a charter with its evidence ready to show. */
type Shown<Fact> = Omit<Fact, 'evidence'> & { evidence: EvidenceView };
type Read = Reading<'charters'>;

/** A whole charter: what the agency is, what it promises, who works there, who answers. */
export interface CharterView extends AgencyView {
  status: Charter['status'];
  /** Who has its matters now, where it has been renamed, merged or dissolved. */
  successors: { name: Text; href: string }[];
  /** Regions or towns it serves, where it does not serve the whole country. */
  places: string[];
  /** Areas smaller than a region that a source names. */
  areas: string[];
  services: ServiceView[];
  /** Matters that people bring here by mistake, and who handles them. */
  notHandled: { matter: Text; other?: { label: string; href: string } }[];
  notices: { title: Text; text: Text; published: string; evidence: EvidenceView }[];
  facts: FactsView;
  statements: { [K in StatementKey]?: StatementView };
  /** Its own time for requests for information beside the Act's. */
  ownRequestTime?: OwnRequestTimeView;
  lists: { [K in ListKey]?: ListView };
  legalBasis: Shown<Read['legalBasis'][number]>[];
  standards: Shown<Read['standards'][number]>[];
  surveys: Shown<Read['surveys'][number]>[];
  units: Shown<Read['units'][number]>[];
  officers: Shown<Read['officers'][number]>[];
  contacts: ContactView[];
  offices: OfficesView;
  socialAccounts: Shown<Read['socialAccounts'][number]>[];
  ladder: RungView[];
  /** Set for a stub of which no telephone, e-mail, address or site is published: who may know how it is reached. */
  unreached?: { ask?: RungView };
  unknowns: Text[];
  /** What its figures and statements rest on. */
  citations: Citations;
  /** Its sources without those that only pages of its services cite, and list. */
  ownSources: Source[];
  /** The charter has prose, which stands on a page of its own. */
  hasBackground: boolean;
  /**
   * What describes the body itself is so long that it stands there too: a charter has to arrive in one round trip on a
   * slow network (tests/journeys/budget.test.ts).
   */
  describedApart: boolean;
}

/** The charter as a document: who it answers to, its edition, approval and review. Days are in words. */
export interface FactsView {
  parent?: Text;
  /** The body above it, where it is in this portal. */
  parentHref?: string;
  edition?: Text;
  scope: Charter['scope'];
  approvedOn?: string;
  approvedBy?: string;
  effectiveFrom?: string;
  nextReviewDue?: string;
  overdue: boolean;
  website?: string;
  portals: Read['portals'];
  aliases: string[];
  evidence: EvidenceView;
}

type StatementKey = 'mandate' | 'pledge' | 'vision' | 'mission' | 'noExtraPayment' | 'information';
type ListKey = 'coreValues' | 'coreFunctions' | 'customerGroups' | 'customerRights' | 'customerObligations';

/** Makes an agency's charter ready to show, services and ladder included. */
export function charterView(register: Register, agency: Agency, options: ViewOptions): CharterView {
  const read = register.in(options.language).charter(agency);
  const cited = citations(partsOf(register, agency, read, options), options.today);
  const context: ViewContext = { ...contactContext(register, agency, options), citations: cited };
  const services = givenServices(agency).map((service) => register.in(options.language).service(service));
  const ofServices = citations(services.map(serviceParts), options.today);
  const shown = <Fact extends { evidence: Read['evidence'] }>(fact: Fact): Shown<Fact> => ({
    ...fact,
    evidence: evidenceView(fact.evidence, context),
  });
  const ladder = ladderView(register, agency.id, undefined, context);
  return {
    ...agencyView(register, agency, options),
    status: read.status,
    successors: read.successors.flatMap((id) => linkTo(register, id, options)),
    places: read.local?.places ?? [],
    areas: read.local?.areas ?? [],
    services: serviceViews(register, agency, context),
    notHandled: read.notHandled.map(({ matter, agency: id }) => ({ matter, other: nameOf(register, id, options) })),
    notices: noticesOf(register, agency.id, context),
    facts: factsView(register, read, context),
    statements: {
      mandate: statementView(read.mandate, context),
      pledge: statementView(read.pledge, context),
      vision: statementView(read.vision, context),
      mission: statementView(read.mission, context),
      noExtraPayment: statementView(read.noExtraPayment, context),
      information: statementView(read.information, context),
    },
    ownRequestTime: ownRequestTimeView(register, agency, context),
    lists: {
      coreValues: listView(read.coreValues, context),
      coreFunctions: listView(read.coreFunctions, context),
      customerGroups: listView(read.customerGroups, context),
      customerRights: listView(read.customerRights, context),
      customerObligations: listView(read.customerObligations, context),
    },
    legalBasis: read.legalBasis.map(shown),
    standards: read.standards.map(shown),
    surveys: read.surveys.map((survey) => ({ ...shown(survey), heldOn: writtenDay(survey.heldOn, context) })),
    units: read.units.map(shown),
    officers: read.officers.map(shown),
    contacts: read.contacts.map((contact) => contactView(contact, context)),
    offices: officesView(read.offices, context, register.jurisdictions.get(agency.data.jurisdiction)?.data),
    socialAccounts: read.socialAccounts.map(shown),
    ladder,
    unreached: read.completeness === 'stub' && !hasWayIn(read) ? { ask: bodyToAsk(read, ladder) } : undefined,
    unknowns: read.unknowns,
    citations: cited,
    ownSources: agency.data.sources.filter(({ id }) => cited.cites(id) || !ofServices.cites(id)),
    hasBackground: agency.html !== '',
    describedApart: agency.html !== '' && lengthOf(descriptionOf(read)) > DESCRIPTION_CHARS_MAX,
  };
}

/** About a kilobyte and a half on the way, compressed. */
const DESCRIPTION_CHARS_MAX = 5000;

/** What tells of the body itself: what it is for, and who does what in it. */
function descriptionOf(read: Read): unknown[] {
  const { mandate, vision, mission, coreValues, coreFunctions, customerGroups, legalBasis, units, officers } = read;
  return [mandate, vision, mission, coreValues, coreFunctions, customerGroups, legalBasis, units, officers];
}

function lengthOf(parts: unknown[]): number {
  return JSON.stringify(parts).length;
}

/** All parts of the content with a source that the page of a charter shows. */
function partsOf(register: Register, agency: Agency, read: Read, { language, today }: ViewOptions): unknown[] {
  const services = givenServices(agency).map((service) => register.in(language).service(service));
  return [
    services.map(({ fees, processingTimes }) => [fees, processingTimes[0]]),
    read.evidence,
    [read.mandate, read.pledge, read.vision, read.mission, read.noExtraPayment, read.information],
    [read.informationRequests, read.published],
    [read.coreValues, read.coreFunctions, read.customerGroups, read.customerRights, read.customerObligations],
    [read.legalBasis, read.standards, read.surveys, read.units, read.officers, read.contacts, read.offices],
    [read.socialAccounts, read.redress],
    noticesNow(register, agency.id, today).map((notice) => register.in(language).notice(notice).evidence),
  ];
}

/** Whether anything that is published here leads to the agency itself. */
function hasWayIn({ contacts, offices, website, portals, socialAccounts }: Read): boolean {
  return (
    contacts.some(isReachable) ||
    [offices, portals, socialAccounts].some((known) => known.length > 0) ||
    website !== undefined
  );
}

/** The body above it that its own ladder names, with a way to reach it: bodies that take complaints of all sorts know no more. */
function bodyToAsk({ redress }: Read, ladder: RungView[]): RungView | undefined {
  return redress.length > 0 ? ladder.find(({ own, contact }) => !own && contact && isReachable(contact)) : undefined;
}

function factsView(register: Register, read: Read, context: ViewContext): FactsView {
  const { parent, edition, scope, approvedBy, nextReviewDue, website, portals, aliases } = read;
  const above = register.agencies.get(read.parentAgency ?? '');
  return {
    parent,
    parentHref: above && urls.charter(context.language, above),
    edition,
    scope,
    approvedOn: writtenDay(read.approvedOn, context),
    approvedBy,
    effectiveFrom: writtenDay(read.effectiveFrom, context),
    nextReviewDue: writtenDay(nextReviewDue, context),
    overdue: nextReviewDue !== undefined && nextReviewDue < context.today.toISOString().slice(0, 10),
    website,
    portals,
    aliases,
    evidence: evidenceView(read.evidence, context),
  };
}

function linkTo(register: Register, id: string, { language }: ViewOptions): CharterView['successors'] {
  const agency = register.agencies.get(id);
  return agency ? [{ name: register.in(language).charter(agency).name, href: urls.charter(language, agency) }] : [];
}

function nameOf(
  register: Register,
  id: string | undefined,
  { language }: ViewOptions,
): { label: string; href: string } | undefined {
  const agency = register.agencies.get(id ?? '');
  return agency && { label: agency.data.acronym ?? agency.data.name, href: urls.charter(language, agency) };
}

function noticesOf(register: Register, agencyId: string, context: ViewContext): CharterView['notices'] {
  return noticesNow(register, agencyId, context.today).map((notice) => {
    const { title, text, publishedOn, evidence } = register.in(context.language).notice(notice);
    return { title, text, published: date(publishedOn, context.language), evidence: evidenceView(evidence, context) };
  });
}

/** The notices of an agency that have not expired on a day, newest first. */
function noticesNow(register: Register, agencyId: string, day: Date): RegisterEntry<'notices'>[] {
  const today = day.toISOString().slice(0, 10);
  return [...register.notices.values()]
    .filter((notice) => notice.data.agency === agencyId && (notice.data.expiresOn ?? '9999') >= today)
    .sort((a, b) => b.data.publishedOn.localeCompare(a.data.publishedOn));
}
