import type { CountryCode, NewsOfHolidays } from './case.ts';
import { dayNumberOf, weekday } from './day-number.ts';
import { DayTable } from './day-table.ts';
import { publicHolidays, yearsAround } from './public-holidays.ts';

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * Days on which a time limit may not end, besides public holidays. Nigeria, Interpretation Act s.15(5): a Sunday, and a
 * Saturday is none. Kenya, Cap. 2 s.57(b): a Sunday; on Saturdays nothing was read, so they may be. Ghana: Act 792 s.44 was
 * not read, a Sunday by the portal's own rule.
 */
const excludedWeekdays: Record<CountryCode, number[]> = { ng: [SUNDAY], ke: [SUNDAY, SATURDAY], gh: [SUNDAY] };

/** Kenya, Cap. 2 s.57(d): in a time not exceeding six days, excluded days are not reckoned. */
const SHORT_DAYS_MAX: Partial<Record<CountryCode, number>> = { ke: 6 };

const FIRST_DAY = dayNumberOf(2020, 1, 1);
const LAST_DAY = dayNumberOf(2034, 12, 31);

/** An earliest and a latest last day, as day numbers. */
export interface Days {
  earliest: number;
  latest: number;
}

/** How a country's law of interpretation ends a time limit, given what is known of its holidays. */
export class Interpretation {
  readonly #notExcluded: DayTable;
  readonly #working: { earliest: DayTable; latest: DayTable };
  readonly #shortDaysMax: number;

  constructor(country: CountryCode, news: NewsOfHolidays) {
    const years = yearsAround(FIRST_DAY, LAST_DAY);
    const certain = publicHolidays(country, years, news, 'none');
    const possible = publicHolidays(country, years, news, 'all');
    const table = (weekdays: number[], holidays: Set<number>): DayTable =>
      new DayTable(FIRST_DAY, LAST_DAY, (day) => weekdays.includes(weekday(day)) || holidays.has(day));
    this.#notExcluded = table(excludedWeekdays[country], possible);
    this.#working = { earliest: table([SATURDAY, SUNDAY], certain), latest: table([SATURDAY, SUNDAY], possible) };
    this.#shortDaysMax = SHORT_DAYS_MAX[country] ?? 0;
  }

  /**
   * The last of so many days after day zero. At the earliest every day counts and the last stays where it is; at the latest it
   * is carried on, and a short limit leaves excluded days out.
   */
  after(dayZero: Days, days: number): Days {
    return {
      earliest: dayZero.earliest + days,
      latest:
        days <= this.#shortDaysMax
          ? this.#notExcluded.after(dayZero.latest, days)
          : this.carriedOn(dayZero.latest + days),
    };
  }

  /** The latest day on which a time ends whose last day is this one. */
  carriedOn(day: number): number {
    return this.#notExcluded.carriedOn(day);
  }

  /** The last of so many working days after day zero. */
  workingDaysAfter(dayZero: number, days: number): Days {
    return {
      earliest: this.#working.earliest.after(dayZero, days),
      latest: this.#working.latest.after(dayZero, days),
    };
  }
}
