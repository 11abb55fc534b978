import type { APIRoute } from 'astro';
import { statisticsCsv } from '../../cases/statistics/report.ts';
import { openCsv, openText } from '../../web/answers.ts';

/** The open figures of an agency as CSV: all together, by service and by month. */
export const GET: APIRoute = async ({ params, locals }) => {
  const statistics = await (await locals.app.cases()).statistics.ofAgency(params['agency'] ?? '');
  if (!statistics) return openText('text/plain', 'No such agency.\n', 'not-found');
  const { agency, all, requests, services, months } = statistics;
  const about = 'cases';
  const csv = statisticsCsv([
    { name: { agency, about, service: '', month: '' }, figures: all },
    { name: { agency, about: 'information-requests', service: '', month: '' }, figures: requests },
    ...services.map(({ service, figures }) => ({ name: { agency, about, service, month: '' }, figures })),
    ...months.map(({ month, figures }) => ({ name: { agency, about, service: '', month }, figures })),
  ]);
  return openCsv(`cases-${agency}.csv`, csv);
};
