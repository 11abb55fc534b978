import { smallDigits } from '../marks.ts';
import type { Glyph } from './upright.ts';

/** A line of text: its signs from left to right. */
export interface TextLine {
  text: string;
  glyphs: Glyph[];
  x0: number;
  x1: number;
  /** Its baseline, downwards from the top of the page. */
  y: number;
  /** The size of most of its signs. */
  size: number;
  /** True when all of it is bold. */
  bold: boolean;
}

/** A wider gap than this, in parts of the size, parts two words. */
const WORD_GAP = 0.15;
/** Signs that Word's symbol fonts show as a bullet (Private Use Area). */
const BULLETS = /[\uF0B7\uF0A7\uF0D8\uF076\uF0FC\uF06E\uF0A8\uF0E0]/g;
/** Two or three letters cast as one: ff, fi, fl, ffi, ffl, st. */
const LIGATURES = /[\uFB00-\uFB06]/g;

/**
 * Puts signs together into lines, from top to bottom. Raised and lowered signs belong to the line beside them and are
 * written so that no number swallows them.
 */
export function linesIn(glyphs: Glyph[]): TextLine[] {
  const strips = stripsOf(glyphs).sort((one, other) => other.size - one.size || one.y - other.y);
  const lines: Strip[] = [];
  const put = (strip: Strip, joins: (line: Strip) => boolean): void => {
    const line = lines.find(joins);
    if (line) line.glyphs.push(...strip.glyphs);
    else lines.push({ ...strip, glyphs: [...strip.glyphs] });
  };
  for (const strip of strips) {
    const own: Strip = { ...strip, glyphs: [] };
    for (const run of runsOf(strip)) {
      const beside = lines.find((line) => isSmallBeside(run, line));
      if (beside) beside.glyphs.push(...run.glyphs);
      else own.glyphs.push(...run.glyphs);
    }
    if (own.glyphs.length > 0) put(own, ({ y, size }) => Math.abs(y - own.y) < Math.min(size, own.size) * 0.3);
  }
  return lines
    .map(({ y, size, glyphs: own }) => lineOf(own, y, size))
    .filter(({ text }) => text !== '')
    .sort((one, other) => one.y - other.y || one.x0 - other.x0);
}

/**
 * Puts signs together in the order in which they were painted, from top to bottom: where words of two cells overlap,
 * their places would mix their letters.
 */
export function piecesAsPainted(glyphs: Glyph[]): TextLine[] {
  const pieces: Strip[] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const gap = last ? glyph.x0 - last.x1 : Infinity;
    const follows = last && Math.abs(glyph.y - last.y) < 0.5 && gap > -glyph.size * 0.3 && gap < glyph.size * 0.8;
    if (follows) pieces.at(-1)?.glyphs.push(glyph);
    else pieces.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
    last = glyph;
  }
  return pieces
    .map((piece) => lineOf(piece.glyphs, piece.y, piece.size))
    .filter(({ text }) => text !== '')
    .sort((one, other) => one.y - other.y || one.x0 - other.x0);
}

/** The text of signs on one baseline. */
export function lineOf(glyphs: Glyph[], y: number, size: number): TextLine {
  const ordered = [...glyphs].sort((one, other) => one.x0 - other.x0);
  const inked = ordered.filter((glyph) => glyph.text.trim() !== '');
  const usual = usualSize(inked) ?? size;
  const pieces = piecesOf(ordered);
  let text = '';
  let end: number | undefined;
  for (const [index, piece] of pieces.entries()) {
    const where = positionOf(piece, pieces[index - 1]) ?? positionOf(piece, pieces[index + 1]);
    const own = spaced(piece.glyphs);
    text += `${needsSpace(end, piece.glyphs[0], usual) ? ' ' : ''}${where ? own.replace(own.trim(), () => smallDigits(own.trim(), where)) : own}`;
    end = Math.max(end ?? -Infinity, ...piece.glyphs.map(({ x1 }) => x1));
  }
  return {
    text: text
      .replace(LIGATURES, (sign) => sign.normalize('NFKD'))
      .normalize('NFC')
      .replace(BULLETS, '• ')
      .replace(/\s+/g, ' ')
      .trim(),
    glyphs: inked,
    x0: inked[0]?.x0 ?? 0,
    x1: Math.max(...inked.map(({ x1 }) => x1)),
    y,
    size: usual,
    bold: inked.length > 0 && inked.every((glyph) => glyph.bold),
  };
}

