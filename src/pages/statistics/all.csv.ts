import type { APIRoute } from 'astro';
import { statisticsCsv, type AgencyFigures } from '../../cases/statistics/report.ts';
import { yearMonth } from '../../schemas/primitives.ts';
import { openCsv } from '../../web/answers.ts';

/** The figures of every agency as CSV, for one month with ?month=2026-03: the report for the oversight body. */
export const GET: APIRoute = async ({ url, locals }) => {
  const month = yearMonth.safeParse(url.searchParams.get('month')).data;
  const { cases, requests } = await (await locals.app.cases()).statistics.ofAll(month);
  const rowsOf = (about: string, rows: AgencyFigures[]) =>
    rows.map(({ agency, agencyName, figures }) => ({
      name: { agency, agencyName, about, month: month ?? '' },
      figures,
    }));
  const csv = statisticsCsv([...rowsOf('cases', cases), ...rowsOf('information-requests', requests)]);
  return openCsv(`cases-${month ?? 'all'}.csv`, csv);
};
