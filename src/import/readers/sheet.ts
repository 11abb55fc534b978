import type { Element as HtmlElement, ElementContent } from 'hast';
import { oneLine, type Remark } from '../blocks.ts';
import { showNumber } from './number-format.ts';
import { PLAIN, richText, unescaped, type RichText, type Workbook } from './workbook.ts';
import { allOf, attribute, childOf, childrenOf, isOn } from './xml.ts';

/** A sheet as a table of HTML, with what a person must look at and the texts of hidden rows and columns. */
export interface SheetTable {
  table: HtmlElement;
  remarks: Remark[];
  hidden: string[];
}

interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Reads the cells of a sheet. `links` holds web addresses by the reference of their cell. */
export function readSheet(name: string, sheet: Document, book: Workbook, links: Map<string, string>): SheetTable {
  const root = sheet.documentElement;
  const place = (row: number): string => `sheet "${name}", row ${row + 1}`;
  const found: SheetTable = { table: element('table', { dataPlace: `sheet "${name}"` }, []), remarks: [], hidden: [] };
  const hiddenColumns = childrenOf(childOf(root, 'cols'), 'col').filter((col) => hides(col));
  const isHiddenColumn = (column: number): boolean =>
    hiddenColumns.some(
      (col) => column + 1 >= Number(attribute(col, 'min')) && column + 1 <= Number(attribute(col, 'max')),
    );
  const merges = allOf(root, 'mergeCell').flatMap((merge) => areaOf(attribute(merge, 'ref') ?? '') ?? []);
  const rows = new Map<number, Map<number, ElementContent[]>>();
  const hiddenRows = new Set<number>();
  childrenOf(childOf(root, 'sheetData'), 'row').forEach((row, index) => {
    const at = Number(attribute(row, 'r') ?? index + 1) - 1;
    if (hides(row)) hiddenRows.add(at);
    const cells = new Map<number, ElementContent[]>();
    childrenOf(row, 'c').forEach((cell, order) => {
      const reference = attribute(cell, 'r') ?? '';
      const column = areaOf(reference)?.left ?? order;
      const content = contentOf(cell, book, (text) =>
        found.remarks.push({ place: place(at), text: `Cell ${reference || order + 1} ${text}` }),
      );
      const link = links.get(reference);
      if (content.length > 0) cells.set(column, link ? [element('a', { href: link }, content)] : content);
    });
    rows.set(at, cells);
  });
  settleHidden(rows, merges, hiddenRows, isHiddenColumn, found, place);
  found.table.children = layOut(rows, merges, isHiddenColumn, place);
  return found;
}

function hides(element: Element): boolean {
  return attribute(element, 'hidden') !== undefined && isOn(element, 'hidden');
}

/** Takes hidden rows and columns out and tells their words. A merged area that reaches beyond them keeps its text. */
function settleHidden(
  rows: Map<number, Map<number, ElementContent[]>>,
  merges: Area[],
  hiddenRows: Set<number>,
  isHiddenColumn: (column: number) => boolean,
  found: SheetTable,
  place: (row: number) => string,
): void {
  for (const merge of merges) {
    const content = rows.get(merge.top)?.get(merge.left);
    while (merge.top < merge.bottom && hiddenRows.has(merge.top)) merge.top += 1;
    while (merge.left < merge.right && isHiddenColumn(merge.left)) merge.left += 1;
    if (!content || rows.get(merge.top)?.get(merge.left) === content) continue;
    for (const cells of rows.values()) for (const [column, one] of cells) if (one === content) cells.delete(column);
    rows.get(merge.top)?.set(merge.left, content);
  }
  for (const [row, cells] of rows) {
    const gone = [...cells].filter(([column]) => hiddenRows.has(row) || isHiddenColumn(column));
    if (gone.length > 0)
      found.hidden.push(
        `${place(row)}: "${oneLine(gone.map(([, content]) => wordsOf(content)).join(' | ')).slice(0, 100)}"`,
      );
    if (hiddenRows.has(row)) rows.delete(row);
    else for (const [column] of gone) cells.delete(column);
  }
}

