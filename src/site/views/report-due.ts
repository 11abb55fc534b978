import { dayOfYear, duration } from '../../register/format.ts';
import type { Reading } from '../../register/readings.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { ViewContext } from './evidence.ts';

/** An information law as a reader gets it. */
export type LawRead = NonNullable<Reading<'jurisdictions'>['informationLaw']>;

/** When the yearly report is due, in words: "By 1 February each year". */
export function reportDue(law: LawRead, { language }: Pick<ViewContext, 'language'>): string {
  const due = pageTexts('rights', language).due({ day: dayOfYear(law.annualReport.dueOn, language) });
  const { limit } = law.annualReport;
  return limit ? `${due} (${duration(limit, language)})` : due;
}
