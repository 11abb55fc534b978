import type { Metric } from './metric-text.ts';

/** The figures of one of several processes. */
export interface OfProcess {
  number: number;
  metrics: Metric[];
}

/**
 * Puts the figures of several processes together: each says by the label `process` whose it is, so that a counter that
 * begins anew with its process is told from others. What all read alike, such as the mails that wait, is told once.
 */
export function ofProcesses(all: OfProcess[]): Metric[] {
  const together = new Map<string, Metric>();
  for (const { number, metrics } of [...all].sort((a, b) => a.number - b.number)) {
    for (const { samples, ...metric } of metrics) {
      const own = metric.ofAll
        ? samples
        : samples.map((sample) => ({ ...sample, labels: { process: String(number), ...sample.labels } }));
      const before = together.get(metric.name);
      if (!before) together.set(metric.name, { ...metric, samples: own });
      else if (!metric.ofAll || before.samples.length === 0) before.samples.push(...own);
    }
  }
  return [...together.values()];
}
