import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { ImportError } from './import-error.ts';
import type { Limits } from './limits.ts';

/** The unpacked parts of a zip archive by name. */
export type ZipParts = Map<string, Buffer>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const DAMAGED_REMEDY = 'Open it in the program it was made with, save it anew, and import that.';

/**
 * Unpacks the parts of a DOCX or XLSX that hold text (XML), never more than the limit allows. The size that an
 * entry claims is not believed: unpacking itself stops at the limit. Pictures and other parts stay packed.
 * By hand, because fflate checks no checksum and cuts off what is longer than it claims (decision 23). Throws an ImportError for a damaged, encrypted or oversized archive.
 */
export function readZipParts(name: string, bytes: Buffer, limits: Limits): ZipParts {
  try {
    return unpack(name, bytes, limits);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError(`${name} is damaged: its contents cannot be unpacked.`, DAMAGED_REMEDY, { cause });
  }
}

/**
 * Packs parts into a plain zip archive without compression, so that a parser reads what was checked and nothing else.
 */
export function packZipParts(parts: ZipParts): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(parts), { level: 0, mtime: new Date(1980, 0, 1) }));
}

function unpack(name: string, bytes: Buffer, limits: Limits): ZipParts {
  const end = bytes.lastIndexOf(uint32(END));
  if (end < 0) throw new ImportError(`${name} is damaged: its end is missing.`, DAMAGED_REMEDY);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.zipParts)
    throw new ImportError(
      `${name} holds ${count} parts; ${limits.zipParts} are allowed.`,
      'Save the text alone as a new document and import that.',
    );
  const parts: ZipParts = new Map();
  let position = bytes.readUInt32LE(end + 16);
  let left = limits.unpackedBytes;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(position) !== ENTRY)
      throw new ImportError(`${name} is damaged: its list of contents is broken.`, DAMAGED_REMEDY);
    const pathLength = bytes.readUInt16LE(position + 28);
    const path = bytes.toString('utf8', position + 46, position + 46 + pathLength);
    if (/\.(?:xml|rels)$/i.test(path)) {
      const data = unpackEntry(name, bytes, position, left);
      left -= data.length;
      refuseDoctype(name, path, data);
      parts.set(path, data);
    }
    position += 46 + pathLength + bytes.readUInt16LE(position + 30) + bytes.readUInt16LE(position + 32);
  }
  return parts;
}

function unpackEntry(name: string, bytes: Buffer, entry: number, left: number): Buffer {
  const tooLarge = (): ImportError =>
    new ImportError(
      `${name} unpacks to more than is allowed. Such a file is called a zip bomb when it is made on purpose.`,
      'Save the text alone as a new document and import that.',
    );
  if (bytes.readUInt16LE(entry + 8) & 1)
    throw new ImportError(`${name} is locked with a password.`, 'Save it without a password and import that.');
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  if (bytes.readUInt32LE(entry + 24) > left) throw tooLarge();
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL)
    throw new ImportError(`${name} is damaged: a part of it is missing.`, DAMAGED_REMEDY);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  let data: Buffer;
  try {
    data = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw cause;
  }
  if (data.length > left) throw tooLarge();
  if (crc32(data) !== bytes.readUInt32LE(entry + 16))
    throw new ImportError(`${name} is damaged: a part of it has changed since it was saved.`, DAMAGED_REMEDY);
  return data;
}

/**
 * Office programs never write a document type; one that is there declares entities to make the reader work or reach
 * out.
 */
function refuseDoctype(name: string, path: string, data: Buffer): void {
  if (data.includes('<!DOCTYPE') || data.includes('<!ENTITY')) {
    throw new ImportError(
      `${name} declares XML entities in ${path}, which no office program does.`,
      'Do not use this file; ask its sender for a fresh copy.',
    );
  }
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
