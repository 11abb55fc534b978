import readXlsxFile from 'read-excel-file/node';
import { linesOf, type Block, type ReadDocument, type Row } from '../blocks.ts';
import { packZipParts, type ZipParts } from '../zip-parts.ts';

/** Reads an Excel workbook: each sheet becomes a heading with a table. Of a formula the stored result is read. */
export async function readXlsx(parts: ZipParts): Promise<ReadDocument> {
  const sheets = await readXlsxFile(packZipParts(parts));
  const blocks = sheets.flatMap(({ sheet, data }): Block[] => {
    const rows = data.flatMap((cells, index): Row[] => {
      const texts = cells.map(textOf);
      return texts.some((text) => text !== '') ? [{ cells: texts, place: `sheet "${sheet}", row ${index + 1}` }] : [];
    });
    if (rows.length === 0) return [];
    return [{ kind: 'table', rows, place: `sheet "${sheet}"` }];
  });
  return { blocks, leftOut: [] };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return linesOf(String(value)).join('\n');
}
