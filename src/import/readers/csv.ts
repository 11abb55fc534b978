import { parse } from 'csv-parse/sync';
import { linesOf, type ReadDocument } from '../blocks.ts';
import { ImportError } from '../import-error.ts';

/**
 * Reads a table of services in CSV; the mark between cells may be a comma, a semicolon or a tab. Throws an ImportError
 * when it is damaged.
 */
export function readCsv(name: string, text: string): ReadDocument {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 200_000,
    }) as unknown as typeof records;
  } catch (cause) {
    throw new ImportError(
      `${name} is not valid CSV: ${(cause as Error).message}.`,
      'Close every quotation mark that was opened, and double those inside a cell; or save it anew from a spreadsheet.',
      { cause },
    );
  }
  const rows = records
    .map(({ record, info }) => ({ cells: record.map((cell) => linesOf(cell).join('\n')), place: `line ${info.lines}` }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  return { blocks: rows.length > 0 ? [{ kind: 'table', rows, place: rows[0]?.place ?? '' }] : [], leftOut: [] };
}

function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 2000)
      .split(/\r?\n/)
      .find((line) => /[,;\t]/.test(line)) ?? '';
  const outsideQuotes = first.replace(/"[^"]*"/g, '');
  return [',', ';', '\t'].reduce(
    (best, mark) => (outsideQuotes.split(mark).length > outsideQuotes.split(best).length ? mark : best),
    ',',
  );
}
