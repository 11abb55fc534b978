import { splitLocale } from '../../lib/locales.ts';
import type { Metric, Sample } from './metric-text.ts';

/**
 * What kind of thing was asked for. Few and fixed, because each is kept for ever; an address is never told, for there may
 * be a secret in it.
 */
export type RequestClass = 'file' | 'search' | 'cases' | 'statistics' | 'feedback' | 'cms' | 'other';

/** Counts what was answered and how long it took. */
export interface RequestMetrics {
  observe(asked: RequestClass, status: number, seconds: number): void;
  metrics(): Metric[];
}

/** Upper ends of the steps by which times are told, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Counts {
  byStatus: Map<number, number>;
  /** How many took no longer than each step and longer than the one before; the last is for all beyond. */
  steps: number[];
  seconds: number;
}

/** Makes the counters of requests, all at nothing. */
export function createRequestMetrics(): RequestMetrics {
  const classes = new Map<RequestClass, Counts>();
  return {
    observe(asked, status, seconds) {
      let counts = classes.get(asked);
      if (!counts) {
        counts = { byStatus: new Map(), steps: [...BUCKETS, Infinity].map(() => 0), seconds: 0 };
        classes.set(asked, counts);
      }
      counts.byStatus.set(status, (counts.byStatus.get(status) ?? 0) + 1);
      counts.seconds += seconds;
      let step = 0;
      while (step < BUCKETS.length && seconds > (BUCKETS[step] ?? Infinity)) step++;
      counts.steps[step] = (counts.steps[step] ?? 0) + 1;
    },
    metrics() {
      return [
        {
          name: 'opencharter_http_requests_total',
          help: 'Requests answered, by what was asked for and by status.',
          type: 'counter',
          samples: [...classes].flatMap(([asked, { byStatus }]) =>
            [...byStatus].map(([status, value]) => ({ labels: { class: asked, status: String(status) }, value })),
          ),
        },
        {
          name: 'opencharter_http_request_duration_seconds',
          help: 'Time from the head of a request to the end of its answer.',
          type: 'histogram',
          samples: [...classes].flatMap(([asked, counts]) => histogram(asked, counts)),
        },
      ];
    },
  };
}

/** What kind of thing lies at an address that is no file. */
export function classOf(pathname: string): RequestClass {
  if (pathname.startsWith('/api/') || pathname.startsWith('/admin/')) return 'cms';
  const first = splitLocale(pathname).path.split('/')[1];
  return first === 'search' || first === 'cases' || first === 'statistics' || first === 'feedback' ? first : 'other';
}

function histogram(asked: RequestClass, { steps, seconds }: Counts): Sample[] {
  let below = 0;
  const buckets = [...BUCKETS, Infinity].map((end, at): Sample => {
    below += steps[at] ?? 0;
    return { suffix: '_bucket', labels: { class: asked, le: end === Infinity ? '+Inf' : String(end) }, value: below };
  });
  const labels = { class: asked };
  return [...buckets, { suffix: '_sum', labels, value: seconds }, { suffix: '_count', labels, value: below }];
}
