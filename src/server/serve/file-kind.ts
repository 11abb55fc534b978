import { lookup } from 'mrmime';
import { cacheControl, contentType, fileSecurityHeaders, type DeskBackend } from '../headers.ts';

/** What the headers of a file follow from besides its bytes; one object for all files that are alike in it. */
export interface FileKind {
  /** Names and values by turns. */
  headers: string[];
  type: string;
}

/** Finds the kind of a file by its path. */
export function createFileKinds(secure: boolean, backend?: DeskBackend): (path: string) => FileKind {
  const kinds = new Map<string, FileKind>();
  return (path) => {
    const type = contentType(path) ?? mediaType(path);
    const headers = Object.entries({
      'Cache-Control': cacheControl(path),
      ...fileSecurityHeaders(path, secure, backend),
    }).flat();
    const key = [type, ...headers].join('\n');
    const kind = kinds.get(key) ?? { headers, type };
    kinds.set(key, kind);
    return kind;
  };
}

function mediaType(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return type === 'text/html' ? 'text/html; charset=utf-8' : type;
}
