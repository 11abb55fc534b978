import type { MailQueue } from '../../mail/queue.ts';
import { createEventMetrics, gauge, type EventMetrics } from './event-metrics.ts';
import type { Metric } from './metric-text.ts';
import { watchProcess } from './process-metrics.ts';
import { createRequestMetrics, type RequestMetrics } from './request-metrics.ts';

/** Everything that is counted while the portal runs. No figure tells of a person. */
export interface Metrics {
  observe: RequestMetrics['observe'];
  see: EventMetrics['see'];
  /** All figures as they are now. What cannot be read just now is left out. */
  read(): Promise<Metric[]>;
  close(): void;
}

/** Begins to count. `queue` reads the mails that wait; undefined while there is nothing to read them from. */
export function createMetrics(clock: () => Date, queue: () => Promise<MailQueue> | undefined): Metrics {
  const requests = createRequestMetrics();
  const events = createEventMetrics(clock);
  const watched = watchProcess();
  return {
    observe: requests.observe,
    see: events.see,
    async read() {
      const mails = await Promise.resolve(queue()).catch(() => undefined);
      return [...requests.metrics(), ...queueMetrics(mails, clock()), ...events.metrics(), ...watched.metrics()];
    },
    close: watched.close,
  };
}

function queueMetrics(mails: MailQueue | undefined, now: Date): Metric[] {
  const age = mails?.oldestAt ? (now.getTime() - Date.parse(mails.oldestAt)) / 1000 : 0;
  const read = [
    gauge('opencharter_mail_waiting', 'Mails that are still to be sent.', mails?.waiting),
    gauge('opencharter_mail_oldest_seconds', 'How long the oldest of them has waited.', mails && Math.max(0, age)),
    gauge('opencharter_mail_failed', 'Mails that were given up and are kept in the list.', mails?.failed),
  ];
  return read.map((metric) => ({ ...metric, ofAll: true }));
}
