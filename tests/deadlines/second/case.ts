/* What the second implementation is asked and answers; the worked deadlines have the same form. */

export type CountryCode = 'ng' | 'ke' | 'gh';

/** Something that happened to a request, on a day of its country (ISO 8601). */
export type Happened =
  | { kind: 'extended'; on: string; days: number }
  | {
      kind:
        | 'urgency-refused'
        | 'transferred'
        | 'deposit-asked'
        | 'deposit-paid'
        | 'clarification-asked'
        | 'clarified'
        | 'granted'
        | 'fee-paid'
        | 'refused'
        | 'internal-review-asked'
        | 'internal-review-refused'
        | 'commission-decided';
      on: string;
    };

/** A request for information: when it was received (an instant), and what happened since, in order of time. */
export interface DeadlineCase {
  id: string;
  country: CountryCode;
  received: string;
  urgent: boolean;
  happened: Happened[];
  /** The day on which one looks; needed where a clock stands or a body may have been silent for too long. */
  today?: string;
}

/** The earliest and the latest last day (for hours: instant) by any reading that the law leaves open. */
export interface Span {
  earliest: string;
  latest: string;
}
export type Opinion = Record<string, Span>;

/** Holidays that are news and no law: declared or moved for single years, and feasts by the moon that are expected. */
export interface NewsOfHolidays {
  declared: { date: string; feast?: string; replaces?: string }[];
  feasts: { id: string; expected?: { from: string; until: string; days?: number }[] }[];
}
