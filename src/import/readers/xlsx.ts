import { oneLine, type ReadDocument, type Remark } from '../blocks.ts';
import type { ZipParts } from '../zip-parts.ts';
import { readTree } from './html.ts';
import { readSheet } from './sheet.ts';
import { part, readWorkbook, relationsOf, richText, type Sheet } from './workbook.ts';
import { allOf, attribute, childrenOf } from './xml.ts';

/**
 * Reads an Excel workbook: each sheet becomes a table, as it is shown. Of a formula the stored result is read. Hidden
 * sheets, rows and columns, comments, text boxes, headers and footers are left out and told.
 */
export function readXlsx(parts: ZipParts): ReadDocument {
  const book = readWorkbook(parts);
  const document: ReadDocument & { remarks: Remark[] } = { blocks: [], leftOut: [], remarks: [] };
  for (const sheet of book.sheets) {
    const xml = part(parts, sheet.path);
    if (!xml) continue;
    const { table, remarks, hidden } = readSheet(sheet.name, xml, book, linksOf(parts, sheet, xml));
    const read = readTree({ type: 'root', children: [table] }, 'told');
    if (sheet.isHidden) {
      const rows = read.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
      document.leftOut.push(`The sheet "${sheet.name}" is hidden; it was left out with its ${rows} filled rows.`);
      continue;
    }
    document.blocks.push(...read.blocks);
    document.remarks.push(...remarks);
    document.leftOut.push(...read.leftOut.map((text) => `Sheet "${sheet.name}": ${text}`));
    if (hidden.length > 0)
      document.leftOut.push(`${hidden.length} hidden rows or rows with hidden columns were left out: ${some(hidden)}.`);
    document.leftOut.push(...besideCells(parts, sheet, xml));
  }
  return document;
}

/** The web addresses that cells lead to, by the reference of the cell. */
function linksOf(parts: ZipParts, { path }: Sheet, xml: Document): Map<string, string> {
  const relations = relationsOf(parts, path);
  return new Map(
    allOf(xml, 'hyperlink').flatMap((link) => {
      const target = relations.get(attribute(link, 'id') ?? '')?.target;
      return target ? [[attribute(link, 'ref') ?? '', target] as const] : [];
    }),
  );
}

/** Tells what a sheet holds beside its cells, none of which is read as part of a service. */
function besideCells(parts: ZipParts, { name, path }: Sheet, xml: Document): string[] {
  const related = [...relationsOf(parts, path).values()];
  const comments = related
    .filter(({ type }) => type === 'comments')
    .flatMap(({ path: at }) => allOf(part(parts, at), 'comment'))
    .map(
      (comment) =>
        `${attribute(comment, 'ref') ?? ''}: "${cut(
          childrenOf(comment, 'text')
            .flatMap(richText)
            .map(({ text }) => text)
            .join(''),
        )}"`,
    );
  const boxes = related
    .filter(({ type }) => type === 'drawing')
    .flatMap(({ path: at }) => allOf(part(parts, at), 'txBody'))
    .map(
      (box) =>
        `"${cut(
          allOf(box, 't')
            .map((text) => text.textContent ?? '')
            .join(' '),
        )}"`,
    )
    .filter((text) => text !== '""');
  const margins = allOf(xml, 'headerFooter').flatMap((margin) =>
    childrenOf(margin).map((one) => `"${cut(one.textContent ?? '')}"`),
  );
  const says = (what: string, list: string[]): string[] =>
    list.length > 0 ? [`Sheet "${name}": ${list.length} ${what} left out: ${some(list)}.`] : [];
  return [
    ...says('comments were', comments),
    ...says('text boxes were', boxes),
    ...says('headers or footers were', margins),
    ...says(
      'rules that change how cells look by what they hold were',
      allOf(xml, 'conditionalFormatting').map((one) => attribute(one, 'sqref') ?? ''),
    ),
  ];
}

function cut(text: string): string {
  const words = oneLine(text);
  return words.length > 100 ? `${words.slice(0, 97)}…` : words;
}

function some(list: string[]): string {
  return list.length > 20 ? `${list.slice(0, 20).join(', ')} and ${list.length - 20} more` : list.join(', ');
}
