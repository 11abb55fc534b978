import type { Cases } from '../cases/cases.ts';
import { createHealth } from './metrics/health.ts';
import type { Metric } from './metrics/metric-text.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createOperatorPages, type OperatorPages } from './metrics/operator-pages.ts';
import { ofProcesses } from './metrics/of-processes.ts';
import type { RequestMetrics } from './metrics/request-metrics.ts';
import type { Member } from './several/member.ts';
import type { Site } from './site.ts';

export interface OperationOptions {
  site: () => Site | undefined;
  /** Undefined until the database was opened. */
  cases: () => Pick<Cases, 'mailQueue'> | undefined;
  metricsToken?: string | undefined;
  /** Set where several processes serve one port. */
  member?: Pick<Member, 'number' | 'tellFigures' | 'allFigures'> | undefined;
  /** True while it serves but is about to stop. */
  leaving: () => boolean;
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
export function watchOperation(options: OperationOptions): Operation {
  const { site, cases, metricsToken, member, leaving, log } = options;
  const clock = (): Date => new Date();
  const metrics = createMetrics(clock, () => cases()?.mailQueue());
  const health = createHealth(
    {
      edition: () => Promise.resolve(site() !== undefined),
      database: async () => (await cases()?.mailQueue()) !== undefined,
    },
    clock,
  );
  member?.tellFigures(metrics.read);
  const figures = async (): Promise<Metric[]> => (member ? ofProcesses(await member.allFigures()) : metrics.read());
  return {
    pages: createOperatorPages({
      health: async () => ({ ...(await health()), leaving: leaving() }),
      metrics: figures,
      metricsToken,
    }),
    observe: metrics.observe,
    log(event) {
      metrics.see(event);
      log(member ? { process: member.number, ...event } : event);
    },
    close: metrics.close,
  };
}
