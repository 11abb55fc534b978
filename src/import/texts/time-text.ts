import type * as z from 'zod';
import { duration, type DurationUnit, type processingTime } from '../../schemas/duration.ts';
import { linesOf } from '../blocks.ts';
import { NUMBER_IN_WORDS, accountsFor, canName, isSheetError, numberOf } from './accounting.ts';
import type { EvidenceInput } from './fee-text.ts';
import { namesMoney } from './money.ts';
import { LINE_MAX, chartersWords } from './quote.ts';

export type TimeInput = z.input<typeof processingTime>;

/** The times that a text states. `doubt` tells what a person must look at. */
export interface TimeReading {
  times: TimeInput[];
  doubt?: string;
}

/** A length of time in a text. A minimum is there only for a range. */
export interface Measure {
  min?: number;
  max: number;
  unit: DurationUnit;
}

type Stated = Omit<TimeInput, 'evidence' | 'conflicting' | 'history'>;

const CONTINUOUS = /^(?:continuous(?:ly)?|on-?going|always|throughout|24\/7|endelevu|wakati wote|muda wote|daima)$/i;
const PER_CONTRACT =
  /^(?:as )?(?:per|by|according to) (?:the )?(?:contract|agreement|service level agreement|sla)$|^(?:kulingana na|kwa mujibu wa) mkataba$/i;
const ANNOUNCED =
  /^(?:variable|varies|as (?:announced|advertised|scheduled|and when announced)|as per (?:the )?(?:schedule|calendar|timetable|programme|advertisement)|kama itakavyotangazwa)$/i;
const AT_ONCE = /^(?:immediate(?:ly)?|instant(?:ly|aneous(?:ly)?)?|at once|on the spot|papo hapo|mara moja)$/i;
const SAME_DAY = /^(?:(?:on )?(?:the )?same day|siku hiyo ?hiyo)$/i;
const LIMIT =
  /^(?:within|in|up to|not more than|no more than|(?:a )?maximum(?: of)?|max\.?|at most|ndani ya|usiozidi|si zaidi ya)\s+/i;
const ROUGH = /^(?:about|approximately|approx\.?|around|less than|under|takriban|chini ya)\s+/i;
const TAIL = /^(.+?)\s+((?:from|after|of|upon|since|following|on receipt|baada ya|tangu|kuanzia|kutoka)\s.{2,200})$/i;

const ONE = String.raw`(?:\d{1,5}(?:\.\d{1,2})?|${NUMBER_IN_WORDS})`;
const NUMBER = String.raw`(${ONE})(?:\s*\((${ONE})\))?`;
const RANGE = String.raw`${NUMBER}(?:\s*(?:-|–|—|to|or|hadi|mpaka|au)\s*${NUMBER})?`;
const ENGLISH = new RegExp(
  String.raw`^${RANGE}\s*-?\s*(minutes?|mins?|hours?|hrs?|(?:working|work|business|official)\s+days?|(?:calendar\s+)?days?|(?:working\s+)?weeks?|months?|years?|yrs?)\.?$`,
  'i',
);
const KISWAHILI = new RegExp(
  String.raw`^(dakika|saa|siku(?:\s+za\s+kazi)?|wiki|mwezi|miezi|mwaka|miaka)\s+${RANGE}(\s+za\s+kazi)?$`,
  'i',
);
const NUMBERS_ALONE = new RegExp(`^${RANGE}$`, 'i');
const UNIT_WORD = String.raw`(?:min(?:ute)?s?|ho?u?rs?|(?:\w+\s+)?days?|weeks?|months?|years?|yrs?)`;
/** A label that itself holds a time would hide a figure, so such a text is not taken apart. */
const NAMES_TIME = new RegExp(
  String.raw`(?:\p{N}|\b(?:${NUMBER_IN_WORDS}))\s*\)?\s*-?\s*${UNIT_WORD}\b|\b(?:dakika|saa|siku|wiki|mwezi|miezi|mwaka|miaka)\s+\S*\p{N}|\b(?:${NUMBER_IN_WORDS})\b|\d\s*[ap]\.?m\b`,
  'iu',
);

/**
 * Reads the text of a time cell. What cannot be read for certain becomes "not-stated" with the charter's own words in
 * the note: no time is given unless every number of the cell is accounted for. "1:30 hours" is not read, as it may be
 * half past one. `unit` is the unit that the column's heading names, for cells that hold a number alone.
 */
export function readTimes(text: string, unit: DurationUnit | undefined, evidence: EvidenceInput): TimeReading {
  const words = linesOf(text).join('; ');
  if (words === '') return { times: [{ kind: 'not-stated', evidence }], doubt: 'no time is stated' };
  const quoted: TimeInput[] = [{ kind: 'not-stated', note: chartersWords(words), evidence }];
  if (isSheetError(words)) return { times: quoted, doubt: `the time is "${words}", an error of the spreadsheet` };
  const read = readParts(text, unit);
  if (!read) return { times: quoted, doubt: `the time "${words}" was not understood` };
  return { times: read.map((stated) => ({ ...stated, evidence })) };
}

/**
 * The times of a cell; undefined when one of its parts is not understood or it is not clear for which case each
 * is.
 */
function readParts(text: string, unit: DurationUnit | undefined): Stated[] | undefined {
  const parts = linesOf(text)
    .flatMap((line) => line.split(/;\s*/))
    .filter((part) => part !== '');
  // A number alone is one of the column's unit only when nothing else stands in the cell.
  const read = parts.flatMap((part) => readPart(part, parts.length === 1 ? unit : undefined) ?? []);
  if (read.length < parts.length || read.filter(({ appliesTo }) => appliesTo === undefined).length > 1)
    return undefined;
  // "1 hour 30 minutes" is one figure of 90 minutes.
  const figures = read.flatMap(({ min = NaN, max = NaN }) => [min, max, Math.floor(max / 60), max % 60]);
  const kept = read.flatMap(({ kind, appliesTo, clockStarts }) => [
    appliesTo,
    clockStarts,
    kind === 'continuous' ? text : undefined,
  ]);
  return accountsFor(text, figures, kept) ? read : undefined;
}

