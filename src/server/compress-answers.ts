import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';
import { splitLocale } from '../lib/locales.ts';
import { isOpenPage } from './small-letters.ts';
import { acceptedEncoding, type Encoding } from './accepted-encoding.ts';

const compressible = /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml)\b)/i;
const BYTES_MIN = 1024;

type Packer = Gzip | BrotliCompress;
type Done = (error?: Error | null) => void;

/**
 * Answers whether what is made on demand at an address may be compressed. The length of a compressed page tells whether
 * words in it are repeated, so who can bring words of their own into a page, and see how long it is on the line, learns
 * a secret in it bit by bit (BREACH, CVE-2013-3587). Only what shows nobody's secret is named, here and
 * among the open pages: cases and the charter desk are left out, and so is what comes later and nobody has thought about.
 * The configuration of the editor holds schemas and published entries alone.
 */
export function mayBeCompressed(pathname: string): boolean {
  return (
    isOpenPage(pathname) ||
    /^(?:\/[\w-]+\/[\w-]+)?\/requests\/feed\.xml$|^\/feedback\/?$|^\/statistics\/[\w-]+\.(?:csv|json)$|^\/receipts\/[\w-]+\.json$|^\/oembed\.json$|^\/api\/cms\/config$/.test(
      splitLocale(pathname).path,
    )
  );
}

const answered = new WeakSet<ServerResponse>();

/**
 * Compresses what is written to a response from here on, where the request accepts it and it is text that is worth it.
 * What is written goes out at the end of the turn, so that a page is shown while the rest of it is being made. Call it
 * before the headers are sent; a second call does nothing.
 */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
  if (answered.has(response)) return;
  answered.add(response);
  const [writeHead, write, end] = [
    response.writeHead.bind(response),
    response.write.bind(response),
    response.end.bind(response),
  ];
  let packer: Packer | undefined;

  response.writeHead = ((status: number, ...more: [string | OutgoingHttpHeaders | undefined, OutgoingHttpHeaders?]) => {
    const message = typeof more[0] === 'string' ? more[0] : response.statusMessage;
    const headers = typeof more[0] === 'object' ? more[0] : more[1];
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    const encoding = describePacking(request, response, status);
    // Whoever left before it began is written to no more, and nothing would tell the packer to let go of its memory.
    if (encoding && request.method !== 'HEAD' && !response.destroyed) packer = packInto(response, encoding, write, end);
    return message ? writeHead(status, message) : writeHead(status);
  }) as ServerResponse['writeHead'];

  const begin = (): void => void (response.headersSent || response.writeHead(response.statusCode));

  response.write = ((chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done) => {
    begin();
    if (!packer) return write(chunk, encoding as BufferEncoding, done);
    return packer.write(chunk, encoding as BufferEncoding, done);
  }) as ServerResponse['write'];

  response.end = ((chunk?: string | Uint8Array | Done, encoding?: BufferEncoding | Done, done?: Done) => {
    begin();
    if (!packer) return end(chunk, encoding as BufferEncoding, done as (() => void) | undefined);
    packer.end(chunk, encoding as BufferEncoding, done as (() => void) | undefined);
    return response;
  }) as ServerResponse['end'];
}

/**
 * Sets the headers of an answer that is about to begin; gives how its body has to be packed, or undefined where it goes
 * as it is.
 */
function describePacking(request: IncomingMessage, response: ServerResponse, status: number): Encoding | undefined {
  const type = String(response.getHeader('content-type') ?? '');
  const length = Number(response.getHeader('content-length') ?? BYTES_MIN);
  const asItIs =
    response.hasHeader('content-encoding') || /no-transform/i.test(String(response.getHeader('cache-control')));
  const unchanged = status === 304;
  if (asItIs || (!unchanged && (!compressible.test(type) || length < BYTES_MIN))) return undefined;
  const vary = String(response.getHeader('vary') ?? '');
  if (!/(?:^|[\s,])(?:\*|accept-encoding)(?:$|[\s,])/i.test(vary))
    response.setHeader('Vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
  const header = request.headers['accept-encoding'];
  const encoding = acceptedEncoding(Array.isArray(header) ? header.join(',') : header);
  const tag = response.getHeader('etag');
  // The same page in other bytes (RFC 9110, section 8.8.1).
  if (encoding && typeof tag === 'string' && !tag.startsWith('W/')) response.setHeader('ETag', `W/${tag}`);
  if (!encoding || [204, 205, 206, 304].includes(status)) return undefined;
  response.setHeader('Content-Encoding', encoding);
  response.removeHeader('Content-Length');
  return encoding;
}

/** Makes what packs a body and sends it on; it ends with the response, however that ends. */
function packInto(
  response: ServerResponse,
  encoding: Encoding,
  write: ServerResponse['write'],
  end: ServerResponse['end'],
): Packer {
  const packer = encoding === 'br' ? createBrotliCompress({ params: fastBrotli }) : createGzip({ level: 6 });
  let flushing = false;
  packer.on('data', (chunk: Buffer) => {
    if (!write(chunk)) packer.pause();
  });
  response.on('drain', () => packer.resume());
  packer.on('drain', () => response.emit('drain'));
  packer.once('end', () => end());
  packer.once('error', () => response.destroy());
  response.once('close', () => packer.destroy());
  const pack = packer.write.bind(packer);
  packer.write = ((...given: Parameters<typeof pack>) => {
    if (!flushing) {
      flushing = true;
      setImmediate(() => {
        flushing = false;
        if (!packer.destroyed && !packer.writableEnded) packer.flush();
      });
    }
    return pack(...given);
  }) as Packer['write'];
  return packer;
}

/** Fast enough to wait for; a small window, because each page in the making has one of its own in memory. */
const fastBrotli = {
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_LGWIN]: 18,
};
