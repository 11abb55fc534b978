import { monthNames } from '../../lib/month-names.ts';
import { isoDate } from '../../schemas/primitives.ts';

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const WRITTEN = new RegExp(
  `(?:\\b${DAY}(?:\\s+(?:of|day of))?\\s+)?(?<!\\p{L})(${monthNames.flat().join('|')})(?!\\p{L})\\.?,?\\s+(?:${DAY},?\\s+)?((?:19|20)\\d{2})\\b`,
  'iu',
);
const ISO = /(?<![\d/-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?:-(\d{2}))?(?![\d/-])/;
/** Numbers of editions, which are no part of the date: "3rd edition", "Version 2.1". */
const EDITION =
  /\b\d{1,2}(?:st|nd|rd|th)\s+edition\b|\b(?:version|edition|toleo|issue|rev(?:ision)?|no|v)\b\.?\s*(?:\d{1,2}(?:\.\d{1,2})*)(?![\d/-])/giu;

/**
 * Finds the date in a text as exactly as it is told: "Revised July, 2019" gives 2019-07, "5th May 2024" gives
 * 2024-05-05. Undefined for a day that is none (31st June), for two dates, and for figures that may be read in two ways
 * (05/07/2019, 2011-12).
 */
export function readDate(text: string): string | undefined {
  const words = text.replace(EDITION, ' ');
  const iso = ISO.exec(words);
  const written = WRITTEN.exec(words);
  const year = /(?<![\d/-])(?:19|20)\d{2}(?![\d/-])/.exec(words);
  // "2011-12" may as well be the financial year 2011 to 2012.
  const financial = iso && iso[3] === undefined && Number(iso[2]) === (Number(iso[1]) + 1) % 100;
  const [found, date] = iso
    ? [iso[0], financial ? undefined : isoOf(iso[1], iso[2], iso[3])]
    : written
      ? [written[0], isoOf(written[4], monthOf(written[2]), written[1] ?? written[3])]
      : [year?.[0] ?? '', year?.[0]];
  return /\p{N}/u.test(words.replace(found, ' ')) || (written?.[1] && written[3]) ? undefined : date;
}

function monthOf(name = ''): string {
  return String(monthNames.findIndex((names) => names.includes(name.toLowerCase())) + 1).padStart(2, '0');
}

function isoOf(year = '', month = '', day?: string): string | undefined {
  if (day === undefined) return `${year}-${month}`;
  const date = `${year}-${month}-${day.padStart(2, '0')}`;
  return isoDate.safeParse(date).success ? date : undefined;
}
