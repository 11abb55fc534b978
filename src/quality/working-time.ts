import type { Duration } from '../schemas/duration.ts';

/** Minutes in a working day of eight hours, the only bridge between hours and days that charters use. */
export const WORKING_DAY_MINUTES = 480;

/**
 * A length of time in working minutes. It is a span, because a week or a month does not hold a fixed number of working
 * days.
 */
export interface WorkingTime {
  least: number;
  most: number;
}

/** The working time that a duration takes, at least and at most; undefined when it has no number. */
export function workingTime(duration: Duration | undefined): WorkingTime | undefined {
  const amount = duration?.max ?? duration?.min;
  if (amount === undefined || !duration?.unit) return undefined;
  const days = (least: number, most: number): WorkingTime => ({
    least: least * WORKING_DAY_MINUTES,
    most: most * WORKING_DAY_MINUTES,
  });
  switch (duration.unit) {
    case 'minutes':
      return { least: amount, most: amount };
    case 'hours':
      // "72 hours" may be three days on the clock, so its least is a third of it.
      return { least: amount <= 8 ? amount * 60 : Math.max(WORKING_DAY_MINUTES, amount * 20), most: amount * 60 };
    case 'working-days':
      return days(amount, amount);
    case 'days':
      return days(amount < 1 ? amount : Math.max(1, Math.floor((amount * 5) / 7)), amount);
    case 'weeks':
      return days(amount * 5, amount * 5);
    case 'months':
      return days(amount * 20, amount * 23);
    case 'years':
      return days(amount * 240, amount * 262);
  }
}

/** The working time of all the steps that state one, added up; undefined when none does. */
export function stepsTime(steps: { duration?: Duration | undefined }[]): WorkingTime | undefined {
  const times = steps.map((step) => workingTime(step.duration)).filter((time) => time !== undefined);
  if (times.length === 0) return undefined;
  return { least: sum(times.map((time) => time.least)), most: sum(times.map((time) => time.most)) };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
