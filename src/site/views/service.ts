import { localePath, type Language } from '../../lib/locales.ts';
import { serviceDoors } from '../../register/doors.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import type { ProcessingTime } from '../../schemas/duration.ts';
import type { Fee } from '../../schemas/fee.ts';
import type { Service } from '../../schemas/service.ts';
import { joinMarks } from '../../register/figure-marks.ts';
import { date, duration, money } from '../../register/format.ts';
import { translator, type Text, type Translator } from '../../register/localise.ts';
import { urls } from '../urls.ts';
import {
  evidenceView,
  figureNotes,
  type EvidenceView,
  type FigureNotes,
  type MarkedFigure,
  type ViewContext,
} from './evidence.ts';

export interface FeeView extends FigureNotes {
  /** The figure itself: "₦15,000", "Free", "Not stated", or the formula. */
  value: Text;
  stated: boolean;
  label?: Text;
  per?: Text;
  validFrom?: string;
  payAt?: Text;
  legalBasis?: string;
  note?: Text;
}

export interface TimeView extends FigureNotes {
  value: Text;
  stated: boolean;
  appliesTo?: Text;
  clockStarts?: Text;
  pauses?: Text;
  note?: Text;
}

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
  /** Ways into the portal's forms; a service that takes complaints or reports has none for a complaint about it. */
  complainHref?: string;
  reportHref?: string;
  makeHref?: string;
  /** What the button to the service's own start says. */
  startLabel: string;
  name: Text;
  summary?: Text;
  status: Service['status'];
  statusNote?: Text;
  replacedBy?: { name: Text; href: string };
  /** The four answers of the promise strip. */
  strip: {
    cost: MarkedFigure;
    time: MarkedFigure;
    bring: Text[];
    bringMore: number;
  };
  fees: FeeView[];
  times: TimeView[];
  requirements: RequirementView[];
  requirementsNote?: Text;
  /** Matters of life it belongs to, with the page of each. */
  topics: { name: Text; href: string }[];
  evidence: EvidenceView;
  data: Service;
  t: Translator;
}

const BRING_SHOWN = 4;

/** Makes one service of an agency ready to show, on its own page or as a row of the charter. */
export function serviceView(
  register: Register,
  agency: Agency,
  service: RegisteredService,
  context: ViewContext,
): ServiceView {
  const { data } = service;
  const { language } = context;
  const t = translator({ language: agency.data.language, translations: data.translations }, language);
  const fees = data.fees.map((fee, i) => feeView(fee, t, ['fees', i], context));
  const times = data.processingTimes.map((time, i) => timeView(time, t, ['processingTimes', i], context));
  const requirements = data.requirements.map((item, i) => requirementView(register, item, t, i, context));
  const required = requirements.filter((item) => !item.optional);
  const summary = t(data.summary, 'summary');
  const statusNote = t(data.statusNote, 'statusNote');
  const requirementsNote = t(data.requirementsNote, 'requirementsNote');
  const doors = serviceDoors(`/${agency.data.jurisdiction}/${agency.id}/`, service.id, data.door);
  const successor = agency.services.find((candidate) => candidate.id === data.replacedBy);
  return {
    id: service.id,
    href: urls.service(language, agency, service.id),
    ...(doors.complain ? { complainHref: localePath(language, doors.complain) } : {}),
    ...(doors.make ? { makeHref: localePath(language, doors.make) } : {}),
    ...(doors.report ? { reportHref: localePath(language, doors.report) } : {}),
    startLabel:
      data.door === 'apply' ? pageTexts('charter', language).start : pageTexts('doors', language).start[data.door],
    name: t(data.name, 'name'),
    ...(summary ? { summary } : {}),
    status: data.status,
    ...(statusNote ? { statusNote } : {}),
    ...(successor
      ? {
          replacedBy: {
            name: translator({ language: agency.data.language, translations: successor.data.translations }, language)(
              successor.data.name,
              'name',
            ),
            href: urls.service(language, agency, successor.id),
          },
        }
      : {}),
    strip: {
      cost: {
        value: { text: costHeadline(data.fees, fees, context) },
        stated: fees.some((fee) => fee.stated),
        marks: joinMarks(fees.map((fee) => fee.marks)),
      },
      time: promisedTime(times),
      bring: required.slice(0, BRING_SHOWN).map((item) => item.what),
      bringMore: Math.max(0, requirements.length - Math.min(BRING_SHOWN, required.length)),
    },
    fees,
    times,
    requirements,
    ...(requirementsNote ? { requirementsNote } : {}),
    topics: data.topics.flatMap((id) => {
      const topic = register.topics.get(id);
      return topic
        ? [{ name: translator(topic.data, language)(topic.data.name, 'name'), href: urls.topic(language, id) }]
        : [];
    }),
    evidence: evidenceView(data.evidence, context),
    data,
    t,
  };
}

/** Gives the portal's own form that is this very complaint or report, for a service that takes one. */
export function ownDoorOf(
  { reportHref, makeHref }: ServiceView,
  language: Language,
): { href: string; label: string } | undefined {
  const m = pageTexts('doors', language);
  if (reportHref) return { href: reportHref, label: m.report };
  return makeHref ? { href: makeHref, label: m.make } : undefined;
}

