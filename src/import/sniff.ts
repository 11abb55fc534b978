import { extname } from 'node:path';
import { ImportError } from './import-error.ts';
import type { ZipParts } from './zip-parts.ts';

export type Format = 'docx' | 'xlsx' | 'html' | 'markdown' | 'csv';

const ACCEPTED = 'Give a charter as DOCX, HTML, Markdown or text, or a table of services as CSV or XLSX.';
const foreign: [signature: number[], what: string, remedy: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Open it in a word processor, save it as DOCX, check the tables, and import that.'],
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

/** Tells which office document a zip archive is. Throws an ImportError when it is neither DOCX nor XLSX, or another than its name says. */
export function officeFormat(name: string, parts: ZipParts): Format {
  const format = parts.has('word/document.xml') ? 'docx' : parts.has('xl/workbook.xml') ? 'xlsx' : undefined;
  if (!format) throw new ImportError(`${name} is a zip archive, but neither a Word document nor an Excel workbook.`, ACCEPTED);
  agree(name, format);
  return format;
}

/** Tells the format of a file that is no zip archive, and its text. The content decides; a name that says otherwise is refused. */
export function textFormat(name: string, bytes: Uint8Array): { format: Format; text: string } {
  const known = foreign.find(([signature]) => startsWith(bytes, signature));
  if (known) throw new ImportError(`${name} is ${known[1]}.`, known[2]);
  const text = decode(name, bytes);
  if (text.trim() === '') throw new ImportError(`${name} is empty.`, 'Check that the right file was named.');
  const looksLikeHtml = /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text);
  const named = byEnding[extname(name).toLowerCase()];
  if (looksLikeHtml) {
    agree(name, 'html');
    return { format: 'html', text };
  }
  if (named === undefined) throw new ImportError(`The ending of ${name} is not known.`, ACCEPTED);
  if (named === 'docx' || named === 'xlsx') {
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
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ImportError(`${name} is not text in UTF-8.`, 'Open it in the program it was made with and save it with the encoding UTF-8.', { cause });
  }
  if (text.includes('\0')) throw new ImportError(`${name} is not a text file.`, ACCEPTED);
  return text;
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