/** The parts of a line between gaps that are wider than `gap` times its size. */
export function partsOf(line: TextLine, gap: number): TextLine[] {
  const groups: Glyph[][] = [];
  let end = -Infinity;
  for (const glyph of line.glyphs) {
    if (glyph.x0 - end > gap * line.size || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(glyph);
    end = Math.max(end, glyph.x1);
  }
  return groups.map((group) => lineOf(group, line.y, line.size));
}

/** Signs of one size and height that follow one another. */
function piecesOf(ordered: Glyph[]): Strip[] {
  const pieces: Strip[] = [];
  for (const glyph of ordered) {
    const last = pieces.at(-1);
    const isSame =
      last &&
      (glyph.text.trim() === '' || (Math.abs(last.size - glyph.size) < 0.3 && Math.abs(last.y - glyph.y) < 0.6));
    if (isSame) last.glyphs.push(glyph);
    else pieces.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return pieces;
}

/** A few small signs right beside a larger piece, above or below its baseline, are raised or lowered. */
function positionOf(piece: Strip, beside: Strip | undefined): 'raised' | 'lowered' | undefined {
  if (!beside || !isSmallBeside(piece, beside)) return undefined;
  return piece.y < beside.y ? 'raised' : 'lowered';
}

function needsSpace(end: number | undefined, glyph: Glyph | undefined, size: number): boolean {
  return end !== undefined && glyph !== undefined && glyph.x0 - end > WORD_GAP * size;
}

function spaced(glyphs: Glyph[]): string {
  let end: number | undefined;
  let text = '';
  for (const glyph of glyphs) {
    text += `${needsSpace(end, glyph, glyph.size) ? ' ' : ''}${glyph.text}`;
    end = Math.max(end ?? -Infinity, glyph.x1);
  }
  return text;
}

/** Signs of one size on one baseline. */
interface Strip {
  y: number;
  size: number;
  glyphs: Glyph[];
}

/** More signs than this are words and no mark of a note. */
const MARK_MAX = 8;

/** True for a few small signs that stand right beside or over a larger one, above or below its baseline. */
function isSmallBeside(run: Strip, line: Strip): boolean {
  if (run.size >= line.size * 0.97 || run.glyphs.length > MARK_MAX) return false;
  const offset = Math.abs(run.y - line.y);
  if (offset < line.size * 0.08 || offset > line.size * 0.6) return false;
  const from = Math.min(...run.glyphs.map(({ x0 }) => x0));
  const to = Math.max(...run.glyphs.map(({ x1 }) => x1));
  const near = line.size * 0.45;
  return line.glyphs.some(
    ({ text, x0, x1, size }) => text.trim() !== '' && size > run.size && x0 < to + near && x1 > from - near,
  );
}

/** The pieces of a strip between gaps that are wider than a space. */
function runsOf({ y, size, glyphs }: Strip): Strip[] {
  const runs: Strip[] = [];
  let end = -Infinity;
  for (const glyph of [...glyphs].sort((one, other) => one.x0 - other.x0)) {
    if (glyph.x0 - end > size * 0.5 || runs.length === 0) runs.push({ y, size, glyphs: [] });
    runs.at(-1)?.glyphs.push(glyph);
    end = Math.max(end, glyph.x1);
  }
  return runs;
}

function stripsOf(glyphs: Glyph[]): Strip[] {
  const strips = new Map<string, Strip>();
  for (const glyph of glyphs) {
    const key = `${Math.round(glyph.y * 2)} ${Math.round(glyph.size * 2)}`;
    const strip = strips.get(key);
    if (strip) strip.glyphs.push(glyph);
    else strips.set(key, { y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return [...strips.values()];
}

function usualSize(glyphs: Glyph[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { size } of glyphs) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
