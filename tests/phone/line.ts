import { createServer, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What comes back, before it goes on to the browser. */
export interface Passing {
  method: string;
  path: string;
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** The line between a phone and a portal: it can be cut, changed on the way, and led to another portal. */
export interface Line {
  url: string;
  /** Where it leads. */
  leadsTo: string;
  /** Nothing gets through. */
  cut: boolean;
  /** Changes what comes back; `cut` loses the answer to what has arrived, `hold` never brings it. */
  changes: (passing: Passing) => Passing | 'cut' | 'hold';
  /** What has arrived at the portal: "POST /cases/new/". */
  arrived: string[];
  close(): Promise<void>;
}

/** Lays a line to a portal, from an address of its own on this machine. */
export async function layLine(leadsTo: string): Promise<Line> {
  const line: Line = {
    ...{ url: '', leadsTo, cut: false, changes: (passing) => passing, arrived: [] },
    close: () => new Promise((closed) => void server.close(() => closed()).closeAllConnections()),
  };
  const server: Server = createServer((incoming, outgoing) => {
    if (line.cut) {
      outgoing.destroy();
      return;
    }
    const { method = 'GET', url: path = '/' } = incoming;
    passOn(incoming, line.leadsTo)
      .then(({ response, body }) => {
        line.arrived.push(`${method} ${path}`);
        const { statusCode: status = 502, headers } = response;
        const passed = line.changes({ method, path, status, headers, body });
        if (passed === 'hold') return;
        if (passed === 'cut') outgoing.destroy();
        else
          outgoing
            .writeHead(passed.status, { ...passed.headers, 'content-length': passed.body.length })
            .end(passed.body);
      })
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  line.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return line;
}

/** A page that was changed on the way. */
export function changed(passing: Passing, change: (html: string) => string): Passing {
  if (!String(passing.headers['content-type']).startsWith('text/html')) return passing;
  return { ...passing, body: Buffer.from(change(passing.body.toString())) };
}

async function passOn(
  incoming: IncomingMessage,
  leadsTo: string,
): Promise<{ response: IncomingMessage; body: Buffer }> {
  const { host, origin } = new URL(leadsTo);
  // As a proxy in front of a portal that knows one address for itself.
  const headers = {
    ...incoming.headers,
    'accept-encoding': 'identity',
    // The whole page each time, so that there is something to change.
    'if-none-match': '',
    host,
    ...(incoming.headers.origin ? { origin } : {}),
  };
  const response = await new Promise<IncomingMessage>((answered, failed) => {
    const { method } = incoming;
    incoming.pipe(ask(new URL(incoming.url ?? '/', leadsTo), { method, headers }, answered).on('error', failed));
  });
  const body = await buffer(response);
  delete response.headers['transfer-encoding'];
  return { response, body };
}
