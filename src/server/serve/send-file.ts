import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainRange } from './plain-range.ts';
import type { PreparedFile } from './prepared-file.ts';

/** Sends a file, a part of it, or word that who asks has it already; for HEAD the headers alone. Gives the status. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: PreparedFile): number {
  const { headers } = request;
  const known = headers['if-none-match'];
  if (known !== undefined && names(known, file.etag)) {
    response.writeHead(304, file.unchangedHeaders).end();
    return 304;
  }
  if (headers.range !== undefined && request.method === 'GET') {
    const ifRange = headers['if-range'];
    const range = ifRange === undefined || ifRange === file.etag ? plainRange(headers.range) : undefined;
    if (range) return sendPart(response, file, range);
  }
  response.writeHead(200, file.headers);
  response.end(file.body);
  return 200;
}

/**
 * Sends the bytes from a place on, counted in the file as it is encoded (RFC 9110, section 14.1.2), or says that it
 * ends before.
 */
function sendPart(
  response: ServerResponse,
  { body, headers }: PreparedFile,
  range: { from: number; to: number },
): number {
  const length = body.byteLength;
  if (range.from >= length) {
    const about = { 'Content-Range': `bytes */${length}`, 'Content-Length': 0 };
    response.writeHead(416, { ...pairs(headers, /^(?:content-(?:type|length|encoding)|etag)$/i), ...about }).end();
    return 416;
  }
  const to = Math.min(range.to, length - 1);
  response.writeHead(206, {
    ...pairs(headers, /^content-length$/i),
    'Content-Range': `bytes ${range.from}-${to}/${length}`,
    'Content-Length': to + 1 - range.from,
  });
  response.end(body.subarray(range.from, to + 1));
  return 206;
}

/** Headers as an object, without those that do not fit. */
function pairs(headers: string[], unfit: RegExp): Record<string, string> {
  const kept: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) {
    const [name = '', value = ''] = headers.slice(at, at + 2);
    if (!unfit.test(name)) kept[name] = value;
  }
  return kept;
}

/** Answers whether a list of tags names a file; on the way a cache may have marked them as weak (RFC 9110, 13.1.2). */
function names(list: string, etag: string): boolean {
  if (list === etag) return true;
  return list.split(',').some((item) => [etag, '*'].includes(item.trim().replace(/^W\//, '')));
}
