import { columnsOf, isServicesHeader, isStepsHeader } from '../../recognise/column-roles.ts';
import { endsOnPurpose } from './join-lines.ts';
import type { DoubtfulTable, PageCell, PageTable } from './page-table.ts';
import type { Rule } from './rules.ts';
import { lineOf, partsOf, type TextLine } from './text-lines.ts';

/** A gap that parts two columns, in parts of the size of the text. */
const COLUMN_GAP = 0.8;

export interface HeadedTables {
  tables: PageTable[];
  doubtful: DoubtfulTable[];
  rest: TextLine[];
}

/**
 * Reads tables whose columns are told apart by white space alone, with or without lines between the rows. One is read
 * only below headings that are known ("Service, Requirements, Cost"), where white space runs down between all columns
 * and it is plain where each row begins.
 */
export function headedTables(lines: TextLine[], across: Rule[]): HeadedTables {
  const found: HeadedTables = { tables: [], doubtful: [], rest: [] };
  for (let at = 0; at < lines.length;) {
    const header = lines[at];
    if (!header) break;
    if (!isHeader(header)) {
      const run = runOfParts(lines, at);
      if (run.length > 1)
        found.doubtful.push({ top: header.y - header.size, lines: run, why: 'no lines part its cells' });
      else found.rest.push(header);
      at += Math.max(run.length, 1);
      continue;
    }
    const next = lines.findIndex((line, index) => index > at && isHeader(line));
    const below = lines.slice(at + 1, next < 0 ? undefined : next);
    const body = bodyOf(header, below, across);
    const table = tableOf(header, body);
    const taken = [header, ...body.rows.flat()];
    if (table) found.tables.push(table);
    else
      found.doubtful.push({
        top: header.y - header.size,
        lines: taken,
        why: 'its columns or rows are not set apart clearly',
      });
    at += taken.length;
  }
  return found;
}

interface Body {
  /** Lines of the headings after the first. */
  headings: TextLine[];
  rows: TextLine[][];
  /** False when nobody can tell where a row begins. */
  isPlain: boolean;
}

function isHeader(line: TextLine): boolean {
  const columns = columnsOf(partsOf(line, COLUMN_GAP).map(({ text }) => text));
  return isServicesHeader(columns) || isStepsHeader(columns);
}

/** Lines of three parts and more, one after the other: a table with headings that nobody knows. */
function runOfParts(lines: TextLine[], from: number): TextLine[] {
  const end = lines.findIndex((line, index) => index >= from && (partsOf(line, 1.5).length < 3 || isHeader(line)));
  return lines.slice(from, end < 0 ? undefined : end);
}

function bodyOf(header: TextLine, below: TextLine[], across: Rule[]): Body {
  const width = header.x1 - header.x0;
  const rules = across
    .filter(({ from, to, at }) => at > header.y && Math.min(to, header.x1) - Math.max(from, header.x0) > width * 0.9)
    .map(({ at }) => at)
    .sort((one, other) => one - other);
  const ends = rules.filter((at) => below.length > 0 && at < (below.at(-1)?.y ?? 0) + header.size * 2);
  return ends.length > 1 ? betweenRules(below, ends) : byDistance(header, below);
}

function betweenRules(below: TextLine[], ends: number[]): Body {
  const band = (line: TextLine): number => ends.findIndex((at) => line.y - line.size * 0.3 < at);
  const inside = below.filter((line) => band(line) >= 0);
  const groups = [...Map.groupBy(inside, band)];
  return {
    headings: groups.filter(([index]) => index === 0).flatMap(([, lines]) => lines),
    rows: groups.filter(([index]) => index > 0).map(([, lines]) => lines),
    isPlain: true,
  };
}