/**
 * Reads a text that is one length of time and nothing else, for example "2-5 days", "three (3) working days" or "siku 1
 * hadi 3".
 */
export function readMeasure(text: string): Measure | undefined {
  const english = ENGLISH.exec(text);
  const kiswahili = KISWAHILI.exec(text);
  const compound = /^(\d{1,3})\s*(?:hours?|hrs?),?\s*(?:and\s+)?([1-5]?\d)\s*(?:minutes?|mins?)$/i.exec(text);
  if (english) return measure(english.slice(1, 5), unitOf(english[5] ?? ''));
  if (kiswahili) return measure(kiswahili.slice(2, 6), unitOf(`${kiswahili[1] ?? ''}${kiswahili[6] ?? ''}`));
  return compound ? { max: Number(compound[1]) * 60 + Number(compound[2]), unit: 'minutes' } : undefined;
}

/** The unit that a column's heading names, for example "Time (days)". */
export function unitInHeader(header: string): DurationUnit | undefined {
  const name =
    /(?:\bin\s+|\()((?:working\s+)?days|minutes|hours|weeks|months|years|siku|dakika|saa|wiki|miezi)\b/i.exec(
      header,
    )?.[1];
  return name ? unitOf(name) : undefined;
}

/** One time, alone or with the case it is for: "Renewal: 3 days", "3 days (renewal)". */
function readPart(part: string, unit: DurationUnit | undefined): Stated | undefined {
  const alone = readOne(part, unit);
  if (alone) return alone;
  const labelled = /^(.+?)\s*(?::|\s[-–—])\s*(.+)$/.exec(part);
  const bracketed = /^([^()]+?)\s*\(([^()]+)\)$/.exec(part);
  for (const [label, time] of [
    [labelled?.[1], labelled?.[2]],
    [bracketed?.[2], bracketed?.[1]],
  ]) {
    const stated =
      label && time && label.length <= LINE_MAX && canName(label) && !NAMES_TIME.test(label) && !namesMoney(label)
        ? readOne(time, unit)
        : undefined;
    if (stated && label) return { ...stated, appliesTo: label.trim() };
  }
  return undefined;
}

function readOne(part: string, unit: DurationUnit | undefined): Stated | undefined {
  const text = part.trim().replace(/\.$/, '');
  if (CONTINUOUS.test(text))
    return /^(?:continuous|endelevu)$/i.test(text)
      ? { kind: 'continuous' }
      : { kind: 'continuous', note: chartersWords(part) };
  if (PER_CONTRACT.test(text)) return { kind: 'per-contract', note: chartersWords(part) };
  if (ANNOUNCED.test(text)) return { kind: 'as-announced', note: chartersWords(part) };
  if (AT_ONCE.test(text)) return { kind: 'fixed', max: 0, unit: 'minutes', note: chartersWords(part) };
  if (SAME_DAY.test(text)) return { kind: 'fixed', max: 0, unit: 'days', note: chartersWords(part) };
  const bare = text.replace(LIMIT, '').replace(ROUGH, '');
  const note = ROUGH.test(text.replace(LIMIT, '')) ? { note: chartersWords(part) } : {};
  const alone = unit && NUMBERS_ALONE.exec(bare);
  const whole = promisable(readMeasure(bare) ?? (alone ? measure(alone.slice(1, 5), unit) : undefined));
  if (whole) return { kind: 'fixed', ...whole, ...note };
  const tail = TAIL.exec(bare);
  const clockStarts = (tail?.[2] ?? '').trim();
  const measured =
    tail && canName(clockStarts) && !NAMES_TIME.test(clockStarts) ? promisable(readMeasure(tail[1] ?? '')) : undefined;
  return measured ? { kind: 'fixed', ...measured, clockStarts, ...note } : undefined;
}

/** A time that the schema takes as a promise: neither "0 hours" nor a thousand years. */
function promisable(read: Measure | undefined): Measure | undefined {
  return read && duration.safeParse(read).success ? read : undefined;
}

/** Takes a number, its repetition in brackets, and the same for the upper end of a range: "two (2) to five (5)". */
function measure(
  [first, firstAgain, second, secondAgain]: (string | undefined)[],
  unit: DurationUnit,
): Measure | undefined {
  const from = numberOf(first ?? '');
  const to = second === undefined ? from : numberOf(second);
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined;
  if (firstAgain !== undefined && numberOf(firstAgain) !== from) return undefined;
  if (secondAgain !== undefined && numberOf(secondAgain) !== to) return undefined;
  if (second === undefined) return { max: from, unit };
  return from <= to ? { min: from, max: to, unit } : undefined;
}

function unitOf(name: string): DurationUnit {
  const unit = name.toLowerCase();
  if (/working|work |business|official|za kazi/.test(unit) && /day|siku/.test(unit)) return 'working-days';
  if (/^(?:min|dakika)/.test(unit)) return 'minutes';
  if (/^(?:h|saa)/.test(unit)) return 'hours';
  if (/week|wiki/.test(unit)) return 'weeks';
  if (/^(?:month|mwezi|miezi)/.test(unit)) return 'months';
  if (/^(?:y|mwaka|miaka)/.test(unit)) return 'years';
  return 'days';
}
