import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedEncodings, type Encoding } from '../accepted-encoding.ts';
import { createBodyCache } from './body-cache.ts';
import { filePath, type EditionFiles, type FileBodies, type FileRecord } from './edition-files.ts';
import { createFileKinds, type FileKind } from './file-kind.ts';
import { prepareFile, type PreparedFile } from './prepared-file.ts';
import type { DeskBackend } from '../headers.ts';
import { sendFile } from './send-file.ts';

export interface FileServerOptions {
  /** The files to answer from; asked for at each request, so that another edition takes over at once. */
  files: () => EditionFiles | undefined;
  /** How many bytes of files are kept in memory. */
  cacheBytes: number;
  /** The portal is reached by https alone. */
  secure: boolean;
  backend?: DeskBackend | undefined;
  /** Is told of each file that was handed over, and how long that took. */
  sent?: ((status: number, seconds: number) => void) | undefined;
}

/** Answers GET and HEAD from files. */
export interface FileServer {
  /**
   * Answers where there is a file at the address, and says so; what is kept in memory is sent before it returns.
   * Where the file cannot be read, `failed` is called and has to answer.
   */
  answer(request: IncomingMessage, response: ServerResponse, failed: (error: unknown) => void): boolean;
}

/** A file made ready for one kind of address and one list of encodings. */
interface Ready {
  kind: FileKind;
  accepted: readonly Encoding[];
  file: PreparedFile;
}

/** What the headers of a file take in memory, about. */
const HEADERS_BYTES = 1024;

/** Makes the server of static files. It keeps of each file only the encodings that were asked for. */
export function createFileServer({ files, cacheBytes, secure, backend, sent }: FileServerOptions): FileServer {
  const cache = createBodyCache<Ready[]>(cacheBytes);
  const kinds = createFileKinds(secure, backend);
  const kindOfRecord = new WeakMap<FileRecord, FileKind>();

  function kindOf(record: FileRecord): FileKind {
    const known = kindOfRecord.get(record);
    if (known) return known;
    const kind = kinds(record.path);
    kindOfRecord.set(record, kind);
    return kind;
  }

  /** Files being read, so that many who ask for one at once wait for one reading. */
  const reading = new Map<string, Promise<FileBodies>>();

  function readOnce(edition: EditionFiles, record: FileRecord): Promise<FileBodies> {
    const begun = reading.get(record.hash);
    if (begun) return begun;
    const bodies = edition.read(record).finally(() => reading.delete(record.hash));
    reading.set(record.hash, bodies);
    return bodies;
  }

  async function prepare(
    edition: EditionFiles,
    record: FileRecord,
    kind: FileKind,
    accepted: readonly Encoding[],
  ): Promise<PreparedFile> {
    const file = prepareFile(record, await readOnce(edition, record), kind, accepted);
    const others = (cache.get(record.hash) ?? []).filter((item) => item.kind !== kind || item.accepted !== accepted);
    const ready = [...others, { kind, accepted, file }];
    const bodies = new Set(ready.map((item) => item.file.body));
    let bytes = ready.length * HEADERS_BYTES;
    for (const body of bodies) bytes += body.byteLength;
    cache.set(record.hash, ready, bytes);
    return file;
  }

  return {
    answer(request, response, failed) {
      const began = performance.now();
      const send = (file: PreparedFile): void => {
        const status = sendFile(request, response, file);
        sent?.(status, (performance.now() - began) / 1000);
      };
      const edition = files();
      const record = edition && find(edition, request.url ?? '/');
      if (!record) return false;
      const kind = kindOf(record);
      const accepted = acceptedEncodings(request.headers['accept-encoding']);
      for (const ready of cache.get(record.hash) ?? []) {
        if (ready.kind === kind && ready.accepted === accepted) {
          send(ready.file);
          return true;
        }
      }
      prepare(edition, record, kind, accepted).then(send).catch(failed);
      return true;
    },
  };
}

/** The file that a request's target leads to, or undefined; what stands behind a question mark does not count. */
function find(edition: EditionFiles, target: string): FileRecord | undefined {
  const query = target.indexOf('?');
  const pathname = query === -1 ? target : target.slice(0, query);
  if (!pathname.includes('%')) return edition.at(filePath(pathname));
  try {
    return edition.at(filePath(decodeURI(pathname)));
  } catch {
    return undefined;
  }
}
