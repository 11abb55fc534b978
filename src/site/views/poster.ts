import type { Language } from '../../lib/locales.ts';
import type { Agency, Register } from '../../register/register.ts';
import { date } from '../../register/format.ts';
import type { Texts } from '../../texts/shape.ts';
import { marksText } from '../../register/marks-text.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { Text } from '../../register/localise.ts';
import { contactContext, contactOf, contactView, type ContactView } from './contact.ts';
import type { MarkedFigure, ViewOptions } from './evidence.ts';
import { ladderView } from './ladder.ts';
import { longestPosterDates, posterDates } from './poster-dates.ts';
import { fitRows, nameSize, type FrameTexts, type PosterFit, type RowTexts } from './poster-fit.ts';
import { serviceViews, type ServiceView } from './service.ts';

export interface PosterRow {
  name: Text;
  cost: MarkedFigure;
  time: MarkedFigure;
  /** What to bring; empty where the type is too small for it. */
  bring: Text[];
}

export interface PosterContact {
  name: Text;
  phone?: string;
  tollFree: boolean;
  /** E-mail address, web address or street address: what serves beside or instead of the telephone. */
  other?: string;
}

export interface PosterView {
  whose: string;
  name: Text;
  nameSize: ReturnType<typeof nameSize>;
  /** Left out where it is too long to be read in passing. */
  summary?: Text;
  size: PosterFit['size'];
  rows: PosterRow[];
  /** Services that did not fit. */
  more: number;
  /** The agency's own words against unofficial charges, or what one can always ask for. */
  pay: Text;
  /** Who takes reports of bribes in this country. */
  report?: PosterContact;
  desks: PosterContact[];
  /** Address of the charter page as one types it. */
  address: string;
  /** Span of the dates that the figures shown bear, ready to show. */
  asOf: string;
  /** Whether to tell the reader to ask before paying. */
  anyMarked: boolean;
  made: string;
}

const SUMMARY_MAX = 132;
const WORDS_MAX = 240;
/** A formula longer than this is no figure for a wall; the poster refers to the page. */
const COST_MAX = 48;
const BRING_MAX = 110;

/**
 * Makes the poster of an agency: as many services as fit on one page, in the charter's order, and whom to turn to.
 * `address` is the full address of the charter page.
 */
