import type { Database } from '../../database/tables.ts';
import type { Register } from '../../register/register.ts';
import type { RequestYear } from './annual-report.ts';
import { createOutcomeReader } from './outcomes.ts';
import type { KindInMonth } from './month.ts';
import {
  agencyStatistics,
  allStatistics,
  monthOfAgency,
  requestYearOf,
  type AgencyFigures,
  type AgencyStatistics,
} from './report.ts';

/** The open figures, worked out from the event log. */
export interface Statistics {
  /** Of one agency; undefined where the register has no such agency. */
  ofAgency(agency: string): Promise<AgencyStatistics | undefined>;
  /** The requests for information that an agency had in a year; without one, in the year to be reported on next. */
  requestYear(agency: string, year?: number): Promise<RequestYear | undefined>;
  /** The cases of an agency in a month (2026-03) by kind, with every count: for the agency itself alone. */
  month(agency: string, month: string): Promise<KindInMonth[] | undefined>;
  /** Of every agency that had a case, in one month (2026-03) or in all. */
  ofAll(month?: string): Promise<{ cases: AgencyFigures[]; requests: AgencyFigures[] }>;
}

/** Makes the figures of one database. What was worked out once is remembered for as long as it holds. */
export function createStatistics({ db, register, clock }: StatisticsDependencies): Statistics {
  const readOutcomes = createOutcomeReader(db);
  return {
    ofAgency: async (agency) => agencyStatistics(readOutcomes, await register(), agency, clock()),
    requestYear: async (agency, year) => requestYearOf(readOutcomes, await register(), { agency, year, now: clock() }),
    month: async (agency, month) => monthOfAgency(readOutcomes, await register(), { agency, month, now: clock() }),
    ofAll: async (month) => allStatistics(readOutcomes, await register(), clock(), month),
  };
}

interface StatisticsDependencies {
  db: Database;
  register: () => Promise<Register>;
  clock: () => Date;
}
