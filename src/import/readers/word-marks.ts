import { oneLine } from '../blocks.ts';
import { marksOf, type RunMarks } from './word-styles.ts';
import { allOf, attribute, childOf, childrenOf, isElement } from './xml.ts';

/** Words that were taken out of a Word document, by the reason. */
export type TakenOut = Record<'struck' | 'hidden' | 'deleted', string[]> & {
  insertions: number;
  boxes: number;
  formulas: number;
};

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Marks without words. Between the rows of a table they would make mammoth forget which cells are merged. */
const WITHOUT_WORDS = new Set([
  'bookmarkStart',
  'bookmarkEnd',
  'proofErr',
  'permStart',
  'permEnd',
  'commentRangeStart',
  'commentRangeEnd',
]);
/** Wrappers that mammoth does not know and would drop with their words. */
const WRAPPERS = new Set(['fldSimple', 'dir', 'bdo', 'moveTo', 'ins', 'smartTag', 'customXml', 'ruby', 'rubyBase']);

/**
 * Prepares a part of a Word document for mammoth, which keeps only some marks: what is struck through, hidden or
 * deleted is taken out and told, marks of styles are written on the words themselves, and words in places that mammoth
 * does not read are moved where it does.
 */
export function prepareWord(part: Document, styles: Map<string, RunMarks>, taken: TakenOut): void {
  prepare(part, part.documentElement, styles, taken, {});
}

function prepare(
  part: Document,
  node: Element,
  styles: Map<string, RunMarks>,
  taken: TakenOut,
  inherited: RunMarks,
): void {
  for (const child of childrenOf(node)) {
    const name = child.localName;
    if (WITHOUT_WORDS.has(name)) node.removeChild(child);
    else if (name === 'del' || name === 'moveFrom' || (name === 'tr' && childOf(childOf(child, 'trPr'), 'del')))
      takeOut(node, child, taken.deleted);
    else if (name === 'AlternateContent' || name === 'drawing' || name === 'pict')
      readBoxes(part, node, child, styles, taken);
    else if (name === 'oMath' || name === 'oMathPara') readFormula(part, node, child, taken);
    else if (name === 'rt' || name === 'rubyPr') node.removeChild(child);
    else if (name === 'cr') node.replaceChild(part.createElementNS(MAIN, 'w:br'), child);
    else if (name === 'ptab') node.replaceChild(part.createElementNS(MAIN, 'w:tab'), child);
    else if (name === 'r') prepareRun(part, node, child, styles, taken, inherited);
    else {
      if (name === 'ins' && child.firstChild) taken.insertions += 1;
      const style =
        name === 'p' ? styles.get(attribute(childOf(childOf(child, 'pPr'), 'pStyle'), 'val') ?? '') : undefined;
      prepare(part, child, styles, taken, style ?? inherited);
      if (name === 'tr') fillRow(part, child);
      if (WRAPPERS.has(name)) unwrap(node, child);
    }
  }
}

function prepareRun(
  part: Document,
  parent: Element,
  run: Element,
  styles: Map<string, RunMarks>,
  taken: TakenOut,
  inherited: RunMarks,
): void {
  const properties = childOf(run, 'rPr');
  const style = styles.get(attribute(childOf(properties, 'rStyle'), 'val') ?? '') ?? {};
  const { struck, hidden, vertical } = { ...inherited, ...style, ...marksOf(properties) };
  if (hidden) return takeOut(parent, run, taken.hidden);
  if (struck) return takeOut(parent, run, taken.struck);
  prepare(part, run, styles, taken, inherited);
  // A word ruby is a run around runs; its base has been put in its place.
  if (vertical && vertical !== 'baseline') {
    const own = properties ?? run.insertBefore(part.createElementNS(MAIN, 'w:rPr'), run.firstChild);
    for (const earlier of childrenOf(own as Element, 'vertAlign')) own.removeChild(earlier);
    const mark = part.createElementNS(MAIN, 'w:vertAlign');
    mark.setAttributeNS(MAIN, 'w:val', vertical);
    own.appendChild(mark);
  }
  for (const inner of childrenOf(run, 'r')) parent.insertBefore(inner, run);
}

