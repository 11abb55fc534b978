import { withoutHidden } from './hidden-characters.ts';
import { monthNames } from './month-names.ts';

export interface YearReading {
  /** How far ahead a year of two digits may lie: not at all in what was written before today, such as a document. */
  yearsAhead?: number;
}

/** Days before today that have a name. */
const named: Record<string, number> = { today: 0, leo: 0, yesterday: 1, jana: 1, juzi: 2 };
const DAY_MS = 24 * 60 * 60_000;

/**
 * Reads a day as people write it: 2026-03-12, 12/3/2026, 12.3.26, "12th March 2026", "March 12, 2026", "12 Machi 2026",
 * "12/Machi/2026", "jana". The day stands before the month, as in all of Africa. Gives the text back where it is none of these, for the
 * schema to refuse: without a year, for one, it could be two days. `today` is the day where it is read (ISO 8601). A year
 * of two digits is the last of those that end so and lie at most `yearsAhead` years ahead: "3/5/98" is of 1998.
 */
export function readDay(typed: string, today: string, { yearsAhead = 10 }: YearReading = {}): string {
  const plain = withoutHidden(typed).replace(/\s+/g, ' ').trim().toLowerCase();
  if (Object.hasOwn(named, plain))
    return new Date(Date.parse(today) - (named[plain] ?? 0) * DAY_MS).toISOString().slice(0, 10);
  const [, year, month, day] =
    /^(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})$/.exec(plain) ?? inFigures(plain) ?? inWords(plain) ?? [];
  if (!year || !month || !day) return typed;
  const whole = year.length === 2 ? wholeYear(year, Number(today.slice(0, 4)) + yearsAhead) : year;
  return `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

type Parts = (string | undefined)[];

function inFigures(plain: string): Parts | undefined {
  const found = /^(\d{1,2}) ?[/. -] ?(\d{1,2}) ?[/. -] ?(\d{4}|\d\d)$/.exec(plain);
  return found ? [found[0], found[3], found[2], found[1]] : undefined;
}

function inWords(plain: string): Parts | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ ./-]*([a-z]+)\.?,?[ /-]*(\d{4}|\d\d)$/.exec(plain);
  const monthFirst = /^([a-z]+)\.? ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(plain);
  const [day, name, year] = dayFirst
    ? dayFirst.slice(1)
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [];
  const month = monthNames.findIndex((names) => names.includes(name ?? ''));
  return month < 0 ? undefined : [plain, year, String(month + 1), day];
}

function wholeYear(twoDigits: string, latest: number): number {
  const ofThisCentury = latest - (latest % 100) + Number(twoDigits);
  return ofThisCentury > latest ? ofThisCentury - 100 : ofThisCentury;
}
