import type { Cases } from '../cases/cases.ts';
import { createHealth } from './metrics/health.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createOperatorPages, type OperatorPages } from './metrics/operator-pages.ts';
import type { RequestMetrics } from './metrics/request-metrics.ts';
import type { Site } from './site.ts';

export interface OperationOptions {
  site: () => Site | undefined;
  /** Undefined until the database was opened. */
  cases: () => Pick<Cases, 'mailQueue'> | undefined;
  metricsToken?: string | undefined;
  log: (event: object) => void;
}

/** What the operator's machines see of a running portal. */
export interface Operation {
  pages: OperatorPages;
  observe: RequestMetrics['observe'];
  /** Logs an event and counts it. */
  log(event: object): void;
  close(): void;
}

/** Watches a portal from its first moment, before it has an edition or a database. */
export function watchOperation({ site, cases, metricsToken, log }: OperationOptions): Operation {
  const clock = (): Date => new Date();
  const metrics = createMetrics(clock, () => cases()?.mailQueue());
  const health = createHealth(
    {
      edition: () => Promise.resolve(site() !== undefined),
      database: async () => (await cases()?.mailQueue()) !== undefined,
    },
    clock,
  );
  return {
    pages: createOperatorPages({ health, metrics: metrics.read, metricsToken }),
    observe: metrics.observe,
    log(event) {
      metrics.see(event);
      log(event);
    },
    close: metrics.close,
  };
}
