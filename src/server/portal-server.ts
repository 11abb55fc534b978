import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import { compressAnswer } from './compress-answers.ts';
import { securityHeaders, type DeskBackend } from './headers.ts';
import type { Site } from './site.ts';
import { inSmallLetters } from './small-letters.ts';
import { answeredMethods, namesHost, refusalStatus } from './refusal-status.ts';
import type { OperatorPages } from './metrics/operator-pages.ts';
import { classOf, type RequestMetrics } from './metrics/request-metrics.ts';
import { createFileServer } from './serve/file-server.ts';
import { cutUnusedLines, noteLines } from './unused-lines.ts';

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
  backend?: DeskBackend | undefined;
  /** How many bytes of files are kept in memory. */
  cacheBytes: number;
  /** True while it goes on serving but is about to stop: whoever asks again is sent to another line. */
  leaving?: (() => boolean) | undefined;
  /** Answers what only machines of the operator ask for. */
  operator?: OperatorPages | undefined;
  /** Counts what was answered. */
  observe?: RequestMetrics['observe'] | undefined;
  log: (event: object) => void;
}

/** Makes the HTTP server of the portal. A fault gives a plain page and a log line without the visitor's words. */
export function createPortalServer(options: PortalServerOptions): Server {
  const { site, locals, clientAddress, secure, backend, cacheBytes, leaving, operator, observe, log } = options;
  const files = createFileServer({
    files: () => site()?.files,
    cacheBytes,
    secure,
    backend,
    sent: (status, seconds) => observe?.('file', status, seconds),
  });

  function addSecurityHeaders(response: ServerResponse, pathname: string): void {
    for (const [name, value] of Object.entries(securityHeaders(pathname, secure, backend)))
      response.setHeader(name, value);
  }

  function fail(exchange: Exchange, edition: Site, error: unknown): void {
    const { request, pathname } = exchange;
    log({ event: 'request-failed', method: request.method, path: pathname, error: describe(error) });
    sendPage(exchange, edition, 500);
  }

  /** Most of what is asked for is a file; the headers of each are ready, so nothing is set for it here. */
  function answerFromFiles(exchange: Exchange): boolean {
    const { request, response, pathname } = exchange;
    return files.answer(request, response, (error) => {
      const edition = site();
      if (!response.headersSent) addSecurityHeaders(response, pathname);
      if (edition) fail(exchange, edition, error);
    });
  }

  function answerOnDemand(exchange: Exchange, edition: Site): void {
    const { request, response } = exchange;
    try {
      const forwarded = request.headers['x-forwarded-for'];
      const address = clientAddress(
        request.socket.remoteAddress,
        Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null),
      );
      edition.handle(request, response, locals(address), (error) => {
        if (error) fail(exchange, edition, error);
        else sendPage(exchange, edition, 404);
      });
    } catch (error) {
      fail(exchange, edition, error);
    }
  }

  const server = createServer((request, response) => {
    // A line that outlives a stop would be cut while its next question is on the way.
    if (!server.listening || leaving?.()) response.shouldKeepAlive = false;
    const url = request.url ?? '/';
    const exchange = { request, response, pathname: url.split('?', 1)[0] ?? '/' };
    const { pathname } = exchange;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && namesHost(request) && answerFromFiles(exchange)) return;
    const began = performance.now();
    // Whoever leaves before the end was answered too, as far as it went.
    response.once('close', () => observe?.(classOf(pathname), response.statusCode, (performance.now() - began) / 1000));
    addSecurityHeaders(response, pathname);
    response.once('finish', () => discardRest(request));
    const refused = refusalStatus(request);
    if (refused === 400 || refused === 405) {
      sendRefusal(response, refused);
      return;
    }
    if (!refused && operator?.(request, response, pathname)) return;
    // Pages made on demand are written for an address; they take ours from the settings.
    request.headers.host ??= 'localhost';
    const edition = site();
    if (!edition) {
      sendNotYet(response);
      return;
    }
    if (refused) {
      sendPage(exchange, edition, refused);
      return;
    }
    const canonical = inSmallLetters(pathname, edition.hasPage) ?? withSlash(pathname);
    if (canonical && reads) {
      response.writeHead(308, { Location: asAddress(`${canonical}${url.slice(pathname.length)}`) }).end();
      return;
    }
    answerOnDemand(exchange, edition);
  });
  noteLines(server);
  return server;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  pathname: string;
}

function sendPage({ request, response }: Exchange, edition: Site, status: 404 | 500): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const page = edition.errorPage(status);
  // The same for everybody, wherever it is shown: there is nothing in it to be guessed.
  compressAnswer(request, response);
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page),
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}

function sendRefusal(response: ServerResponse, status: 400 | 405): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    ...(status === 405 ? { Allow: answeredMethods.join(', ') } : {}),
  });
  response.end(
    status === 405 ? 'Pages are opened with GET and forms are sent with POST.\n' : 'The Host header names no host.\n',
  );
}

/** There is no edition yet. */
function sendNotYet(response: ServerResponse): void {
  response.writeHead(503, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Retry-After': '20',
    'Cache-Control': 'no-store',
  });
  response.end(
    'The portal is being built. Please reload in half a minute.\nTovuti inajengwa. Tafadhali pakia upya baada ya nusu dakika.\n',
  );
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
 * long. A browser keeps its line open after the answer, in case it has another question: `cut` closes such lines,
 * `run-out` leaves them until they end by themselves, so that no question is cut that is just on its way.
 */
export function stopServer(
  server: Server,
  graceMs = STOP_GRACE_MS,
  idleLines: 'cut' | 'run-out' = 'cut',
): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    const cutIdle = (): void => {
      server.closeIdleConnections();
      cutUnusedLines(server);
    };
    const sweep = idleLines === 'cut' ? setInterval(cutIdle, 100) : undefined;
    const closed = (): void => {
      clearTimeout(cutOff);
      clearInterval(sweep);
      resolve();
    };
    // That of HTTP begins with closing idle lines.
    if (idleLines === 'run-out') NetServer.prototype.close.call(server, closed);
    else server.close(closed);
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
