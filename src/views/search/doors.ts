import { localePath, type Language } from '../../lib/locales.ts';
import { serviceDoors, type Door } from '../../register/doors.ts';
import type { AgencyAnswer, SearchAnswer } from '../../search/answer.ts';
import type { Card, CardService } from '../../search/index-format.ts';
import { pageTexts } from '../../texts/texts.ts';

/**
 * Where somebody can go from an answer: report without a name, ask for information, make the very complaint that the
 * service is, complain about the office, start, or read how it works.
 */
export type DoorName = 'report' | 'ask' | 'make' | 'complain' | 'start' | 'read';

export interface AnswerDoor {
  name: DoorName;
  href: string;
  label: string;
}

/** What somebody asks for, as far as their words tell. */
export type AskedFor = Pick<SearchAnswer, 'signals' | 'reports'>;

interface Rule {
  /** What the words ask for; any words, where it is absent. */
  asks?: string;
  /** What is found: an office that hears of bribes, or a service of one of these kinds; an office alone is an `office`. */
  finds?: readonly (Door | 'office' | 'hears-of-bribes')[];
  opens: DoorName;
}

/** The first row that fits, and whose door is there, is the right door. What somebody asks for goes before what is found. */
const rules: readonly Rule[] = [
  // A bribe is never told to the office that it is about.
  { asks: 'corruption', opens: 'report' },
  { finds: ['corruption-report', 'own-corruption-report', 'hears-of-bribes'], opens: 'report' },
  // A refusal of information is found at the body that reviews it; all others are asked for what they hold.
  { asks: 'access', finds: ['apply', 'office'], opens: 'ask' },
  { finds: ['own-complaint'], opens: 'make' },
  { asks: 'complain', opens: 'complain' },
  { asks: 'neglect', opens: 'complain' },
  // Opening hours and addresses stand on the page, not behind a form.
  { asks: 'place', opens: 'read' },
  { opens: 'start' },
  { opens: 'read' },
];

/** In which order the other doors stand behind the right one. */
const order: readonly DoorName[] = ['report', 'make', 'start', 'complain', 'read', 'ask'];

/** The ways from an answer, the right one first. */
export function doorsOf(
  { card, service }: Pick<AgencyAnswer, 'card' | 'service'>,
  asked: AskedFor,
  language: Language,
): AnswerDoor[] {
  const doors = doorsThere(card, service, asked, language);
  const found = service ? (service.door ?? 'apply') : card.hears === 'corruption' ? 'hears-of-bribes' : 'office';
  const right = rules.find(
    ({ asks, finds, opens }) =>
      (asks === undefined || asked.signals.includes(asks)) &&
      (finds === undefined || finds.includes(found)) &&
      doors.has(opens),
  )?.opens;
  return order
    .flatMap((name) => doors.get(name) ?? [])
    .sort((a, b) => Number(b.name === right) - Number(a.name === right));
}

/** The telephone of an office, save where its own people are to be reported. */
export function phoneBeside(card: Card, [right]: readonly AnswerDoor[]): string | undefined {
  return right?.name === 'report' && !card.hears ? undefined : card.complaint?.phone;
}

function doorsThere(
  card: Card,
  service: CardService | undefined,
  asked: AskedFor,
  language: Language,
): Map<DoorName, AnswerDoor> {
  const m = pageTexts('search', language);
  const d = pageTexts('doors', language);
  const kind = service?.door ?? 'apply';
  const own = service
    ? serviceDoors(card.path, service.id, kind)
    : card.hears
      ? {}
      : { complain: `${card.path}complain/` };
  const report = asked.reports.length > 0 ? reportOf(card, service, asked.reports) : (own.report ?? reportTo(card));
  const start = service?.active ? service.startUrl : undefined;
  const there: [DoorName, string | undefined, string][] = [
    ['report', report && localePath(language, report), d.report],
    ['make', own.make && localePath(language, own.make), d.make],
    ['complain', own.complain && localePath(language, own.complain), m.complain],
    ['start', start, kind === 'apply' ? m.start : d.start[kind]],
    ['read', localePath(language, service ? `${card.path}${service.id}/` : card.path), m.open],
    ['ask', localePath(language, `${card.path}information/`), m.askInformation],
  ];
  return new Map(there.flatMap(([name, href, label]) => (href ? [[name, { name, href, label }]] : [])));
}

/**
 * For somebody who speaks of bribes: an office is reported on its own page. A body that hears of others, be it for
 * this service only, is not what the report is about.
 */
function reportOf(card: Card, service: CardService | undefined, reports: SearchAnswer['reports']): string {
  const hears = card.hears ?? (service?.door === 'complaint' || service?.door === 'report');
  if (!hears) return `${card.path}report/`;
  return reports.find(({ country }) => country.id === card.country.id)?.path ?? `/${card.country.id}/report/`;
}

function reportTo(card: Card): string | undefined {
  return card.hears === 'corruption' ? `/${card.country.id}/report/` : undefined;
}