function takeOut(parent: Element, node: Element, list: string[]): void {
  const text = oneLine(wordsIn(node));
  if (text) list.push(text);
  parent.removeChild(node);
}

/**
 * Moves the paragraphs of text boxes behind the paragraph they hang on. A drawing without words is left to mammoth,
 * which counts pictures.
 */
function readBoxes(
  part: Document,
  parent: Element,
  node: Element,
  styles: Map<string, RunMarks>,
  taken: TakenOut,
): void {
  const source = node.localName === 'AlternateContent' ? (childOf(node, 'Choice') ?? childOf(node, 'Fallback')) : node;
  const boxes = allOf(source, 'txbxContent');
  if (boxes.length === 0) {
    // Of two forms of a drawing mammoth reads the second, which may be missing.
    if (node.localName === 'AlternateContent' && !childOf(node, 'Fallback') && source)
      while (source.firstChild) parent.insertBefore(source.firstChild, node);
    return;
  }
  const paragraph = enclosing(parent, 'p');
  const home = paragraph?.parentNode;
  if (!paragraph || !home) return;
  for (const box of boxes) {
    taken.boxes += 1;
    prepare(part, box, styles, taken, {});
    for (const block of childrenOf(box).reverse()) home.insertBefore(block, paragraph.nextSibling);
  }
  parent.removeChild(node);
}

function readFormula(part: Document, parent: Element, node: Element, taken: TakenOut): void {
  taken.formulas += 1;
  const run = part.createElementNS(MAIN, 'w:r');
  const text = part.createElementNS(MAIN, 'w:t');
  text.appendChild(
    part.createTextNode(
      ` [formula: ${allOf(node, 't')
        .map((one) => one.textContent ?? '')
        .join(' ')}] `,
    ),
  );
  run.appendChild(text);
  parent.replaceChild(run, node);
}

/**
 * Gives a row that begins after some columns (gridBefore) cells for them, and joins cells merged in the old way
 * (hMerge).
 */
function fillRow(part: Document, row: Element): void {
  const before = Math.min(Number(attribute(childOf(childOf(row, 'trPr'), 'gridBefore'), 'val') ?? 0) || 0, 100);
  const [first] = childrenOf(row, 'tc');
  for (let count = 0; count < before && first; count++) {
    const cell = part.createElementNS(MAIN, 'w:tc');
    cell.appendChild(part.createElementNS(MAIN, 'w:p'));
    row.insertBefore(cell, first);
  }
  let start: Element | undefined;
  for (const cell of childrenOf(row, 'tc')) {
    const merge = childOf(childOf(cell, 'tcPr'), 'hMerge');
    if (merge && attribute(merge, 'val') !== 'restart' && start) {
      const properties = childOf(start, 'tcPr') ?? start;
      const span =
        childOf(properties, 'gridSpan') ??
        (properties.appendChild(part.createElementNS(MAIN, 'w:gridSpan')) as Element);
      span.setAttributeNS(MAIN, 'w:val', String(Number(attribute(span, 'val') ?? 1) + 1));
      row.removeChild(cell);
    } else start = cell;
  }
}

function enclosing(node: Element, name: string): Element | undefined {
  let found: Element | undefined;
  for (let at: Node | null = node; at && isElement(at); at = at.parentNode) {
    if (at.localName === name) found = at;
    if (at.localName === 'tc' && found) break;
  }
  return found;
}

function unwrap(parent: Element, node: Element): void {
  while (node.firstChild) parent.insertBefore(node.firstChild, node);
  parent.removeChild(node);
}

/** The words below an element, a space between paragraphs and cells. */
export function wordsIn(node: Element): string {
  if (node.localName === 't' || node.localName === 'delText') return node.textContent ?? '';
  const words = childrenOf(node).map(wordsIn).join('');
  return /^(?:p|tc|tab|br)$/.test(node.localName) ? ` ${words} ` : words;
}