/** Writes the cells as rows of HTML, with the spans of merged areas over the rows and columns that are shown. */
function layOut(
  rows: Map<number, Map<number, ElementContent[]>>,
  merges: Area[],
  isHiddenColumn: (column: number) => boolean,
  place: (row: number) => string,
): HtmlElement[] {
  const shown = [...rows.keys()].sort((a, b) => a - b);
  const widest = Math.max(0, ...shown.map((row) => Math.max(-1, ...(rows.get(row)?.keys() ?? [])) + 1));
  const columns = [...Array(widest).keys()].filter((column) => !isHiddenColumn(column));
  const covered = new Map<string, Area>();
  for (const merge of merges) {
    for (const row of shown.filter((at) => at >= merge.top && at <= merge.bottom))
      for (const column of columns.filter((at) => at >= merge.left && at <= merge.right))
        covered.set(`${row},${column}`, merge);
  }
  return shown.map((row) => {
    const cells = columns.flatMap((column): HtmlElement[] => {
      const merge = covered.get(`${row},${column}`);
      const content = rows.get(row)?.get(column) ?? [];
      if (!merge) return [element('td', {}, content)];
      if (merge.top !== row || merge.left !== column) return [];
      const rowSpan = shown.filter((at) => at >= merge.top && at <= merge.bottom).length;
      return [
        element(
          'td',
          { rowSpan, colSpan: columns.filter((at) => at >= merge.left && at <= merge.right).length },
          content,
        ),
      ];
    });
    return element('tr', { dataPlace: place(row) }, cells);
  });
}

/** What a cell shows. `remark` is told what cannot be known from the file. */
function contentOf(cell: Element, book: Workbook, remark: (text: string) => void): ElementContent[] {
  const value = childOf(cell, 'v')?.textContent ?? '';
  const type = attribute(cell, 't') ?? 'n';
  const style = book.styles[Number(attribute(cell, 's') ?? 0)] ?? { format: 'General', face: PLAIN };
  if (childOf(cell, 'f') && value === '' && type !== 'str')
    remark('holds a formula without its result. Open the workbook, save it anew and import that.');
  const runs = runsOf(cell, type, value, style.format, book, remark);
  return runs.flatMap((run) => {
    if (run.text === '') return [];
    const { struck, raised, lowered } = run.face === PLAIN ? style.face : run.face;
    const lines = run.text
      .split(/\r\n|\r|\n/)
      .flatMap((text, index): ElementContent[] => [
        ...(index > 0 ? [element('br', {}, [])] : []),
        { type: 'text', value: text },
      ]);
    const marked = raised ? [element('sup', {}, lines)] : lowered ? [element('sub', {}, lines)] : lines;
    return struck ? [element('s', {}, marked)] : marked;
  });
}

function runsOf(
  cell: Element,
  type: string,
  value: string,
  format: string,
  book: Workbook,
  remark: (text: string) => void,
): RichText[] {
  const plain = (text: string): RichText[] => [{ text, face: PLAIN }];
  if (type === 's') return book.strings[Number(value)] ?? [];
  if (type === 'inlineStr') return childrenOf(cell, 'is').flatMap(richText);
  if (type === 'b') return plain(value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value);
  if (type === 'e' || type === 'str') return plain(unescaped(value));
  if (type === 'd') return plain(value.replace(/T00:00.*$/, ''));
  if (value === '') return [];
  const { text, isDate } = showNumber(value, format, book.is1904);
  if (isDate) remark(`holds the day ${text}. Spreadsheets also make a day of what was typed as "2-5".`);
  if (text === '') remark(`holds ${value}, which its format hides; it was left out.`);
  return plain(text);
}

function areaOf(reference: string): Area | undefined {
  const corners = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference);
  if (!corners) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = corners;
  return { left: columnOf(left), top: Number(top) - 1, right: columnOf(right), bottom: Number(bottom) - 1 };
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wordsOf(content: ElementContent[]): string {
  return content
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : ''))
    .join(' ');
}

function element(tagName: string, properties: HtmlElement['properties'], children: ElementContent[]): HtmlElement {
  return { type: 'element', tagName, properties, children };
}
