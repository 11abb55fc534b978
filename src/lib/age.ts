/** A figure older than this is marked as old. Fees and times of public offices rarely stand longer unrevised. */
export const OLD_AFTER_MONTHS = 36;

/**
 * The whole months between a year, month or day and a later day; a bare year counts from its end, so as not to
 * age it early.
 */
export function monthsSince(partialDate: string, today: Date): number {
  const [year = 0, month = 12] = partialDate.split('-').map(Number);
  return (today.getUTCFullYear() - year) * 12 + (today.getUTCMonth() + 1 - month);
}
