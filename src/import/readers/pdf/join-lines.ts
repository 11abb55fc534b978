import type { TextLine } from './text-lines.ts';

/** What the joining of lines needs to know of the whole document, and notes. */
export interface Spelling {
  /** Every word of the document that stands within a line, in small letters. */
  words: ReadonlySet<string>;
  /** Words of which nobody knows whether the hyphen at the end of a line belongs to them; it was kept. */
  doubtful: Set<string>;
}

/** The words of lines, without those cut by the end of one. */
export function wordsOf(lines: TextLine[]): string[] {
  return lines.flatMap(
    ({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?![\p{L}\p{N}]|-$)/gu) ?? [],
  );
}

/**
 * The text of lines that stand below one another. A line ends on purpose where the first word of the next would still
 * have fitted before `right`; elsewhere it was only full.
 */
export function joinLines(lines: TextLine[], right: number, spelling: Spelling): string {
  return lines.reduce((text, line, index) => {
    const above = lines[index - 1];
    if (!above) return line.text;
    if (endsOnPurpose(above, line, right)) return `${text}\n${line.text}`;
    return glue(text, line.text, spelling);
  }, '');
}

/** True when the first word of the line below would have fitted behind a line. */
export function endsOnPurpose(above: TextLine, below: TextLine, right: number): boolean {
  return above.x1 + above.size * 0.25 + firstWordWidth(below) < right - 1;
}

function firstWordWidth({ glyphs, size }: TextLine): number {
  const [first] = glyphs;
  if (!first) return 0;
  let end = first.x1;
  for (const glyph of glyphs) {
    if (glyph.x0 - end > size * 0.15) break;
    end = Math.max(end, glyph.x1);
  }
  return end - first.x0;
}

function glue(above: string, below: string, { words, doubtful }: Spelling): string {
  if (above.endsWith('\u00AD')) return above.slice(0, -1) + below;
  if (/[^\s][–—/]$/.test(above)) return above + below;
  const cut = /([\p{L}\p{N}]+)[-‐]$/u.exec(above);
  if (!cut) return `${above} ${below}`;
  const [, start = ''] = cut;
  const end = /^[\p{L}\p{N}]+/u.exec(below)?.[0] ?? '';
  if (/\p{N}/u.test(start + end) || !/^\p{Ll}/u.test(end)) return above + below;
  const [joined, hyphened] = [`${start}${end}`.toLowerCase(), `${start}-${end}`.toLowerCase()];
  if (words.has(joined) && !words.has(hyphened)) return above.slice(0, -1) + below;
  if (!words.has(hyphened)) doubtful.add(`${start}-${end}`);
  return above + below;
}