function feeView(fee: Fee, t: Translator, path: (string | number)[], context: ViewContext): FeeView {
  const m = pageTexts('charter', context.language);
  const label = t(fee.label, ...path, 'label');
  const note = t(fee.note, ...path, 'note');
  const payAt = t(fee.payAt, ...path, 'payAt');
  const per = fee.kind === 'fixed' ? t(fee.per, ...path, 'per') : undefined;
  return {
    value: feeValue(fee, t, path, m),
    stated: fee.kind !== 'not-stated',
    ...(label ? { label } : {}),
    ...(per ? { per } : {}),
    ...(fee.validFrom ? { validFrom: date(fee.validFrom, context.language) } : {}),
    ...(payAt ? { payAt } : {}),
    ...(fee.legalBasis ? { legalBasis: fee.legalBasis } : {}),
    ...(note ? { note } : {}),
    ...figureNotes(fee, t, path, context),
  };
}

type CharterTexts = Texts['charter'];

function feeValue(fee: Fee, t: Translator, path: (string | number)[], m: CharterTexts): Text {
  switch (fee.kind) {
    case 'fixed':
      return { text: money(fee.amount, fee.currency) };
    case 'free':
      return { text: m.free };
    case 'formula':
      return t(fee.formula, ...path, 'formula');
    case 'per-contract':
      return { text: m.perContract };
    case 'not-stated':
      return { text: m.notStated };
  }
}

/**
 * One line for the strip: a single price, the lowest of several, or what stands in its place. Amounts in different
 * currencies cannot be compared, so the lowest is sought in the currency of the first.
 */
function costHeadline(fees: Fee[], views: FeeView[], context: ViewContext): string {
  const m = pageTexts('charter', context.language);
  const stated = fees.filter((fee) => fee.kind !== 'not-stated');
  const first = stated[0];
  if (!first) return m.notStated;
  const whole = (fee: Fee): string => {
    const view = views[fees.indexOf(fee)];
    return [view?.value.text, view?.per?.text].filter(Boolean).join(' ');
  };
  if (stated.length === 1 || stated.every((fee) => fee.kind === 'free')) return whole(first);
  if (stated.some((fee) => fee.kind === 'free')) return m.from({ value: m.free.toLowerCase() });
  const fixed = stated.filter((fee) => fee.kind === 'fixed');
  const lead = fixed[0];
  if (!lead) return whole(first);
  const lowest = fixed.filter((fee) => fee.currency === lead.currency).reduce((a, b) => (b.amount < a.amount ? b : a));
  const sameEverywhere =
    fixed.length === stated.length &&
    fixed.every((fee) => fee.amount === lead.amount && fee.currency === lead.currency);
  return sameEverywhere ? money(lead.amount, lead.currency) : m.from({ value: whole(lowest) });
}

function timeView(time: ProcessingTime, t: Translator, path: (string | number)[], context: ViewContext): TimeView {
  const m = pageTexts('charter', context.language);
  const others = {
    continuous: m.continuous,
    'per-contract': m.perContract,
    'as-announced': m.asAnnounced,
    'not-stated': m.notStated,
  };
  const appliesTo = t(time.appliesTo, ...path, 'appliesTo');
  const clockStarts = t(time.clockStarts, ...path, 'clockStarts');
  const pauses = t(time.pauses, ...path, 'pauses');
  const note = t(time.note, ...path, 'note');
  return {
    value: { text: time.kind === 'fixed' ? duration(time, context.language) : others[time.kind] },
    stated: time.kind !== 'not-stated',
    ...(appliesTo ? { appliesTo } : {}),
    ...(clockStarts ? { clockStarts } : {}),
    ...(pauses ? { pauses } : {}),
    ...(note ? { note } : {}),
    ...figureNotes(time, t, path, context),
  };
}

/** The first time is the promise; the schema asks for at least one. */
function promisedTime([first]: TimeView[]): MarkedFigure {
  return { value: first?.value ?? { text: '' }, stated: first?.stated ?? false, marks: first?.marks ?? [] };
}

function requirementView(
  register: Register,
  item: Service['requirements'][number],
  t: Translator,
  i: number,
  context: ViewContext,
): RequirementView {
  const note = t(item.note, 'requirements', i, 'note');
  const appliesTo = t(item.appliesTo, 'requirements', i, 'appliesTo');
  return {
    what: t(item.what, 'requirements', i, 'what'),
    ...(note ? { note } : {}),
    ...(appliesTo ? { appliesTo } : {}),
    optional: item.optional,
    from: requirementSources(register, item, context),
    ...(item.legalBasis ? { legalBasis: item.legalBasis } : {}),
    ...(item.evidence ? { evidence: evidenceView(item.evidence, context) } : {}),
  };
}

function requirementSources(
  register: Register,
  item: Service['requirements'][number],
  { language }: ViewContext,
): RequirementView['from'] {
  const [ownerId = '', serviceId = ''] = (item.fromService ?? '').split('/');
  const owner = register.agencies.get(ownerId);
  const service = owner?.services.find((candidate) => candidate.id === serviceId);
  // The service's own page names its agency.
  const agency = item.fromAgency === ownerId && service ? undefined : register.agencies.get(item.fromAgency ?? '');
  return [
    ...(owner && service ? [{ label: service.data.name, href: urls.service(language, owner, serviceId) }] : []),
    ...(agency ? [{ label: agency.data.acronym ?? agency.data.name, href: urls.charter(language, agency) }] : []),
    ...(item.fromUrl && URL.canParse(item.fromUrl)
      ? [{ label: new URL(item.fromUrl).hostname, href: item.fromUrl }]
      : []),
  ];
}
