import { withoutBullet, type Block, type Item } from '../../blocks.ts';
import { endsOnPurpose, joinLines, type Spelling } from './join-lines.ts';
import { partsOf, type TextLine } from './text-lines.ts';

/** Text of this many times the size of most text is a heading. */
const HEADING = 1.12;
const HEADING_MAX = 200;
const BULLET = /^[•▪●◦‣⁃∙·➢✓*o–-]\s/;
const NUMBER = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/;

/** A block with the height at which it begins. */
export interface PlacedBlock {
  top: number;
  block: Block;
  /** Of a list of numbers: the whole text of its first item. */
  numbered?: string;
}

/**
 * Turns lines that stand in no table into headings, paragraphs and lists. `bodySize` is the size of most text of the
 * document; `place` names the next place on the page.
 */
export function proseOf(lines: TextLine[], bodySize: number, spelling: Spelling, place: () => string): PlacedBlock[] {
  return inReadingOrder(lines).flatMap((column) => {
    const right = Math.max(...column.map(({ x1 }) => x1));
    const left = Math.min(...column.map(({ x0 }) => x0));
    const blocks: PlacedBlock[] = [];
    for (const group of groupsOf(column, left, right)) {
      const [first] = group;
      if (!first) continue;
      const text = joinLines(group, right, spelling);
      const top = first.y - first.size;
      if (first.size > bodySize * HEADING && text.length <= HEADING_MAX) {
        for (const heading of text.split('\n'))
          blocks.push({ top, block: { kind: 'heading', text: heading, place: place() } });
      } else if (BULLET.test(text) || NUMBER.test(text)) addItem(blocks, top, { text, place: place() });
      else
        blocks.push({
          top,
          block: { kind: 'paragraph', text, strong: group.every(({ bold }) => bold), place: place() },
        });
    }
    return blocks.map(singleNumberAsParagraph);
  });
}

/** Two columns of text are read one after the other: white space runs down between them for four lines and more. */
function inReadingOrder(lines: TextLine[]): TextLine[][] {
  if (lines.length === 0) return [];
  const columns: TextLine[][] = [];
  let whole: TextLine[] = [];
  const flush = (): void => {
    if (whole.length > 0) columns.push(whole);
    whole = [];
  };
  for (let at = 0; at < lines.length;) {
    const { end, split } = twoColumns(lines, at);
    if (end - at >= 4) {
      flush();
      const inRun = lines.slice(at, end);
      for (const side of ['left', 'right'] as const)
        columns.push(inRun.flatMap((line) => partsOf(line, 1.2).filter(({ x0 }) => x0 < split === (side === 'left'))));
      at = end;
    } else {
      whole.push(lines[at] as TextLine);
      at += 1;
    }
  }
  flush();
  return columns.filter((column) => column.length > 0);
}

/** How far two columns go from a line on that has both, and where the right one begins. */
function twoColumns(lines: TextLine[], from: number): { end: number; split: number } {
  let [leftEnd, rightStart] = [-Infinity, Infinity];
  let both = 0;
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const parts = partsOf(lines[at] as TextLine, 1.2);
    const [first, second] = parts;
    if (!first || parts.length > 2) break;
    const isLeft = second !== undefined || first.x1 < rightStart;
    const nextLeft = isLeft ? Math.max(leftEnd, first.x1) : leftEnd;
    const nextRight = Math.min(rightStart, second?.x0 ?? (isLeft ? Infinity : first.x0));
    if (nextLeft >= nextRight) break;
    if (second) {
      both += 1;
      end = at + 1;
    } else if (at === from) break;
    [leftEnd, rightStart] = [nextLeft, nextRight];
  }
  // Labels with what they stand for ("Telephone   020 …") are no columns of text: they hold a few words each.
  const run = lines.slice(from, end);
  const wordy = run.filter((line) => partsOf(line, 1.2).every(({ text }) => text.split(' ').length >= 4)).length;
  return both >= 4 && wordy * 2 > run.length ? { end, split: rightStart - 0.1 } : { end: from, split: 0 };
}

/** Lines that belong to one paragraph, heading or item. */
function groupsOf(lines: TextLine[], left: number, right: number): TextLine[][] {
  const groups: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const group = groups.at(-1);
    if (!above || !group || startsAnew(line, above, group[0] ?? above, left, right)) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

function startsAnew(line: TextLine, above: TextLine, first: TextLine, left: number, right: number): boolean {
  const step = line.y - above.y;
  if (step > Math.max(line.size, above.size) * 1.65 || step <= 0) return true;
  if (Math.abs(line.size - above.size) > 0.6 || line.bold !== above.bold) return true;
  if (BULLET.test(line.text) || NUMBER.test(line.text)) return true;
  const isItem = BULLET.test(first.text) || NUMBER.test(first.text);
  if (isItem) return line.x0 < first.x0 + line.size * 0.4 && endsOnPurpose(above, line, right);
  // The first line of a paragraph is set in, and the last of the one above ends early.
  return line.x0 > left + line.size && above.x0 <= left + line.size * 0.5 && endsOnPurpose(above, line, right);
}

function addItem(blocks: PlacedBlock[], top: number, item: Item): void {
  const last = blocks.at(-1);
  const bare = { ...item, text: withoutBullet(item.text.replace(/^o\s/, '').replace(/\n/g, ' ')) };
  const isNumber = NUMBER.test(item.text);
  if (last?.block.kind === 'list' && isNumber === (last.numbered !== undefined)) last.block.items.push(bare);
  else
    blocks.push({
      top,
      block: { kind: 'list', items: [bare], place: item.place },
      ...(isNumber ? { numbered: item.text } : {}),
    });
}

/** A number before one text alone belongs to it: "1. Vision". */
function singleNumberAsParagraph(placed: PlacedBlock): PlacedBlock {
  const { top, block, numbered } = placed;
  if (numbered === undefined || block.kind !== 'list' || block.items.length > 1) return placed;
  return { top, block: { kind: 'paragraph', text: numbered, strong: false, place: block.place } };
}
