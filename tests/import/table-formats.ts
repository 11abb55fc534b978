import { docx, wordParagraph, xlsxWith } from './import-fixture.ts';

/** A run of words and how it is set. */
export interface Run {
  text: string;
  as?: 'raised' | 'struck';
}

/**
 * A cell of a table that is to be written in every format. `down` and `across` are the rows and columns that it covers.
 */
export type Cell = string | { runs: (string | Run)[]; down?: number; across?: number };

const runsOf = (cell: Cell): Run[] =>
  typeof cell === 'string' ? [{ text: cell }] : cell.runs.map((run) => (typeof run === 'string' ? { text: run } : run));
const spansOf = (cell: Cell) =>
  typeof cell === 'string' ? { down: 1, across: 1 } : { down: cell.down ?? 1, across: cell.across ?? 1 };

/**
 * Writes one table as an HTML page, a Word document and an Excel workbook. A cell that another covers is left out of
 * its row.
 */
export function inAllFormats(rows: Cell[][]): [name: string, document: string | Buffer][] {
  return [
    ['table.html', htmlTable(rows)],
    ['table.docx', docx(wordTable(rows))],
    ['table.xlsx', workbook(rows)],
  ];
}

function htmlTable(rows: Cell[][]): string {
  const tag = { raised: 'sup', struck: 's' };
  const cells = (row: Cell[]) =>
    row.map((cell) => {
      const { down, across } = spansOf(cell);
      const text = runsOf(cell).map((run) =>
        run.as ? `<${tag[run.as]}>${run.text}</${tag[run.as]}>` : run.text.replace('\n', '<br>'),
      );
      return `<td rowspan="${down}" colspan="${across}">${text.join('')}</td>`;
    });
  return `<!doctype html><html><body><table>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('')}</table></body></html>`;
}

/** Each cell with its column, and the cells that go on from above as undefined. */
function placed(rows: Cell[][]): { column: number; cell: Cell | undefined; across: number }[][] {
  const open = new Map<number, { left: number; across: number }>();
  return rows.map((row) => {
    const found: { column: number; cell: Cell | undefined; across: number }[] = [];
    let column = 0;
    const goOn = (): void => {
      for (let above = open.get(column); above && above.left > 0; above = open.get(column)) {
        above.left -= 1;
        found.push({ column, cell: undefined, across: above.across });
        column += above.across;
      }
    };
    for (const cell of row) {
      goOn();
      const { down, across } = spansOf(cell);
      open.set(column, { left: down - 1, across });
      found.push({ column, cell, across });
      column += across;
    }
    goOn();
    return found;
  });
}

function wordTable(rows: Cell[][]): string {
  const set = { raised: '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', struck: '<w:rPr><w:dstrike/></w:rPr>' };
  const paragraphs = (cell: Cell) =>
    typeof cell === 'string'
      ? cell
          .split('\n')
          .map((line) => wordParagraph(line))
          .join('')
      : `<w:p>${runsOf(cell)
          .map(({ text, as }) => `<w:r>${as ? set[as] : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`)
          .join('')}</w:p>`;
  const cells = placed(rows).map((row) =>
    row.map(({ cell, across }) => {
      const merge = cell === undefined ? '<w:vMerge/>' : spansOf(cell).down > 1 ? '<w:vMerge w:val="restart"/>' : '';
      return `<w:tc><w:tcPr><w:gridSpan w:val="${across}"/>${merge}</w:tcPr>${cell === undefined ? '<w:p/>' : paragraphs(cell)}</w:tc>`;
    }),
  );
  // Word sets bookmarks between rows; they must not undo what is merged.
  return `<w:tbl>${cells.map((row) => `<w:tr>${row.join('')}</w:tr><w:bookmarkStart w:id="1" w:name="x"/>`).join('')}</w:tbl>`;
}

function workbook(rows: Cell[][]): Buffer {
  const letter = (column: number) => String.fromCharCode(65 + column);
  const set = { raised: '<rPr><vertAlign val="superscript"/></rPr>', struck: '<rPr><strike/></rPr>' };
  const merges: string[] = [];
  const sheet = placed(rows).map((row, index) => {
    const cells = row.map(({ column, cell }) => {
      if (cell === undefined) return '';
      const { down, across } = spansOf(cell);
      if (down * across > 1)
        merges.push(`<mergeCell ref="${letter(column)}${index + 1}:${letter(column + across - 1)}${index + down}"/>`);
      const runs = runsOf(cell).map(({ text, as }) => `<r>${as ? set[as] : ''}<t xml:space="preserve">${text}</t></r>`);
      return `<c r="${letter(column)}${index + 1}" t="inlineStr"><is>${runs.join('')}</is></c>`;
    });
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return xlsxWith('Services', `<sheetData>${sheet.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`);
}
