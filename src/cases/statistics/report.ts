import type { Register } from '../../register/register.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import { requestYear, yearDue, type RequestYear } from './annual-report.ts';
import type { OutcomeReader } from './outcomes.ts';
import { toCsv } from './csv.ts';
import { caseMonth, type KindInMonth } from './month.ts';
import { figuresOf, SMALL_COUNT, writtenFigure, type CaseFigures, type CaseOutcome } from './figures.ts';

/**
 * The figures of an agency: all together, by service and by month of receipt. Requests for information are counted
 * apart.
 */
export interface AgencyStatistics {
  agency: string;
  agencyName: string;
  /** When they were worked out (ISO 8601, UTC). */
  asOf: string;
  /** Counts below this are `null`. */
  smallCount: number;
  all: CaseFigures;
  /** Requests for information: another law, another time and other outcomes. They are in none of the other figures. */
  requests: CaseFigures;
  services: { service: string; serviceName: string; figures: CaseFigures }[];
  months: { month: string; figures: CaseFigures }[];
}

/** Works out the figures of one agency from the event log alone; the same log gives the same figures. */
export async function agencyStatistics(
  readOutcomes: OutcomeReader,
  register: Register,
  agencyId: string,
  now: Date,
): Promise<AgencyStatistics | undefined> {
  const agency = register.agencies.get(agencyId);
  if (!agency) return undefined;
  const { cases: outcomes, requests } = apart(
    (await readOutcomes(register, now)).filter((outcome) => outcome.agency === agencyId),
  );
  const months = [...new Set(outcomes.map(monthOf))].sort().reverse();
  return {
    agency: agencyId,
    agencyName: agency.data.name,
    asOf: now.toISOString(),
    smallCount: SMALL_COUNT,
    all: figuresOf(outcomes),
    requests: figuresOf(requests),
    services: agency.services
      .map(({ id, data }) => ({
        service: id,
        serviceName: data.name,
        figures: figuresOf(outcomes.filter(({ service }) => service === id)),
      }))
      .filter(({ figures }) => figures.received !== 0),
    months: months.map((month) => ({
      month,
      figures: figuresOf(outcomes.filter((outcome) => monthOf(outcome) === month)),
    })),
  };
}

/**
 * The requests for information that an agency had in a year, as its Act asks for them; undefined where the register has no
 * such agency or no Act of its country asks for a report.
 */
export async function requestYearOf(
  readOutcomes: OutcomeReader,
  register: Register,
  { agency: id, year, now }: { agency: string; year?: number | undefined; now: Date },
): Promise<RequestYear | undefined> {
  const jurisdiction = register.jurisdictions.get(register.agencies.get(id)?.data.jurisdiction ?? '')?.data;
  const duty = jurisdiction?.informationLaw?.annualReport;
  if (!duty) return undefined;
  const { timeZone } = jurisdiction;
  const outcomes = (await readOutcomes(register, now)).filter(({ agency }) => agency === id);
  const today = dayIn(timeZone, now);
  const of = year ?? yearDue(duty.dueOn, today);
  return requestYear(outcomes, { year: of, pendingOn: duty.pendingOn, timeZone, today });
}

/** The cases of an agency in a month (2026-03) by kind, for itself alone; undefined where the register has no such agency. */
export async function monthOfAgency(
  readOutcomes: OutcomeReader,
  register: Register,
  { agency: id, month, now }: { agency: string; month: string; now: Date },
): Promise<KindInMonth[] | undefined> {
  const jurisdiction = register.jurisdictions.get(register.agencies.get(id)?.data.jurisdiction ?? '')?.data;
  if (!jurisdiction) return undefined;
  const own = (await readOutcomes(register, now)).filter(({ agency }) => agency === id);
  return caseMonth(own, { month, timeZone: jurisdiction.timeZone });
}

/** The figures of one agency in a report of all. */
export interface AgencyFigures {
  agency: string;
  agencyName: string;
  figures: CaseFigures;
}

/**
 * The figures of every agency that had a case, and of every one that was asked for information, for one month
 * (2026-03) or for all time: the oversight body's report.
 */
export async function allStatistics(
  readOutcomes: OutcomeReader,
  register: Register,
  now: Date,
  month?: string,
): Promise<{ cases: AgencyFigures[]; requests: AgencyFigures[] }> {
  const outcomes = (await readOutcomes(register, now)).filter((outcome) => !month || monthOf(outcome) === month);
  const byAgency = (some: CaseOutcome[]): AgencyFigures[] =>
    [...Map.groupBy(some, ({ agency }) => agency)]
      .flatMap(([id, own]): AgencyFigures[] => {
        const agencyName = register.agencies.get(id)?.data.name;
        return agencyName === undefined ? [] : [{ agency: id, agencyName, figures: figuresOf(own) }];
      })
      .sort((a, b) => a.agencyName.localeCompare(b.agencyName, 'en'));
  const { cases, requests } = apart(outcomes);
  return { cases: byAgency(cases), requests: byAgency(requests) };
}

function apart(outcomes: CaseOutcome[]): { cases: CaseOutcome[]; requests: CaseOutcome[] } {
  const isRequest = ({ about }: CaseOutcome): boolean => about === 'information-request';
  // What is wrong on the portal is for its operator to put right, so it is no figure of the agency. And an office is
  // not to see from a figure that changed that one of its people was reported, and on which day.
  const isNone = ({ about }: CaseOutcome): boolean => about === 'wrong-content' || about === 'misconduct';
  return {
    cases: outcomes.filter((outcome) => !isRequest(outcome) && !isNone(outcome)),
    requests: outcomes.filter(isRequest),
  };
}

const columns = [
  'received',
  'acknowledged',
  'answered',
  'resolved',
  'inTime',
  'silence',
  'medianDays',
  'p90Days',
  'satisfaction',
  'rated',
] as const;

/** Rows of figures as CSV, with the names of what each row tells of in front. */
export function statisticsCsv(rows: { name: Record<string, string>; figures: CaseFigures }[]): string {
  const names = Object.keys(rows[0]?.name ?? { what: '' });
  const lines = rows.map(({ name, figures }) => [
    ...names.map((key) => name[key] ?? ''),
    ...columns.map((column) => writtenFigure(figures, column)),
  ]);
  return toCsv([[...names, ...columns], ...lines]);
}

function monthOf({ receivedAt }: CaseOutcome): string {
  return receivedAt.slice(0, 7);
}
