import type { TextLine } from './text-lines.ts';

/** A cell of a table on a page. */
export interface PageCell {
  lines: TextLine[];
  colSpan: number;
  rowSpan: number;
  /** Where a line of it would have to end. */
  right: number;
}

/** A table as it stands on one page. */
export interface PageTable {
  top: number;
  bottom: number;
  /** Where its columns begin. */
  columns: number[];
  rows: PageCell[][];
}

/** Lines that look like a table whose cells cannot be told apart for certain. */
export interface DoubtfulTable {
  top: number;
  lines: TextLine[];
  why: string;
}
