import { withoutHidden } from '../lib/hidden-characters.ts';

/*
 * The one form that every document takes before anything is recognised in it: headings, paragraphs, lists
 * and tables in their order, each with its place in the original.
 */

export interface Heading {
  kind: 'heading';
  text: string;
  place: string;
}

export interface Paragraph {
  kind: 'paragraph';
  /** May hold line breaks. */
  text: string;
  /** Wholly bold: often a heading that nobody marked as one. */
  strong: boolean;
  place: string;
}

export interface Item {
  text: string;
  place: string;
}

export interface List {
  kind: 'list';
  items: Item[];
  place: string;
}

export interface Row {
  /**
   * Text of each cell; a list or line break in a cell becomes a line break. A cell merged downwards is repeated in each
   * row.
   */
  cells: string[];
  /** Columns in which the cell is one with that above it. */
  fromAbove?: number[];
  /** Columns in which the cell is one with that to its left, which has the text. */
  fromLeft?: number[];
  place: string;
}

export interface Table {
  kind: 'table';
  rows: Row[];
  place: string;
}

export type Block = Heading | Paragraph | List | Table;

/** Something a person must look at: where in the document, and what. */
export interface Remark {
  place: string;
  text: string;
}

/**
 * A document as read: its blocks, what was left out on purpose (scripts, struck words), one sentence each, and what
 * could not be read for certain.
 */
export interface ReadDocument {
  blocks: Block[];
  leftOut: string[];
  remarks?: Remark[];
}

/** The text of each cell that begins in a row, without those merged with one above. */
export function ownCells(row: Row): string[] {
  return row.cells.filter((cell, column) => cell !== '' && !row.fromAbove?.includes(column));
}

/** A bullet or number of a list, but not the first of several abbreviations ("P. O. Box"). */
const BULLET = /^(?:[▪•●◦‣⁃∙·*➢✓]|[-–—](?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)(?!\s*[A-Z]\.))\s*/i;
/**
 * A number of a heading or step. Before a word in small letters a number counts something: "2 copies", "1.5 litres".
 */
const SECTION_NUMBER = /^(?:\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+\.?(?=\s+\p{Lu}))\s+/u;

/**
 * The lines of a text without empty ones, double spaces, control characters and marks that reverse the reading
 * direction.
 */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) => withoutHidden(line).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** A text on one line. */
export function oneLine(text: string): string {
  return linesOf(text).join(' ');
}

/** Takes a bullet or a number such as "a)" or "1." off the start of an item. */
export function withoutBullet(text: string): string {
  return text.replace(BULLET, '').trim();
}

/** Takes the number of a section or step such as "2." or "1.1" off the start of a text. */
export function withoutSectionNumber(text: string): string {
  return text.replace(SECTION_NUMBER, '');
}

/**
 * An item of a list as a statement of its own: without bullet and without the ";", "; and" or single full stop at
 * its end.
 */
export function asStatement(text: string): string {
  const bare = withoutBullet(oneLine(text)).replace(/\s*[;,](?:\s*(?:and|or|na|au))?$/i, '');
  return /^[^.]+\.$/.test(bare) ? bare.slice(0, -1).trim() : bare.trim();
}

/** A text in lower case with only its letters and digits, for comparing headings and names. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
