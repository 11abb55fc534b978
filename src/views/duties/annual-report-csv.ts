import { toCsv } from '../../cases/statistics/csv.ts';
import type { AnnualReportView } from './annual-report-view.ts';

/** An annual report as CSV: one line for each thing that is said under a heading. */
export function annualReportCsv({ agencyName, year, rows }: AnnualReportView): string {
  return toCsv([
    ['body', 'year', 'section', 'heading', 'figure'],
    ...rows.flatMap(({ section, heading, values }) =>
      values.map((value) => [agencyName, String(year), section, heading.text, value]),
    ),
  ]);
}
