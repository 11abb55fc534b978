import { extname } from 'node:path';
import { ImportError } from './import-error.ts';
import type { ZipParts } from './zip-parts.ts';

export type Format = 'docx' | 'xlsx' | 'pdf' | 'html' | 'markdown' | 'csv';

const ACCEPTED = 'Give a charter as DOCX, PDF, HTML, Markdown or text, or a table of services as CSV or XLSX.';
const foreign: [signature: number[], what: string, remedy: string][] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'an old Word or Excel file, or one locked with a password',
    'Open it, save it as DOCX or XLSX without a password, and import that.',
  ],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture', ACCEPTED],
  [[0xff, 0xd8, 0xff], 'a picture', ACCEPTED],
  [[0x47, 0x49, 0x46, 0x38], 'a picture', ACCEPTED],
  [[0x1f, 0x8b], 'a compressed archive', `Unpack it first. ${ACCEPTED}`],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document', 'Save it as DOCX and import that.'],
];
const byEnding: Record<string, Format> = {
  '.docx': 'docx',
  '.xlsx': 'xlsx',
  '.pdf': 'pdf',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'markdown',
  '.csv': 'csv',
  '.tsv': 'csv',
};

/** True when the bytes are a zip archive, which DOCX and XLSX are. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** True for a PDF, which may begin after a few bytes of something else (ISO 32000-1, annex H.3.4.1). */
export function isPdf(name: string, bytes: Uint8Array): boolean {
  if (Buffer.from(bytes.subarray(0, 1024)).indexOf('%PDF-') < 0) return false;
  if (!startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) && byEnding[extname(name).toLowerCase()] !== 'pdf') return false;
  agree(name, 'pdf');
  return true;
}

/**
 * Tells which office document a zip archive is. Throws an ImportError when it is neither DOCX nor XLSX, or another than
 * its name says.
 */
export function officeFormat(name: string, parts: ZipParts): Format {
  const format = parts.has('word/document.xml') ? 'docx' : parts.has('xl/workbook.xml') ? 'xlsx' : undefined;
  if (!format)
    throw new ImportError(`${name} is a zip archive, but neither a Word document nor an Excel workbook.`, ACCEPTED);
  agree(name, format);
  return format;
}

/**
 * Tells the format of a file that is no zip archive, and its text. The content decides; a name that says otherwise is
 * refused.
 */
export function textFormat(name: string, bytes: Uint8Array): { format: Format; text: string } {
  const known = foreign.find(([signature]) => startsWith(bytes, signature));
  if (known) throw new ImportError(`${name} is ${known[1]}.`, known[2]);
  const text = decode(name, bytes);
  if (text.trim() === '') throw new ImportError(`${name} is empty.`, 'Check that the right file was named.');
  const looksLikeHtml =
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text);
  const named = byEnding[extname(name).toLowerCase()];
  if (looksLikeHtml) {
    agree(name, 'html');
    return { format: 'html', text };
  }
  if (named === undefined) throw new ImportError(`The ending of ${name} is not known.`, ACCEPTED);
  if (named === 'docx' || named === 'xlsx' || named === 'pdf') {
    throw new ImportError(
      `${name} is not a ${named.toUpperCase()} file, or it is damaged.`,
      'Open it in the program it was made with, save it anew, and import that.',
    );
  }
  return { format: named, text };
}

function agree(name: string, format: Format): void {
  const named = byEnding[extname(name).toLowerCase()];
  if (named === format || (format === 'html' && named === 'markdown')) return;
  throw new ImportError(
    `${name} contains ${format.toUpperCase()}, which its name does not say.`,
    `Rename it so that it ends in .${format}, if that is what it should be.`,
  );
}

function decode(name: string, bytes: Uint8Array): string {
  const encoding = encodingOf(name, bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ImportError(
      encoding === 'utf-8'
        ? `${name} is not text in UTF-8.`
        : `${name} is not text in ${encoding}, which it says it is.`,
      'Open it in the program it was made with and save it with the encoding UTF-8.',
      { cause },
    );
  }
  if (text.includes('\0')) throw new ImportError(`${name} is not a text file.`, ACCEPTED);
  return text;
}

/**
 * The encoding of a text by its first bytes or, for HTML, as it declares it there (HTML Standard, 13.2.3.2); else
 * UTF-8.
 */
function encodingOf(name: string, bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/<!--[^]*?(?:-->|$)/g, ' ');
  const declared =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]+)["']/i.exec(start)?.[1];
  if (!declared) return 'utf-8';
  // Text that could be read so far is no UTF-16, and this name stands for windows-1252 (Encoding Standard).
  if (/^utf-?16/i.test(declared)) return 'utf-8';
  if (/^x-user-defined$/i.test(declared)) return 'windows-1252';
  try {
    return new TextDecoder(declared).encoding;
  } catch (cause) {
    throw new ImportError(
      `${name} says that its encoding is "${declared}", which is not known.`,
      'Save it with the encoding UTF-8.',
      { cause },
    );
  }
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
