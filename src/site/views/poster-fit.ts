/*
 * Which services fit on the one page of a poster, and how large. Nothing can be measured while pages are built, so the
 * lines are counted with the widths of DejaVu, the widest font among those that computers bring along: what fits with
 * it fits with every other, and the table stretches over what is left. Lengths are in millimetres and follow
 * styles/poster.css.
 */

/** How large the services are set. "grand" and "large" leave room for what to bring. */
export type PosterSize = 'grand' | 'large' | 'medium' | 'small';

/** Everything that stands on the poster beside the services, as it will be read. */
export interface FrameTexts {
  whose: string;
  name: string;
  summary: string;
  pay: string[];
  complain: string;
  desks: DeskTexts[];
  address: string;
  origin: string;
}

export interface DeskTexts {
  name: string;
  phone: string;
  free: string;
  other: string;
}

export interface RowTexts {
  name: string;
  cost: string;
  /** Why the cost is not certain, set at half the size under it. */
  costMarks: string;
  time: string;
  timeMarks: string;
  bring: string;
}

export interface PosterFit {
  size: PosterSize;
  bring: boolean;
  /** How many rows fit, counted from the first. */
  count: number;
}

const MOST_ROWS = 12;
const PAGE_HEIGHT = 297;
/** Paddings, gaps, bar, kicker, head of the table, and what keeps the sheet from being full to the last line. */
const FIXED_HEIGHT = 73;
const MORE_HEIGHT = 7;
const QR_HEIGHT = 50;
/** Marks are set so many times finer than the figure above them. */
const MARKS_FINER = 2;

interface Type {
  size: PosterSize;
  bring: boolean;
  /** Heights of one line: service, figure, what to bring. */
  line: [service: number, figure: number, bring: number];
  /** Characters in one line. */
  width: [service: number, cost: number, time: number, bring: number];
  padding: number;
  /** What the notice against unofficial charges takes more than in its usual type. */
  notice: number;
}

const types: Type[] = [
  { size: 'grand', bring: true, line: [8.2, 9, 5.8], width: [18, 7.5, 7.5, 33], padding: 8.4, notice: 18 },
  { size: 'large', bring: true, line: [7.2, 8.2, 5.1], width: [21, 9, 9, 37], padding: 2.4, notice: 0 },
  { size: 'large', bring: false, line: [7.2, 8.2, 0], width: [21, 9, 9, 1], padding: 2.4, notice: 0 },
  { size: 'medium', bring: false, line: [5.8, 6.4, 0], width: [27, 11, 11, 1], padding: 2.4, notice: 0 },
  { size: 'small', bring: false, line: [4.8, 5, 0], width: [33, 14, 14, 1], padding: 2.4, notice: 0 },
];

/** How large the name of the agency is set; its letters stay readable from two metres (26 pt and more). */
export function nameSize(name: string): 'short' | 'middle' | 'long' {
  return name.length <= 30 ? 'short' : name.length <= 60 ? 'middle' : 'long';
}

/** The largest type in which all rows fit, or else as many rows as fit in the smallest. */
export function fitRows(rows: RowTexts[], frame: FrameTexts): PosterFit {
  const room = PAGE_HEIGHT - FIXED_HEIGHT - frameHeight(frame);
  for (const type of types) {
    if (rows.length <= MOST_ROWS && figuresFit(rows, type) && total(rows, type) <= room)
      return { size: type.size, bring: type.bring, count: rows.length };
  }
  const smallest = types[types.length - 1] as Type;
  let count = Math.min(rows.length, MOST_ROWS);
  while (count > 0 && total(rows.slice(0, count), smallest) > room - MORE_HEIGHT) count--;
  return { size: smallest.size, bring: false, count };
}

function frameHeight({ whose, name, summary, pay, complain, desks, address, origin }: FrameTexts): number {
  const [line, width] = { short: [14.6, 20], middle: [11.9, 25], long: [10, 30] }[nameSize(name)] as [number, number];
  const head = countLines(whose, 76) * 4.5 + countLines(name, width) * line + countLines(summary, 66) * 5.6;
  const notice = pay.reduce((sum, text) => sum + countLines(text, 62) * 5.8, 0);
  const answers =
    countLines(complain, 27) * 8.2 +
    Math.max(0, ...desks.map((desk) => deskHeight(desk, desks.length === 1))) +
    countLines(address, 52) * 4.9;
  return head + notice + Math.max(QR_HEIGHT, answers + 6) + countLines(origin, 98) * 3.8;
}

function deskHeight({ name, phone, free, other }: DeskTexts, alone: boolean): number {
  const share = alone ? 2 : 1;
  const phoneHeight = phone.length > 16 ? countLines(phone, 17 * share) * 6.4 : countLines(phone, 13 * share) * 8.5;
  const otherHeight = phone ? countLines(other, 26 * share) * 4.7 : countLines(other, 20 * share) * 5.8;
  return 7 + countLines(name, 22 * share) * 5.1 + phoneHeight + (free ? 4.7 : 0) + otherHeight;
}

/** A figure is never broken inside a word or a number. */
function figuresFit(rows: RowTexts[], { width }: Type): boolean {
  const longest = (text: string): number =>
    Math.max(...text.split(' ').map((word) => word.length - (word.match(/[,.\u00a0]/g)?.length ?? 0) / 2));
  return rows.every(({ cost, time }) => longest(cost) <= width[1] && longest(time) <= width[2]);
}

function total(rows: RowTexts[], { line, width, padding, bring, notice }: Type): number {
  return rows.reduce((sum, row) => {
    const left = countLines(row.name, width[0]) * line[0] + (bring ? countLines(row.bring, width[3]) * line[2] : 0);
    const marks = (text: string, figureWidth: number): number =>
      countLines(text, figureWidth * MARKS_FINER) / MARKS_FINER;
    const cost = countLines(row.cost, width[1]) + marks(row.costMarks, width[1]);
    const right = Math.max(cost, countLines(row.time, width[2]) + marks(row.timeMarks, width[2])) * line[1];
    return sum + Math.max(left, right) + padding;
  }, notice);
}

/** Counts the lines of a text set with so many characters a line; a longer word is broken. */
export function countLines(text: string, width: number): number {
  if (text === '') return 0;
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= width) {
      used = needed;
      continue;
    }
    lines += (used === 0 ? 0 : 1) + Math.floor((word.length - 1) / width);
    used = word.length % width || width;
  }
  return lines;
}
