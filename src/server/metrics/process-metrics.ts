import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gauge } from './event-metrics.ts';
import type { Metric } from './metric-text.ts';

/** How often the event loop is looked at. */
const RESOLUTION_MS = 20;

/** Watches the process that serves. */
export interface ProcessMetrics {
  /** The delay of the event loop is that since it was last asked for. */
  metrics(): Metric[];
  close(): void;
}

/** Begins to watch. */
export function watchProcess(): ProcessMetrics {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  const startedAt = Date.now() / 1000 - process.uptime();
  return {
    metrics() {
      const memory = process.memoryUsage();
      const cpu = process.cpuUsage();
      // What is measured is the time between two looks, and nothing at all right after the last question.
      const delay = (nanoseconds: number): number | undefined =>
        loop.count > 0 ? Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000) : undefined;
      const told: Metric[] = [
        {
          name: 'process_cpu_seconds_total',
          help: 'Time of the processor that this process has used.',
          type: 'counter',
          samples: [{ value: (cpu.user + cpu.system) / 1e6 }],
        },
        gauge('process_start_time_seconds', 'When this process began, in seconds since 1970.', startedAt),
        gauge('process_resident_memory_bytes', 'Memory that this process holds.', memory.rss),
        gauge('nodejs_heap_used_bytes', 'Memory of objects of JavaScript.', memory.heapUsed),
        gauge('nodejs_external_memory_bytes', 'Memory of buffers, such as the files kept.', memory.external),
        gauge(
          'nodejs_eventloop_delay_p50_seconds',
          'Delay of the event loop, half of the time.',
          delay(loop.percentile(50)),
        ),
        gauge('nodejs_eventloop_delay_p99_seconds', 'Delay of the event loop, 99 of 100.', delay(loop.percentile(99))),
        gauge('nodejs_eventloop_delay_max_seconds', 'Longest delay of the event loop.', delay(loop.max)),
      ];
      loop.reset();
      return told;
    },
    close: () => void loop.disable(),
  };
}
