import { SMALL_COUNT } from '../../cases/statistics/figures.ts';
import { daysLeft, reportDue, yearDue, type RequestYear } from '../../cases/statistics/annual-report.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { ReportMeasure } from '../../schemas/information-law.ts';
import { agenciesIn } from '../../site/views/jurisdiction.ts';
import { urls } from '../../site/urls.ts';
import { pageTexts } from '../../texts/texts.ts';

/** To whom the report of a country's bodies goes, by when, and how many days that is from today. */
export interface ReportDuty {
  country: Text;
  says: string;
  due: string;
  left: string;
  bodies: { name: string; href: string }[];
}

export interface ReportRow {
  section: string;
  heading: Text;
  wordingRead: boolean;
  /** What the cases of this portal say to it, or who has to fill it in. */
  values: string[];
}

export interface AnnualReportView {
  agency: string;
  agencyName: string;
  href: string;
  year: number;
  /** Whether the year is still going on. */
  soFar: boolean;
  duty: Omit<ReportDuty, 'bodies' | 'country'>;
  rows: ReportRow[];
  hasHeadings: boolean;
  csv: string;
}

interface ReportOptions {
  language: Language;
  now: Date;
  /** The body's own report, which tells every count; the open one leaves out small ones. */
  exact?: boolean;
}

/** How an annual report is asked for, of a body and a year. */
export const reportPath = (agency: string, year: number): string => `?agency=${agency}&year=${year}`;

/** The duty of each country whose Act asks for an annual report, with its bodies. */
export function reportDuties(register: Register, { language, now }: ReportOptions): ReportDuty[] {
  return [...register.jurisdictions.values()].flatMap((entry) => {
    const law = entry.data.informationLaw;
    if (!law) return [];
    const today = dayIn(entry.data.timeZone, now);
    const year = yearDue(law.annualReport.dueOn, today);
    const bodies = agenciesIn(register, entry.id)
      .filter(({ data }) => data.status !== 'dissolved')
      .map((agency) => ({
        name: register.in(language).charter(agency).name.text,
        href: `${urls.annualReport(language)}${reportPath(agency.id, year)}`,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, language));
    const read = register.in(language).jurisdiction(entry);
    return [{ country: read.name, ...duty(register, entry.id, year, { language, now }), bodies }];
  });
}

/** The report of one body on one year, under the headings of its Act; undefined where no Act asks for one. */
export function annualReportView(
  register: Register,
  agency: Agency,
  report: RequestYear,
  options: ReportOptions,
): AnnualReportView | undefined {
  const entry = register.jurisdictions.get(agency.data.jurisdiction);
  const law = entry && register.in(options.language).jurisdiction(entry).informationLaw;
  if (!entry || !law) return undefined;
  const { name } = register.in(options.language).charter(agency);
  const { headings } = law.annualReport;
  const say = (measures: readonly ReportMeasure[]) =>
    measures.flatMap((measure) => measureInWords(measure, report, name.text, options));
  const today = dayIn(entry.data.timeZone, options.now);
  return {
    agency: agency.id,
    agencyName: name.text,
    href: urls.charter(options.language, agency),
    year: report.year,
    soFar: today.startsWith(`${report.year}-`),
    duty: duty(register, entry.id, report.year, options),
    rows:
      headings.length > 0
        ? headings.map(({ section, heading, wordingRead, measures }) => ({
            section,
            heading,
            wordingRead,
            values: say(measures),
          }))
        : [{ section: law.annualReport.section, heading: { text: '' }, wordingRead: true, values: say(counted) }],
    hasHeadings: headings.length > 0,
    csv: `/statistics/annual-report.csv${reportPath(agency.id, report.year)}`,
  };
}

/** What this portal counts where the headings of an Act are not known. */
const counted: readonly ReportMeasure[] = ['received', 'processed', 'granted', 'refused-with-grounds', 'pending'];

function duty(register: Register, country: string, year: number, { language, now }: ReportOptions) {
  const entry = register.jurisdictions.get(country);
  const law = entry && register.in(language).jurisdiction(entry).informationLaw;
  if (!law) throw new Error(`The information law of ${country} is not described.`);
  const m = pageTexts('duties', language);
  const due = reportDue(year, law.annualReport.dueOn);
  const left = daysLeft(due, dayIn(entry.data.timeZone, now));
  return {
    says: m.dueTo({ law: law.name.text, section: law.annualReport.section, to: law.annualReport.to.text }),
    due: m.due({ day: date(due, language) }),
    left: left < 0 ? m.past({ days: -left }) : m.left({ days: left }),
  };
}

function measureInWords(
  measure: ReportMeasure,
  report: RequestYear,
  agency: string,
  { language, exact = false }: ReportOptions,
): string[] {
  const m = pageTexts('duties', language);
  const count = (figure: number): string =>
    exact || figure === 0 || figure >= SMALL_COUNT ? String(figure) : `<${SMALL_COUNT}`;
  const days = (of: number, figure: number | undefined, says: (values: { days: number }) => string): string[] => {
    if (figure === undefined) return [];
    return exact || of >= SMALL_COUNT ? [says({ days: figure })] : [m.noDays];
  };
  switch (measure) {
    case 'received':
      return [m.measures.received({ count: count(report.received) })];
    case 'processed':
      return [m.measures.processed({ count: count(report.processed) })];
    case 'granted':
      return [m.measures.granted({ count: count(report.granted), part: count(report.givenInPart) })];
    case 'refused-with-grounds': {
      const { refused, givenInPart, noRecord, grounds } = report;
      return [
        m.measures['refused-with-grounds']({
          count: count(refused),
          part: count(givenInPart),
          none: count(noRecord),
        }),
        ...grounds.map((ground) => m.ground({ section: ground.section, count: count(ground.count) })),
        ...(refused > 0 && grounds.length === 0 ? [m.noGround] : []),
      ];
    }
    case 'pending':
      return [
        m.measures.pending({ day: date(report.pendingOn, language), count: count(report.pending) }),
        ...days(report.pending, report.pendingMedianDays, m.measures.pendingDays),
      ];
    case 'median-days':
      return days(report.processed, report.medianDays, m.measures['median-days']);
    case 'average-days':
      return days(report.processed, report.averageDays, m.measures['average-days']);
    default:
      return [m.ownFigures({ agency })];
  }
}
