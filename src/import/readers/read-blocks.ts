import type { Block, ReadDocument, Table } from '../blocks.ts';
import { ImportError } from '../import-error.ts';
import type { Limits } from '../limits.ts';
import { isPdf, isZip, officeFormat, textFormat } from '../sniff.ts';
import { readZipParts } from '../zip-parts.ts';

/** Reads a document of any accepted format into blocks. Throws an ImportError for what cannot or should not be read. */
export async function readBlocks(name: string, bytes: Buffer, limits: Limits): Promise<ReadDocument> {
  if (bytes.length === 0) throw new ImportError(`${name} is empty.`, 'Check that the right file was named.');
  const document = await readByFormat(name, bytes, limits);
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
  const cells = tables.reduce((sum, table) => sum + table.rows.reduce((inRow, row) => inRow + row.cells.length, 0), 0);
  if (cells > limits.cells)
    throw new ImportError(
      `${name} holds ${cells} cells in tables; ${limits.cells} are allowed.`,
      'Split it by department and import each part.',
    );
  if (document.blocks.length > limits.blocks) {
    throw new ImportError(
      `${name} holds ${document.blocks.length} paragraphs, lists and tables; ${limits.blocks} are allowed.`,
      'Import the charter without its annexes.',
    );
  }
  const characters = document.blocks.reduce((sum, block) => sum + charactersIn(block), 0);
  if (characters > limits.characters)
    throw new ImportError(
      `${name} holds ${characters} characters; ${limits.characters} are allowed.`,
      'Import the charter without its annexes.',
    );
  if (document.blocks.length === 0)
    throw new ImportError(
      `${name} holds no text.`,
      'A scanned document must be turned into text first; save the result as DOCX.',
    );
  return document;
}

function charactersIn(block: Block): number {
  if (block.kind === 'table')
    return block.rows.reduce((sum, row) => row.cells.reduce((inRow, cell) => inRow + cell.length, sum), 0);
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + item.text.length, 0);
  return block.text.length;
}

/** A reader is loaded where a document needs it: all of them together take far longer than most documents. */
async function readByFormat(name: string, bytes: Buffer, limits: Limits): Promise<ReadDocument> {
  if (isZip(bytes)) {
    const parts = readZipParts(name, bytes, limits);
    if (officeFormat(name, parts) === 'docx') return (await import('./docx.ts')).readDocx(parts);
    const workbook = (await import('./xlsx.ts')).readXlsx(parts);
    refuseFormulas(name, workbook);
    return workbook;
  }
  if (isPdf(name, bytes)) return (await import('./pdf/read-pdf.ts')).readPdf(name, bytes, limits);
  const { format, text } = textFormat(name, bytes);
  if (format === 'html') return (await import('./html.ts')).readHtml(text);
  if (format === 'markdown') return (await import('./markdown.ts')).readMarkdown(text);
  const table = (await import('./csv.ts')).readCsv(name, text);
  refuseFormulas(name, table);
  return table;
}

const FORMULA = /^\s*(?:=|[@+-](?:[A-Z][A-Z0-9.]*\(|\w+\|))/i;

/** A cell that starts a formula would run in the spreadsheet of whoever opens an export of this content. */
function refuseFormulas(name: string, { blocks }: ReadDocument): void {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      const cell = row.cells.find((text) => FORMULA.test(text));
      if (cell !== undefined) {
        throw new ImportError(
          `${name}, ${row.place}: the cell "${cell.slice(0, 60)}" is a formula as text, which a spreadsheet would run.`,
          'Write the value itself in that cell, or remove it if you do not know where it comes from.',
        );
      }
    }
  }
}
