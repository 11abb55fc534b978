import type { KindInMonth } from '../../cases/statistics/month.ts';
import { addMonths, daysBetween } from '../../deadlines/working-days.ts';
import type { Language } from '../../lib/locales.ts';
import { gradeAgency } from '../../quality/grade.ts';
import { ruleText, type RuleId } from '../../quality/rule-texts.ts';
import type { Gap } from '../../quality/rule.ts';
import { date } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { withEntries, type PlacedEntry } from '../../register/with-entries.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { urls } from '../../site/urls.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { pageTexts } from '../../texts/texts.ts';
import { figureRows, type ConfirmRow } from './confirm-rows.ts';
import { unconfirmedFigures } from './unconfirmed.ts';

/** A finding on the charter, and where. */
export interface Finding {
  says: string;
  /** In words, the services it concerns. */
  where: string;
}

/** How the charter of a body, or a local one beside it, stands. */
export interface CharterStanding {
  name: Text;
  href: string;
  scope: string;
  approved?: string;
  review: string;
  overdue: boolean;
  open: number;
  old: number;
}

/** What the charter desk tells the nodal officer once a month. */
export interface Brief {
  name: Text;
  month: string;
  /** Counts of what is promised. */
  services: number;
  withCost: number;
  withTime: number;
  standards: { metric: Text; target?: Text }[];
  cases: (KindInMonth & { label: string })[];
  /** Findings on the charter: how many are open, and which were closed and which came since the month began. */
  open: number;
  closed: Finding[];
  came: Finding[];
  /** Where nobody knows how the charter stood when the month began. */
  unknownBefore: boolean;
  old: { count: number; oldest: ConfirmRow[] };
  own: CharterStanding;
  local: CharterStanding[];
}

export interface BriefOptions extends ViewOptions {
  /** The month told of (2026-03). */
  month: string;
  cases: KindInMonth[];
  /** The register with the body's charter and services as they stood when the month began; absent where nobody knows. */
  before: Register | undefined;
}

/** So many old figures and standards stand on the brief itself, which is read on one sheet or two. */
const SHOWN = 8;

/** Makes the monthly brief of a body. */
export function briefView(register: Register, agency: Agency, options: BriefOptions): Brief {
  const { language, today, month, cases, before } = options;
  const m = pageTexts('desk-brief', language);
  const charter = register.in(language).charter(agency);
  const services = agency.services.filter(isGivenHere);
  const now = findingsOf(agency, register, today);
  const then = before?.agencies.get(agency.id);
  const earlier = before && then ? findingsOf(then, before, today) : undefined;
  const old = unconfirmedFigures(agency, today);
  const inWords = (keys: Map<string, FoundGap>): Finding[] => told([...keys.values()], agency, register, language);
  return {
    name: charter.name,
    month: date(month, language),
    services: services.length,
    withCost: services.filter(({ data }) => data.fees.some(({ kind }) => kind !== 'not-stated')).length,
    withTime: services.filter(({ data }) => data.processingTimes.some(({ kind }) => kind !== 'not-stated')).length,
    standards: charter.standards
      .slice(0, SHOWN)
      .map(({ metric, target }) => ({ metric, ...(target ? { target } : {}) })),
    cases: cases.map((row) => ({ ...row, label: m.kind[row.kind as keyof typeof m.kind] })),
    open: now.size,
    closed: earlier ? inWords(without(earlier, now)) : [],
    came: earlier ? inWords(without(now, earlier)) : [],
    unknownBefore: !earlier,
    old: { count: old.length, oldest: figureRows(register, agency, old.slice(0, SHOWN), options) },
    own: standing(register, agency, options),
    local: localCharters(register, agency).map((one) => standing(register, one, options)),
  };
}

/** The local charters of an integrated one: those of offices or departments that this body is above. */
export function localCharters(register: Register, { id }: Agency): Agency[] {
  return [...register.agencies.values()].filter(({ data }) => data.parentAgency === id && data.scope === 'local');
}

interface FoundGap {
  rule: RuleId;
  gap: Gap;
}

/** Every finding, by what tells it apart from others of the same charter, whatever stands where in its lists. */
function findingsOf(agency: Agency, register: Register, today: Date): Map<string, FoundGap> {
  if (agency.data.completeness === 'stub') return new Map();
  return new Map(
    gradeAgency(agency, register, today).results.flatMap(({ rule, gaps }) =>
      gaps.map((gap) => [
        [rule.id, gap.serviceId, gap.field.replace(/\.\d+/g, ''), gap.values?.name, gap.values?.language].join('|'),
        { rule: rule.id, gap },
      ]),
    ),
  );
}

function without(some: Map<string, FoundGap>, others: Map<string, FoundGap>): Map<string, FoundGap> {
  return new Map([...some].filter(([key]) => !others.has(key)));
}

/** Findings by their rule, with the services that each concerns. */
function told(found: FoundGap[], agency: Agency, register: Register, language: Language): Finding[] {
  const m = pageTexts('desk-tasks', language);
  const name = (id: string | undefined): string => {
    const service = agency.services.find((candidate) => candidate.id === id);
    return service ? register.in(language).service(service).name.text : (id ?? m.atCharter);
  };
  return [...Map.groupBy(found, ({ rule }) => rule)].map(([rule, gaps]) => ({
    says: ruleText(rule, language).title,
    where: [...new Set(gaps.map(({ gap }) => name(gap.serviceId)))].join('; '),
  }));
}

function standing(register: Register, agency: Agency, { language, today }: ViewOptions): CharterStanding {
  const m = pageTexts('desk-brief', language);
  const { scope, approvedOn, nextReviewDue } = agency.data;
  const days = nextReviewDue && daysBetween(today.toISOString().slice(0, 10), nextReviewDue);
  const due = nextReviewDue && date(nextReviewDue, language);
  return {
    name: register.in(language).charter(agency).name,
    href: urls.charter(language, agency),
    scope: pageTexts('charter', language).scope[scope],
    ...(approvedOn ? { approved: date(approvedOn, language) } : {}),
    review: due === undefined ? m.noReview : typeof days === 'number' && days < 0 ? m.overdue({ due }) : m.due({ due }),
    overdue: typeof days === 'number' && days < 0,
    open: findingsOf(agency, register, today).size,
    old: unconfirmedFigures(agency, today).length,
  };
}

/** So many months back a brief may be made of. */
const MONTHS = 12;

/** The month (2026-03) that a brief is made of: the one asked for, or that which ended last; and all that may be chosen. */
export function briefMonth(
  day: string,
  asked: string | null,
  language: Language,
): { month: string; months: { value: string; label: string }[] } {
  const values = Array.from({ length: MONTHS }, (_, back) => addMonths(`${day.slice(0, 7)}-01`, -back).slice(0, 7));
  const last = values[1] ?? '';
  return {
    month: values.find((value) => value === asked) ?? last,
    months: values.map((value) => ({ value, label: date(value, language) })),
  };
}

/** A register as it is but for one body, which has its charter and services as they stood then and no others. */
export function registerThen(register: Register, agencyId: string, entries: PlacedEntry[]): Register {
  const then = withEntries(register, entries);
  const agency = then.agencies.get(agencyId);
  const had = new Set(entries.map(({ id }) => id));
  if (agency)
    then.agencies.set(agencyId, {
      ...agency,
      services: agency.services.filter(({ id }) => had.has(`${agencyId}/${id}`)),
    });
  return then;
}
