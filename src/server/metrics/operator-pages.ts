import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Health } from './health.ts';
import { mayReadMetrics } from './may-read-metrics.ts';
import { METRICS_TYPE, metricText, type Metric } from './metric-text.ts';

export interface OperatorPagesOptions {
  /** Whether everything is there that answering takes. */
  health: () => Promise<Health>;
  metrics: () => Promise<Metric[]>;
  /** Opens the metrics from elsewhere. */
  metricsToken?: string | undefined;
}

/** Answers the addresses that only machines of the operator ask for; gives false for every other. */
export type OperatorPages = (request: IncomingMessage, response: ServerResponse, pathname: string) => boolean;

/**
 * `/healthz/live` tells that the process answers, `/healthz/ready` (and `/healthz`) that it can answer citizens, by
 * status 200 or 503 and as JSON; `/metrics` tells figures.
 */
export function createOperatorPages({ health, metrics, metricsToken }: OperatorPagesOptions): OperatorPages {
  async function ready(): Promise<Answer> {
    const { ready: there, leaving = false, checks } = await health();
    const words = Object.fromEntries(Object.entries(checks).map(([name, ok]) => [name, ok ? 'ok' : 'missing']));
    const status = leaving ? 'leaving' : there ? 'ok' : 'unavailable';
    return json(there && !leaving ? 200 : 503, { status, ...words });
  }

  async function figures(request: IncomingMessage): Promise<Answer> {
    const asker = { headers: request.headers, remoteAddress: request.socket.remoteAddress };
    if (mayReadMetrics(asker, metricsToken))
      return { status: 200, type: METRICS_TYPE, body: metricText(await metrics()) };
    return {
      status: metricsToken ? 401 : 403,
      type: 'text/plain; charset=utf-8',
      body: 'Figures are told on this machine alone, or to whoever sends METRICS_TOKEN as Authorization: Bearer.\n',
      ...(metricsToken ? { challenge: 'Bearer' } : {}),
    };
  }

  return (request, response, pathname) => {
    const answer = answerOf(pathname);
    if (!answer || request.method === 'POST') return false;
    answer(request).then(
      (made) => send(response, made),
      () => send(response, json(503, { status: 'unavailable' })),
    );
    return true;
  };

  function answerOf(pathname: string): ((request: IncomingMessage) => Promise<Answer>) | undefined {
    if (pathname === '/healthz/live') return () => Promise.resolve(json(200, { status: 'ok' }));
    if (pathname === '/healthz' || pathname === '/healthz/ready') return ready;
    return pathname === '/metrics' ? figures : undefined;
  }
}

interface Answer {
  status: number;
  type: string;
  body: string;
  challenge?: string;
}

function json(status: number, told: object): Answer {
  return { status, type: 'application/json', body: `${JSON.stringify(told)}\n` };
}

function send(response: ServerResponse, { status, type, body, challenge }: Answer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...(challenge ? { 'WWW-Authenticate': challenge } : {}),
  });
  response.end(body);
}