export function posterView(register: Register, agency: Agency, address: string, options: ViewOptions): PosterView {
  const { language } = options;
  const { name, summary, noExtraPayment } = register.in(language).charter(agency);
  const all = serviceViews(register, agency, options);
  const m = pageTexts('poster', language);
  const services = inOrderOfUse(all.filter((service) => service.status === 'active'));
  const words = noExtraPayment?.text;
  const frame = {
    whose: whoseText(register.portal, language),
    name,
    nameSize: nameSize(name.text),
    summary: summary.text.length <= SUMMARY_MAX ? summary : undefined,
    pay: words ? { ...words, text: leadingSentences(words.text, WORDS_MAX) } : { text: m.receipt },
    report: corruptionDesk(register, agency, options),
    desks: desksOf(register, agency, options),
    address: address.replace(/^https?:\/\//, ''),
    made: date(options.today.toISOString().slice(0, 10), language),
  };
  const fit = fitRows(
    services.map((service) => rowTexts(toRow(service, m.seePage), m.bring, language)),
    frameTexts(frame, longestPosterDates(agency.services, language), m),
  );
  const chosen = new Set(services.slice(0, fit.count).map((service) => service.id));
  const shown = all.filter((service) => chosen.has(service.id));
  const rows = shown.map((service) => toRow(service, m.seePage));
  return {
    ...frame,
    size: fit.size,
    rows: fit.bring ? rows : rows.map((row) => ({ ...row, bring: [] })),
    more: services.length - fit.count,
    asOf: posterDates(
      agency.services.filter(({ id }) => chosen.has(id)),
      language,
    ),
    anyMarked: rows.some((row) => row.cost.marks.length + row.time.marks.length > 0),
  };
}

type PosterTexts = Texts['poster'];
type Frame = Omit<PosterView, 'size' | 'rows' | 'more' | 'asOf' | 'anyMarked'>;

/** Whose portal the poster comes from, so that a demonstration is never taken for the agency's own. */
function whoseText({ publisher, publisherKind }: Register['portal'], language: Language): string {
  const s = pageTexts('shell', language);
  return {
    demonstration: s.demonstration,
    watchdog: s.watchdog({ publisher }),
    government: s.publishedBy({ publisher }),
  }[publisherKind];
}

function frameTexts(
  { whose, name, summary, pay, report, desks, address, made }: Frame,
  dates: string,
  m: PosterTexts,
): FrameTexts {
  return {
    whose,
    name: name.text,
    summary: summary?.text ?? '',
    pay: [pay.text, ...(report ? [`${m.report} ${report.name.text}`, report.phone ?? report.other ?? ''] : [])],
    complain: m.complain,
    desks: desks.map((desk) => ({
      name: desk.name.text,
      phone: desk.phone ?? '',
      free: desk.tollFree ? m.free : '',
      other: desk.other ?? (desk.phone ? '' : m.noContact),
    })),
    address: `${m.page} ${address}`,
    origin: `${dates} ${m.marked} ${m.made({ when: made })}`,
  };
}

/**
 * A wall has room for promises first: services without any stated figure come after those with one, each group in the
 * charter's order.
 */
function inOrderOfUse(services: ServiceView[]): ServiceView[] {
  const stated = (service: ServiceView): boolean => service.promise.cost.stated || service.promise.time.stated;
  return [...services.filter(stated), ...services.filter((service) => !stated(service))];
}

function toRow({ name, promise }: ServiceView, seePage: string): PosterRow {
  const { cost, time, bring } = promise;
  const long = bring.reduce((sum, item) => sum + item.text.length + 2, 0) > BRING_MAX;
  // A currency stays on the line of its number.
  const price = cost.value.text.length > COST_MAX ? seePage : cost.value.text.replace(/ (?=\d)/g, '\u00a0');
  return { name, cost: { ...cost, value: { text: price } }, time, bring: long ? [] : bring };
}

/** "Not stated" is set small and asks for no room of its own. */
function rowTexts({ name, cost, time, bring }: PosterRow, label: string, language: Language): RowTexts {
  const text = (figure: MarkedFigure): string => (figure.stated ? figure.value.text : '');
  return {
    name: name.text,
    cost: text(cost),
    costMarks: marksText(cost.marks, language),
    time: text(time),
    timeMarks: marksText(time.marks, language),
    bring: bring.length === 0 ? '' : `${label}: ${bring.map((item) => item.text).join('; ')}`,
  };
}

/** Whole sentences from the beginning of a text, as many as fit; a single longer one is cut at a word. */
export function leadingSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '));
  return end > 0 ? `${head.slice(0, end + 1)} …` : `${head.slice(0, head.lastIndexOf(' '))} …`;
}

function corruptionDesk(register: Register, { data }: Agency, options: ViewOptions): PosterContact | undefined {
  const bodies = register.jurisdictions.get(data.jurisdiction)?.data.antiCorruption ?? [];
  const body = register.agencies.get(bodies[0]?.agency ?? '');
  if (!body) return undefined;
  const { name, acronym, contacts } = register.in(options.language).charter(body);
  // Whoever stands before the poster wants a number to ring, and to give no name.
  const nameless = contacts.find(
    ({ roles, withoutName, phones }) => roles.includes('corruption') && withoutName && phones.length > 0,
  );
  return posterContact(
    acronym && !name.text.includes(acronym) ? { ...name, text: `${name.text} (${acronym})` } : name,
    nameless
      ? contactView(nameless, contactContext(register, body, options))
      : contactOf(register, body, ['corruption', 'complaint', 'general'], options),
  );
}

/** The first rung of the ladder, and the next one that can be reached. */
function desksOf(register: Register, { id, data }: Agency, options: ViewOptions): PosterContact[] {
  const ladder = ladderView(register, id, undefined, { ...options, sources: data.sources });
  const [first, ...others] = ladder.map((rung) => posterContact(rung.name, rung.contact));
  const next = others.find((desk) => desk.phone ?? desk.other) ?? others[0];
  return [first, next].filter((desk) => desk !== undefined);
}

function posterContact(name: Text, contact: ContactView | undefined): PosterContact {
  const voices = contact?.phones.filter((phone) => phone.kind === 'voice' || phone.kind === 'ussd') ?? [];
  const phone = voices.find((candidate) => candidate.tollFree) ?? voices[0];
  const other =
    contact?.emails[0] ??
    contact?.formUrl?.replace(/^https?:\/\/|\/$/g, '') ??
    (phone ? undefined : contact?.address?.replaceAll('\n', ', '));
  return {
    name,
    phone: phone?.number,
    tollFree: phone?.tollFree ?? false,
    other: other && leadingSentences(other, 90),
  };
}
