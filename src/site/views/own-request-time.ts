import { explainDeadline } from '../../deadlines/deadline.ts';
import { dayIn, workCalendar } from '../../deadlines/working-days.ts';
import { bindingTime } from '../../register/binding-time.ts';
import { date, duration } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { Duration } from '../../schemas/duration.ts';
import type { Jurisdiction } from '../../schemas/jurisdiction.ts';
import { evidenceView, type EvidenceView, type ViewOptions } from './evidence.ts';

/** A body's own time for requests for information beside that of the Act, and which of them binds it. */
export interface OwnRequestTimeView {
  own: string;
  act: string;
  /** Of the Act. */
  section: string;
  /** For a request that arrives on the day for which the page is made: that day, and the last day by either time. */
  example: { arrives: string; byAct: string; byOwn: string };
  binds: 'act' | 'own';
  note?: Text;
  evidence: EvidenceView;
}

/** The own time of a body; undefined where it has none, or no Act of its country sets one. */
export function ownRequestTimeView(
  register: Register,
  agency: Agency,
  options: ViewOptions,
): OwnRequestTimeView | undefined {
  const { informationRequests: own, sources } = register.in(options.language).charter(agency);
  const country = register.jurisdictions.get(agency.data.jurisdiction)?.data;
  const answer = country?.informationLaw?.answer;
  if (!own || !country || !answer?.limit) return undefined;
  return {
    own: duration(own.limit, options.language),
    act: duration(answer.limit, options.language),
    section: answer.section,
    example: exampleOf(answer.limit, own.limit, country, options),
    binds: bindingTime(answer.limit, own.limit),
    note: own.note,
    evidence: evidenceView(own.evidence, { ...options, sources }),
  };
}

function exampleOf(
  act: Duration,
  own: Duration,
  { calendar, timeZone }: Jurisdiction,
  { today, language }: ViewOptions,
): OwnRequestTimeView['example'] {
  const arrives = dayIn(timeZone, today);
  const place = { calendar: workCalendar(calendar), counting: calendar.counting, timeZone };
  const lastDay = (limit: Duration, byLaw: boolean): string =>
    date(explainDeadline({ ...place, startedAt: arrives, limit, byLaw, today: arrives }).due, language);
  return { arrives: date(arrives, language), byAct: lastDay(act, true), byOwn: lastDay(own, false) };
}
