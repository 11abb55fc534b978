import { hearsOf } from '../../register/doors.ts';
import type { Language } from '../../lib/locales.ts';
import { contactFor } from '../../register/ladder.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { Charter } from '../../schemas/charter.ts';
import { date } from '../../register/format.ts';
import { translator, type Text, type Translator } from '../../register/localise.ts';
import { urls } from '../urls.ts';
import { contactView, type ContactView } from './contact.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';
import { ladderView, type RungView } from './ladder.ts';
import { serviceView, type ServiceView } from './service.ts';

export interface StatementView {
  text: Text;
  evidence: EvidenceView;
}

export interface ListView {
  items: Text[];
  evidence: EvidenceView;
}

export interface AgencyView {
  id: string;
  href: string;
  complainHref: string;
  /** Of a body that hears of bribes: the protected report, without a name. */
  reportHref?: string;
  informationHref: string;
  /** The form of a request for information. It stands only where the country has an information law. */
  requestHref: string;
  embedHref: string;
  /** The page with the charter's prose, where it has any. */
  backgroundHref: string;
  historyHref: string;
  feedHref: string;
  posterHref: string;
  qualityHref: string;
  contactHref: string;
  misconductHref: string;
  statisticsHref: string;
  name: Text;
  acronym?: string;
  summary: Text;
  services: ServiceView[];
  ladder: RungView[];
  contacts: ContactView[];
  /** The desk that a complaint reaches first. */
  complaintDesk?: ContactView;
  /** The desk for information requests, if one is named. */
  informationDesk?: ContactView;
  statement(
    key: 'mandate' | 'pledge' | 'vision' | 'mission' | 'noExtraPayment' | 'information',
  ): StatementView | undefined;
  list(
    key: 'coreValues' | 'coreFunctions' | 'customerGroups' | 'customerRights' | 'customerObligations',
  ): ListView | undefined;
  /** Matters that people bring here by mistake, and who handles them. */
  notHandled: { matter: Text; other?: { label: string; href: string } }[];
  notices: { title: Text; text: Text; published: string; evidence: EvidenceView }[];
  evidence: EvidenceView;
  data: Charter;
  html: string;
  /** The body above it, where it is in this portal. */
  parentHref?: string;
  /** Who has its matters now, where it has been renamed, merged or dissolved. */
  successors: { name: Text; href: string }[];
  t: Translator;
  context: ViewContext;
}

/** Makes an agency's charter ready to show, services and ladder included. */
export function agencyView(
  register: Register,
  agency: Agency,
  options: Pick<ViewContext, 'language' | 'today'>,
): AgencyView {
  const { data } = agency;
  const { language } = options;
  const context: ViewContext = { ...options, sources: data.sources };
  const t = translator(data, language);
  const parent = register.agencies.get(data.parentAgency ?? '');
  const desk = contactFor(agency, 'complaint') ?? contactFor(agency, 'general');
  const informationDesk = contactFor(agency, 'foi');
  const contacts = data.contacts.map((contact, i) => contactView(contact, t, ['contacts', i], context));
  const viewOf = (contact: (typeof data.contacts)[number]): ContactView | undefined =>
    contacts.find((view) => view.id === contact.id);
  return {
    id: agency.id,
    href: urls.charter(language, agency),
    complainHref: urls.complain(language, agency),
    ...(hearsOf(register.jurisdictions.get(data.jurisdiction)?.data, agency.id) === 'corruption'
      ? { reportHref: urls.misconductIn(language, data.jurisdiction) }
      : {}),
    informationHref: urls.information(language, agency),
    requestHref: urls.request(language, agency),
    embedHref: urls.embedServices(language, agency.id),
    backgroundHref: urls.background(language, agency),
    historyHref: urls.history(language, agency),
    feedHref: urls.feed(language, agency),
    posterHref: urls.poster(language, agency),
    qualityHref: urls.qualityAgency(language, agency.id),
    contactHref: urls.contactDesk(language, agency),
    misconductHref: urls.misconduct(language, agency),
    statisticsHref: urls.statistics(language, agency.id),
    name: t(data.name, 'name'),
    ...(data.acronym ? { acronym: data.acronym } : {}),
    summary: t(data.summary, 'summary'),
    services: agency.services.map((service) => serviceView(register, agency, service, context)),
    ladder: ladderView(register, agency.id, undefined, context),
    contacts,
    ...(desk ? { complaintDesk: viewOf(desk) } : {}),
    ...(informationDesk ? { informationDesk: viewOf(informationDesk) } : {}),
    statement: (key) => {
      const value = data[key];
      return value ? { text: t(value.text, key, 'text'), evidence: evidenceView(value.evidence, context) } : undefined;
    },
    list: (key) => {
      const value = data[key];
      return value
        ? {
            items: value.items.map((item, i) => t(item, key, 'items', i)),
            evidence: evidenceView(value.evidence, context),
          }
        : undefined;
    },
    notHandled: data.notHandled.map((item, i) => {
      const other = register.agencies.get(item.agency ?? '');
      return {
        matter: t(item.matter, 'notHandled', i, 'matter'),
        ...(other
          ? { other: { label: other.data.acronym ?? other.data.name, href: urls.charter(language, other) } }
          : {}),
      };
    }),
    notices: noticesOf(register, agency.id, context),
    evidence: evidenceView(data.evidence, context),
    data,
    html: agency.html,
    ...(parent ? { parentHref: urls.charter(language, parent) } : {}),
    successors: data.successors.flatMap((id) => linkTo(register.agencies.get(id), language)),
    t,
    context,
  };
}

function linkTo(agency: Agency | undefined, language: Language): { name: Text; href: string }[] {
  return agency
    ? [{ name: translator(agency.data, language)(agency.data.name, 'name'), href: urls.charter(language, agency) }]
    : [];
}

function noticesOf(register: Register, agencyId: string, context: ViewContext): AgencyView['notices'] {
  const today = context.today.toISOString().slice(0, 10);
  return [...register.notices.values()]
    .filter((notice) => notice.data.agency === agencyId && (notice.data.expiresOn ?? '9999') >= today)
    .sort((a, b) => b.data.publishedOn.localeCompare(a.data.publishedOn))
    .map(({ data }) => {
      const t = translator(data, context.language);
      return {
        title: t(data.title, 'title'),
        text: t(data.text, 'text'),
        published: date(data.publishedOn, context.language),
        evidence: evidenceView(data.evidence, context),
      };
    });
}
