import type { Encoding } from '../accepted-encoding.ts';
import type { FileBodies, FileRecord } from './edition-files.ts';
import type { FileKind } from './file-kind.ts';

/** A file as it goes to everybody who accepts the same encodings: the bytes, and each header that goes with them. */
export interface PreparedFile {
  body: Buffer;
  /**
   * Names these bytes in this encoding, so it is strong and no two encodings share one (RFC 9110, section 8.8.3.3).
   */
  etag: string;
  /** Names and values by turns, for the whole file, and for whoever has it already (RFC 9110, section 15.4.5). */
  headers: string[];
  unchangedHeaders: string[];
}

/**
 * Makes a file ready in the first of the accepted encodings that there is of it, or as it is. Whether caches have to
 * keep the encodings apart is said where there is more than one.
 */
export function prepareFile(
  record: FileRecord,
  bodies: FileBodies,
  kind: FileKind,
  accepted: readonly Encoding[],
): PreparedFile {
  const encoding = accepted.find((name) => bodies[name]);
  const body = (encoding && bodies[encoding]) ?? bodies.identity;
  const etag = `"${record.hash}${encoding ? `-${encoding}` : ''}"`;
  const common = ['ETag', etag, ...(bodies.gzip || bodies.br ? ['Vary', 'Accept-Encoding'] : []), ...kind.headers];
  return {
    body,
    etag,
    headers: [
      'Content-Type',
      kind.type,
      'Content-Length',
      String(body.byteLength),
      ...(encoding ? ['Content-Encoding', encoding] : []),
      'Accept-Ranges',
      'bytes',
      ...common,
    ],
    unchangedHeaders: common,
  };
}
