import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compressAnswer } from './compress-answers.ts';
import { securityHeaders } from './headers.ts';
import type { Site } from './site.ts';
import { inSmallLetters } from './small-letters.ts';
import { answeredMethods, refusalStatus } from './refusal-status.ts';

export interface PortalServerOptions {
  /**
   * The edition to answer from; asked for each request, so that a new one takes over at once. None while the first is
   * being built.
   */
  site: () => Site | undefined;
  /** What pages made on demand are given; `clientAddress` is the visitor's, as far as it can be trusted. */
  locals: (clientAddress: string | undefined) => object;
  /** Reads the visitor's address from the connection and, behind a trusted proxy, from its header. */
  clientAddress: (remote: string | undefined, forwardedFor: string | null) => string | undefined;
  secure: boolean;
  log: (event: object) => void;
}

/** Makes the HTTP server of the portal. A fault gives a plain page and a log line without the visitor's words. */
export function createPortalServer({ site, locals, clientAddress, secure, log }: PortalServerOptions): Server {
  return createServer((request, response) => {
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/';
    for (const [name, value] of Object.entries(securityHeaders(pathname, secure))) response.setHeader(name, value);
    response.once('finish', () => discardRest(request));
    const refused = refusalStatus(request);
    if (refused === 400 || refused === 405) {
      response.writeHead(refused, {
        'Content-Type': 'text/plain; charset=utf-8',
        ...(refused === 405 ? { Allow: answeredMethods.join(', ') } : {}),
      });
      response.end(
        refused === 405
          ? 'Pages are opened with GET and forms are sent with POST.\n'
          : 'The Host header names no host.\n',
      );
      return;
    }
    // Pages made on demand are written for an address; they take ours from the settings.
    request.headers.host ??= 'localhost';
    const edition = site();
    if (!edition) {
      response.writeHead(503, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Retry-After': '20',
        'Cache-Control': 'no-store',
      });
      response.end(
        'The portal is being built. Please reload in half a minute.\nTovuti inajengwa. Tafadhali pakia upya baada ya nusu dakika.\n',
      );
      return;
    }
    const sendPage = (status: 404 | 500): void => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const page = edition.errorPage(status);
      // The same for everybody, wherever it is shown: there is nothing in it to be guessed.
      compressAnswer(request, response);
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': Buffer.byteLength(page),
        'Cache-Control': 'no-store',
      };
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : page);
    };
    if (refused) {
      sendPage(refused);
      return;
    }
    const canonical = inSmallLetters(pathname, edition.hasPage) ?? withSlash(pathname);
    if (canonical && (request.method === 'GET' || request.method === 'HEAD')) {
      response
        .writeHead(308, { Location: asAddress(`${canonical}${(request.url ?? '').slice(pathname.length)}`) })
        .end();
      return;
    }
    try {
      const forwarded = request.headers['x-forwarded-for'];
      const address = clientAddress(
        request.socket.remoteAddress,
        Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null),
      );
      edition.handle(request, response, locals(address), (error) => {
        if (error) log({ event: 'request-failed', method: request.method, path: pathname, error: describe(error) });
        sendPage(error ? 500 : 404);
      });
    } catch (error) {
      log({ event: 'request-failed', method: request.method, path: pathname, error: describe(error) });
      sendPage(500);
    }
  });
}

/**
 * Lets what a page left unread of a body run out, or the next request on the same line would wait behind it and be cut
 * off. Whoever read the beginning still listens, and a stream with such a listener does not flow.
 */
function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.removeAllListeners('readable').removeAllListeners('data');
  setImmediate(() => request.resume());
}

/**
 * The canonical address of a page that was asked for without its closing slash; files and endpoints have none.
 */
function withSlash(pathname: string): string | undefined {
  const last = pathname.split('/').at(-1) ?? '';
  if (last === '' || last.includes('.') || pathname.startsWith('/api/')) return undefined;
  return `${pathname}/`;
}

/** Escapes what has no place in an address (RFC 3986, 2.2) but may stand in a request line. */
function asAddress(text: string): string {
  return text.replace(/[^\w\-.~:/?#[\]@!$&()*+,;=%]/g, (character) =>
    character === "'" ? '%27' : encodeURIComponent(character),
  );
}

/** Listens on a port; rejects when it is taken. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** How long what is under way may take at a stop; service managers wait 90 seconds. */
const STOP_GRACE_MS = 20_000;

/**
 * Takes no new connections, and settles when what is under way has been answered, or was cut off because it took too
 * long.
 */
export function stopServer(server: Server, graceMs = STOP_GRACE_MS): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    // A browser keeps its line open after the answer, in case it has another question.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearTimeout(cutOff);
      clearInterval(sweep);
      resolve();
    });
  });
}

/** A port that is free now: the wanted one or one of the nine after it; any free one when 0 is wanted. */
export async function reservePort(host: string, wanted: number): Promise<number> {
  const last = wanted === 0 ? 0 : wanted + 9;
  for (let port = wanted; ; port++) {
    const probe = createServer();
    try {
      await listen(probe, host, port);
      const got = (probe.address() as AddressInfo).port;
      await new Promise((resolve) => probe.close(resolve));
      return got;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= last) {
        throw new Error(
          `No free port from ${wanted} to ${last} on ${host}. Stop the program that uses them, or set another port.`,
          { cause: error },
        );
      }
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
