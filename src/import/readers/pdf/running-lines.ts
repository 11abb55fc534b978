import { columnsOf, isServicesHeader } from '../../recognise/column-roles.ts';
import { partsOf, type TextLine } from './text-lines.ts';

/** The part of a page, at its top and at its bottom, where headers and footers stand. */
const MARGIN = 0.14;

/**
 * Finds the headers and footers of a document: lines that stand at one height in the margin of three pages or more (of
 * both, when there are two) and say the same but for their numbers, and numbers of pages alone. Gives each line with
 * its page.
 */
export function runningLines(pages: { lines: TextLine[]; height: number }[]): Set<TextLine> {
  const groups = new Map<string, { page: number; line: TextLine }[]>();
  for (const [page, { lines, height }] of pages.entries()) {
    for (const line of lines) {
      if (line.y > height * MARGIN && line.y < height * (1 - MARGIN)) continue;
      if (isServicesHeader(columnsOf(partsOf(line, 0.8).map(({ text }) => text)))) continue;
      const key = `${line.text.toLowerCase().replace(/\d+|\b[ivxl]+\b/g, '#')} ${Math.round(line.y / 6)}`;
      const group = groups.get(key) ?? [];
      group.push({ page, line });
      groups.set(key, group);
    }
  }
  const least = pages.length === 2 ? 2 : Math.max(3, Math.ceil(pages.length * 0.3));
  const running = new Set<TextLine>();
  for (const group of groups.values())
    if (new Set(group.map(({ page }) => page)).size >= least) for (const { line } of group) running.add(line);
  for (const { lines, height } of pages)
    for (const line of lines)
      if (
        line.y > height * (1 - MARGIN) &&
        /^(?:page|ukurasa|-|–)?\s*\d{1,4}\s*(?:(?:of|\/|kati ya)\s*\d{1,4})?\s*[-–]?$/i.test(line.text)
      )
        running.add(line);
  return running;
}
