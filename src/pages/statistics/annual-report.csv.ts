import type { APIRoute } from 'astro';
import { annualReportCsv } from '../../views/duties/annual-report-csv.ts';
import { annualReportView } from '../../views/duties/annual-report-view.ts';
import { openCsv, openText } from '../../web/answers.ts';
import { askedYear } from '../../web/asked-year.ts';

/** The annual report of a body (?agency=inec&year=2026) as CSV, under the headings of its Act. */
export const GET: APIRoute = async ({ url, locals }) => {
  const register = await locals.app.register();
  const agency = register.agencies.get(url.searchParams.get('agency') ?? '');
  const report =
    agency && (await (await locals.app.cases()).statistics.requestYear(agency.id, askedYear(url.searchParams)));
  const view = agency && report && annualReportView(register, agency, report, { language: 'en', now: new Date() });
  if (!view) return openText('text/plain', 'No such body, or no information law of its country.\n', 'not-found');
  return openCsv(`requests-${view.agency}-${view.year}.csv`, annualReportCsv(view));
};
