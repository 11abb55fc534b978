import { ImportError } from '../../import-error.ts';
import type { Limits } from '../../limits.ts';
import type { Block, ReadDocument, Remark, Row, Table } from '../../blocks.ts';
import { resolveSpans } from '../table-grid.ts';
import { joinLines, wordsOf, type Spelling } from './join-lines.ts';
import { openPdf } from './open-pdf.ts';
import { TooManySigns } from './page-marks.ts';
import type { PageTable } from './page-table.ts';
import { proseOf, type PlacedBlock } from './prose.ts';
import { readPage, withHeadedTables, type ReadPage } from './read-page.ts';
import { runningLines } from './running-lines.ts';
import { partsOf, type TextLine } from './text-lines.ts';
import { sayBeside } from './beside-text.ts';

/** More unreadable signs than this part of all make a document unusable. */
const UNREADABLE_MAX = 0.05;

/**
 * Reads the text of a PDF by where each sign stands on its page. A table is one only where lines or white space leave
 * no doubt about its cells; anything else that looks like one becomes rows of one cell, which nothing is read from.
 * Throws an ImportError for a PDF that is locked, damaged, too long, or a picture of text.
 */
export async function readPdf(name: string, bytes: Uint8Array, limits: Limits): Promise<ReadDocument> {
  const pages = await readPages(name, bytes, limits);
  const hasPictures = /\/Subtype\s*\/Image\b/.test(Buffer.from(bytes).toString('latin1'));
  refusePictures(name, pages, hasPictures);
  const running = runningLines(pages);
  const complete = pages.map((page) => withHeadedTables(page, running));
  const spelling: Spelling = { words: new Set(pages.flatMap((page) => wordsOf(linesOf(page)))), doubtful: new Set() };
  const bodySize = usualSize(complete);
  const blocks: Block[] = [];
  const tables: { block: Table; columns: number[]; page: number }[] = [];
  for (const [index, page] of complete.entries()) {
    const placed = blocksOf(page, index + 1, bodySize, spelling);
    for (const [position, { block, table }] of placed.entries()) {
      const before = tables.at(-1);
      const continues =
        position === 0 &&
        table &&
        before?.page === index - 1 &&
        before.block === blocks.at(-1) &&
        isSame(before.columns, table.columns);
      if (continues && block.kind === 'table') {
        before.block.rows.push(...withoutHeading(block.rows, before.block.rows));
        before.page = index;
        continue;
      }
      blocks.push(block);
      if (table && block.kind === 'table') tables.push({ block, columns: table.columns, page: index });
    }
  }
  const beside = sayBeside(pages, running, hasPictures);
  return {
    blocks,
    leftOut: beside.leftOut,
    remarks: [...beside.remarks, ...doubts(complete, spelling)],
  };
}

async function readPages(name: string, bytes: Uint8Array, limits: Limits): Promise<ReadPage[]> {
  const pdf = await openPdf(name, bytes, limits);
  const pages: ReadPage[] = [];
  let signs = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number, limits).catch((cause: unknown) => {
      if (cause instanceof TooManySigns) return undefined;
      throw cause;
    });
    signs += page?.signs ?? Infinity;
    if (!page || signs > limits.characters)
      throw new ImportError(
        `${name} holds more than ${limits.characters} signs and lines.`,
        'Save the pages of the charter alone as a new PDF, and import that.',
      );
    pages.push(page);
  }
  return pages;
}

function refusePictures(name: string, pages: ReadPage[], hasPictures: boolean): void {
  const signs = pages.reduce((sum, page) => sum + page.signs, 0);
  if (signs === 0)
    throw new ImportError(
      `${name} holds no text${hasPictures ? ', only pictures of it: it was scanned' : ''}.`,
      'Ask for the document that was printed and import that; or have the text recognised by a program, save it as DOCX, compare it with the paper, and import that.',
    );
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  if (unreadable > signs * UNREADABLE_MAX)
    throw new ImportError(
      `${name} does not say which letters its signs are: it can be printed, but not read.`,
      'Open it, copy a sentence into an empty document: where that gives nonsense, ask for the original as DOCX and import that.',
    );
}

function linesOf({ tables, doubtful, lines }: ReadPage): TextLine[] {
  return [
    ...lines,
    ...doubtful.flatMap((table) => table.lines),
    ...tables.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell.lines)),
  ];
}

