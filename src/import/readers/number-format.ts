/*
 * Numbers of a workbook as it shows them (ECMA-376, 18.8.30 and 18.8.31): "5%" and not 0.05, "KES 500" and not 500, the
 * nought before a telephone number. What is not understood comes back with its format, so that nobody takes the bare
 * number for what was shown.
 */

const BUILT_IN: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
};

/** A number as shown. `isDate` is true for a day, which a spreadsheet also makes of "2-5". */
export interface ShownNumber {
  text: string;
  isDate?: true;
}

/** The code of a number format by its id, own formats before those that every workbook has. */
export function formatCode(id: number, own: Map<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? 'General';
}

/** Shows a number as its format says. `is1904` is true for workbooks that count days from 1904. */
export function showNumber(value: string, code: string, is1904: boolean): ShownNumber {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  const [positive = 'General', negative] = code.split(';');
  const section = (number < 0 && negative ? negative : positive).trim();
  const marks = section
    .replace(/"[^"]*"|\\./g, '')
    .replace(/\[(?:\$[^\]]*|[a-z]+\d*|[<>=]+[\d.]+)\]/gi, (mark) => (/^\[(?:h+|m+|s+)\]$/i.test(mark) ? 'h' : ''));
  if (/^general$|^@$|^$/i.test(marks) && /general|@/i.test(section)) return { text: plainNumber(number) };
  if (section === '') return { text: '' };
  if (/[ymdhs]/i.test(marks.replace(/general/gi, ''))) return showDay(number, marks, is1904);
  const shown = showDigits(number, section);
  return { text: shown ?? `${plainNumber(number)}, in a format of its own: ${code}` };
}

/** A number without the noise of binary fractions: 0.1 + 0.2 as 0.3. */
function plainNumber(number: number): string {
  return String(Number(number.toPrecision(15)));
}

/**
 * Fills the digits of a format such as "#,##0.00", "0%", "KES "0 or 0000-000000; undefined for fractions, exponents and
 * scaling.
 */
function showDigits(number: number, section: string): string | undefined {
  const literal = (text: string): string =>
    text
      .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1 ')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/_.|\*./g, ' ')
      .replace(/"([^"]*)"/g, '$1')
      .replace(/\\(.)/g, '$1');
  const parts =
    /^((?:"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[^0#?"\\[_*])*)([0#?][0#?,]*(?:\.[0#?]+)?)((?:"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[^0#?"\\[_*])*)$/.exec(
      section,
    );
  if (!parts) return mask(number, section);
  const [, before = '', digits = '', after = ''] = parts;
  if (/[/eE]/.test(after.replace(/"[^"]*"|\\./g, '').slice(0, 1)) || digits.endsWith(',') || /^[,.]/.test(after))
    return undefined;
  const scaled = /%/.test(before + after) ? number * 100 : number;
  const [whole = '', decimals = ''] = digits.split('.');
  const required = (decimals.match(/0/g) ?? []).length;
  const fixed = Math.abs(scaled)
    .toFixed(decimals.length)
    .replace(/0+$/, (noughts) => noughts.slice(0, Math.max(0, noughts.length - (decimals.length - required))));
  const [intPart = '0', fraction = ''] = fixed.split('.');
  const padded = intPart.padStart((whole.match(/0/g) ?? []).length, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  const rounded =
    decimals.length === 0 && !Number.isInteger(Number(scaled.toPrecision(12)))
      ? plainNumber(Math.abs(scaled))
      : `${grouped}${fraction ? `.${fraction}` : ''}`;
  const sign = number < 0 && !/[-(]/.test(before) ? '-' : '';
  return `${literal(before)}${sign}${rounded}${literal(after)}`.replace(/\s+/g, ' ').trim();
}

/** Fills a mask of noughts with signs between them, such as 0000-000000. */
function mask(number: number, section: string): string | undefined {
  const pattern = section.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1');
  const places = pattern.match(/0/g)?.length ?? 0;
  if (!/^[0 ()+-]+$/.test(pattern) || !Number.isInteger(number) || number < 0) return undefined;
  const digits = String(number).padStart(places, '0').split('');
  if (digits.length > places) return undefined;
  return pattern.replace(/0/g, () => digits.shift() ?? '');
}

function showDay(number: number, marks: string, is1904: boolean): ShownNumber {
  const hasDay = /[yd]/i.test(marks) || (/m/i.test(marks) && !/[hs]/i.test(marks));
  const minutes = Math.round((number % 1) * 1440);
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  if (!hasDay)
    return { text: `${Math.floor(number) * 24 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` };
  // Day 60 is the 29th of February 1900, which never was (kept from an older program).
  const days = Math.floor(number) + (is1904 ? 1462 : number < 60 ? 1 : 0);
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  if (Number.isNaN(day.getTime())) return { text: `${plainNumber(number)}, as a date` };
  return { text: `${day.toISOString().slice(0, 10)}${/[hs]/i.test(marks) ? ` ${clock}` : ''}`, isDate: true };
}
