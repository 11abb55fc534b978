import type { Register } from './register.ts';

/** The time zone (IANA) in which the days of a country begin; UTC where there is no such country. */
export function timeZoneIn({ jurisdictions }: Pick<Register, 'jurisdictions'>, country: string | undefined): string {
  return jurisdictions.get(country ?? '')?.data.timeZone ?? 'UTC';
}