/** The size that most signs have. */
function usualSize(pages: ReadPage[]): number {
  const counts = new Map<number, number>();
  for (const line of pages.flatMap(linesOf)) {
    const size = Math.round(line.size * 4) / 4;
    counts.set(size, (counts.get(size) ?? 0) + line.glyphs.length);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

function blocksOf(
  page: ReadPage,
  number: number,
  bodySize: number,
  spelling: Spelling,
): (PlacedBlock & { table?: PageTable })[] {
  let paragraphs = 0;
  let rows = 0;
  const rowPlace = (): string => `page ${number}, row ${(rows += 1)}`;
  const tables = [...page.tables].sort((one, other) => one.top - other.top);
  const placed: (PlacedBlock & { table?: PageTable })[] = [];
  const breaks = [...tables.map(({ top }) => top), ...page.doubtful.map(({ top }) => top)].sort((a, b) => a - b);
  // Text above a table and text below it are read apart.
  const bands = Map.groupBy(page.lines, ({ y }) => breaks.filter((top) => top < y).length);
  for (const [, lines] of [...bands].sort(([one], [other]) => one - other))
    placed.push(...proseOf(lines, bodySize, spelling, () => `page ${number}, paragraph ${(paragraphs += 1)}`));
  for (const table of tables) {
    const block = tableBlock(table, spelling, rowPlace);
    if (block) placed.push({ top: table.top, block, table });
  }
  for (const { top, lines } of page.doubtful)
    if (lines.length > 0) placed.push({ top, block: doubtfulBlock(lines, rowPlace) });
  placed.sort((one, other) => one.top - other.top);
  for (const { text } of page.aside)
    if (text.trim())
      placed.push({
        top: Infinity,
        block: {
          kind: 'table',
          rows: [{ cells: [text.trim()], place: `page ${number}, sideways` }],
          place: `page ${number}, sideways`,
        },
      });
  return placed;
}

function tableBlock({ rows }: PageTable, spelling: Spelling, place: () => string): Table | undefined {
  const resolved = resolveSpans(
    rows.map((cells) => ({
      cells: cells.map(({ lines, colSpan, rowSpan, right }) => ({
        text: joinLines(lines, right, spelling),
        colSpan,
        rowSpan,
      })),
      place: place(),
    })),
  ).filter((row) => row.cells.some((cell, column) => cell !== '' && !row.fromAbove?.includes(column)));
  const [first] = resolved;
  return first ? { kind: 'table', rows: resolved, place: first.place } : undefined;
}

/** Rows of one cell, in which no column can be recognised; bars part what is set apart in a line. */
function doubtfulBlock(lines: TextLine[], place: () => string): Table {
  const heights = [...Map.groupBy(lines, ({ y }) => Math.round(y / 2)).values()];
  const rows = heights.map((pieces) => ({
    cells: [
      pieces
        .flatMap((piece) => partsOf(piece, 0.8))
        .map(({ text }) => text)
        .join(' | '),
    ],
    place: place(),
  }));
  return { kind: 'table', rows, place: rows[0]?.place ?? '' };
}

/** True when the columns of two tables begin at the same places, within three points. */
function isSame(one: number[], other: number[]): boolean {
  return one.length === other.length && one.every((x, index) => Math.abs(x - (other[index] ?? Infinity)) < 3);
}

/** Leaves out headings that are repeated on the next page. */
function withoutHeading(rows: Row[], before: Row[]): Row[] {
  const [heading] = before;
  const [first, ...others] = rows;
  return first && heading && first.cells.join('\n') === heading.cells.join('\n') ? others : rows;
}

function doubts(pages: ReadPage[], { doubtful }: Spelling): Remark[] {
  return [
    ...pages.flatMap((page, index) =>
      page.doubtful.map(({ why }) => ({
        place: `page ${index + 1}`,
        text: `What looks like a table was left as lines of text, because ${why}.`,
      })),
    ),
    ...(doubtful.size > 0
      ? [
          {
            place: 'document',
            text: `Words cut at the end of a line, whose hyphen was kept: ${[...doubtful].slice(0, 20).join(', ')}${doubtful.size > 20 ? ` and ${doubtful.size - 20} more` : ''}.`,
          },
        ]
      : []),
  ];
}
