/**
 * How large a document may be before the importer refuses it, so that a hostile file costs seconds and not the machine.
 */
export interface Limits {
  fileBytes: number;
  /** Sum of all parts of a DOCX or XLSX once unpacked. */
  unpackedBytes: number;
  zipParts: number;
  cells: number;
  blocks: number;
  /** Pages of a PDF. */
  pages: number;
  /** All text together. */
  characters: number;
  /** Time for reading the document in its own thread. */
  readingMs: number;
  /** Memory of that thread, its buffers included. */
  readingMegabytes: number;
}

export const defaultLimits: Limits = {
  fileBytes: 10_000_000,
  unpackedBytes: 60_000_000,
  zipParts: 2_000,
  cells: 50_000,
  blocks: 20_000,
  pages: 500,
  characters: 2_000_000,
  readingMs: 30_000,
  readingMegabytes: 768,
};
