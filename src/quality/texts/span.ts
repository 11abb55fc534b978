import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import { WORKING_DAY_MINUTES } from '../working-time.ts';

const units: Record<Language, { minutes: string; hours: string; days: string }> = {
  en: { minutes: 'minutes', hours: 'hours', days: 'working days' },
  sw: { minutes: 'dakika', hours: 'saa', days: 'siku za kazi' },
};

/** Gives working minutes in the largest unit that fits, to one decimal: 1,200 are "2.5 working days". */
export function span(minutes: number | undefined, language: Language): string {
  const value = minutes ?? 0;
  const [amount, unit] =
    value >= WORKING_DAY_MINUTES
      ? [value / WORKING_DAY_MINUTES, 'days' as const]
      : value >= 60
        ? [value / 60, 'hours' as const]
        : [value, 'minutes' as const];
  const number = (Math.round(amount * 10) / 10).toLocaleString('en');
  return language === 'sw' ? `${units.sw[unit]} ${number}` : `${number} ${units.en[unit]}`;
}

/** Gives an ISO date in words. */
export function inWords(day: string | undefined, language: Language): string {
  return day === undefined ? '' : date(day, language);
}
