import { monthsSince, OLD_AFTER_MONTHS } from '../lib/age.ts';
import type { Evidence } from '../schemas/provenance.ts';

/** The dates that a piece of evidence may bear. */
export type Dated = Pick<Evidence, 'asOf' | 'confirmedOn'>;

/**
 * The last day, month or year (ISO 8601) for which something is known to hold: that of its source, or the day on which the
 * office confirmed it, whichever is later. Undefined where nobody dated it.
 */
export function lastKnownOn({ asOf, confirmedOn }: Dated): string | undefined {
  if (confirmedOn === undefined || asOf === undefined) return confirmedOn ?? asOf;
  // A month or year may mean its last day, so what begins as the other does is taken for the exact one.
  return confirmedOn.startsWith(asOf) || confirmedOn > asOf ? confirmedOn : asOf;
}

/** Whole months since something was last known to hold; undefined where nobody dated it. */
export function monthsUnconfirmed(evidence: Dated, today: Date): number | undefined {
  const last = lastKnownOn(evidence);
  return last === undefined ? undefined : monthsSince(last, today);
}

/** Answers whether what is dated was last known to hold more than three years before a day. */
export function isOld(evidence: Dated, today: Date): boolean {
  return (monthsUnconfirmed(evidence, today) ?? 0) > OLD_AFTER_MONTHS;
}
