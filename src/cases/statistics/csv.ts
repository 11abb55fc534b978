import { stringify } from 'csv-stringify/sync';

/** Lines as CSV (RFC 4180) that Excel reads too. */
export function toCsv(lines: readonly (readonly string[])[]): string {
  return stringify([...lines], {
    // Without it Excel reads UTF-8 as the letters of an old code page (Unicode, 23.8).
    bom: true,
    record_delimiter: 'windows',
    // It quotes a line break as it ends its own lines alone; readers end a line at either half of it.
    quoted_match: /[\r\n]/,
    // A name that begins like a formula would be reckoned by a spreadsheet.
    escape_formulas: true,
  });
}