/** Without lines between rows, a row begins where the distance to the line above is clearly wider than within rows. */
function byDistance(header: TextLine, below: TextLine[]): Body {
  const end = below.findIndex((line, index) => {
    const above = below[index - 1] ?? header;
    return line.y - above.y > header.size * 3.2 || Math.abs(line.size - (below[0]?.size ?? line.size)) > 0.6;
  });
  const lines = below.slice(0, end < 0 ? undefined : end);
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const least = Math.min(...steps);
  const isWide = (step: number): boolean => step > least * 1.25;
  const each = { headings: [], rows: lines.map((line) => [line]) };
  if (steps.every((step) => !isWide(step))) {
    const count = partsOf(header, COLUMN_GAP).length;
    const full = lines.map((line) => partsOf(line, COLUMN_GAP)).every((parts) => parts.length === count);
    const isSpaced = steps.length > 0 && least >= header.size * 1.7;
    return {
      ...each,
      isPlain: isSpaced || (full && lines.slice(1).every((line, index) => isNewRow(lines, index, line))),
    };
  }
  const rows: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || isWide(steps[index - 1] ?? 0)) rows.push([]);
    rows.at(-1)?.push(line);
  }
  // A line by itself may be the rest of a row that was set too far down.
  return {
    headings: [],
    rows,
    isPlain: rows.every(([first]) => first !== undefined && first.x0 <= header.x0 + header.size),
  };
}

/** True when a line of full columns cannot be the rest of the one above: there was room for its words. */
function isNewRow(lines: TextLine[], index: number, line: TextLine): boolean {
  const above = lines[index];
  if (!above) return true;
  const rights = lines.map((one) => partsOf(one, COLUMN_GAP).map(({ x1 }) => x1));
  const parts = partsOf(line, COLUMN_GAP);
  return partsOf(above, COLUMN_GAP).some((part, column) => {
    const below = parts[column];
    const right = Math.max(...rights.map((row) => row[column] ?? 0));
    return below !== undefined && endsOnPurpose(part, below, right);
  });
}

function tableOf(header: TextLine, { headings, rows, isPlain }: Body): PageTable | undefined {
  if (!isPlain || rows.length === 0) return undefined;
  const isGroup = ([line, ...others]: TextLine[]): boolean =>
    line !== undefined &&
    others.length === 0 &&
    line.x0 <= header.x0 + header.size &&
    partsOf(line, COLUMN_GAP).length === 1;
  const aligned = [header, ...headings, ...rows.filter((row) => !isGroup(row)).flat()];
  const columns = intervalsOf(aligned, header.size * COLUMN_GAP);
  const heads = partsOf(header, COLUMN_GAP);
  const holds = columns.map(({ from, to }) => heads.filter(({ x0, x1 }) => x0 >= from && x1 <= to).length);
  if (columns.length < 2 || holds.some((count) => count !== 1)) return undefined;
  const rights = columns.map(({ to }) => to);
  const cellsOf = (row: TextLine[]): PageCell[] =>
    columns.map(({ from, to }, index) => ({
      lines: row.flatMap((line) => {
        const glyphs = line.glyphs.filter(({ x0, x1 }) => (x0 + x1) / 2 >= from && (x0 + x1) / 2 <= to);
        return glyphs.length > 0 ? [lineOf(glyphs, line.y, line.size)] : [];
      }),
      colSpan: 1,
      rowSpan: 1,
      right: rights[index] ?? 0,
    }));
  const groupCells = (row: TextLine[]): PageCell[] => [
    { lines: row, colSpan: columns.length, rowSpan: 1, right: rights.at(-1) ?? 0 },
  ];
  return {
    top: header.y - header.size,
    bottom: rows.at(-1)?.at(-1)?.y ?? header.y,
    columns: columns.map(({ from }) => from),
    rows: [cellsOf([header, ...headings]), ...rows.map((row) => (isGroup(row) ? groupCells(row) : cellsOf(row)))],
  };
}

/** Where text stands on any of the lines, left to right; narrower gaps do not part it. */
function intervalsOf(lines: TextLine[], gap: number): { from: number; to: number }[] {
  const spans = lines
    .flatMap(({ glyphs }) => glyphs.map(({ x0, x1 }) => ({ from: x0, to: x1 })))
    .sort((one, other) => one.from - other.from);
  const intervals: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = intervals.at(-1);
    if (last && from - last.to < gap) last.to = Math.max(last.to, to);
    else intervals.push({ from, to });
  }
  return intervals;
}
