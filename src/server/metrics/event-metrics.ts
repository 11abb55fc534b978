import * as z from 'zod';
import type { Metric } from './metric-text.ts';

/** Counts what the running parts tell in the log, so that no part has to know that it is counted. */
export interface EventMetrics {
  see(event: object): void;
  metrics(): Metric[];
}

const seen = z.object({ event: z.string().regex(/^[a-z-]{1,40}$/) });
const mail = z.object({ event: z.literal('mail'), outcome: z.string().regex(/^[a-z-]{1,40}$/) });
const opened = z.object({
  event: z.enum(['portal-started', 'edition-published', 'edition-followed']),
  seconds: z.number().optional(),
});

/** Makes the counters of events. Nothing of an event is kept but its name and those of outcomes. */
export function createEventMetrics(clock: () => Date): EventMetrics {
  const events = new Map<string, number>();
  const outcomes = new Map<string, number>();
  let edition: { since: number; seconds?: number | undefined } | undefined;
  const more = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    see(event) {
      const known = seen.safeParse(event);
      if (!known.success) return;
      more(events, known.data.event);
      const sent = mail.safeParse(event);
      if (sent.success) more(outcomes, sent.data.outcome);
      const edited = opened.safeParse(event);
      if (edited.success) edition = { since: clock().getTime() / 1000, seconds: edited.data.seconds };
    },
    metrics: () => [
      byLabel('opencharter_mails_total', 'Attempts to bring a mail away, by what came of them.', 'outcome', outcomes),
      byLabel('opencharter_events_total', 'Lines of the log, by event.', 'event', events),
      {
        name: 'opencharter_edition_failures_total',
        help: 'Editions that could not be made.',
        type: 'counter',
        samples: [{ value: events.get('edition-failed') ?? 0 }],
      },
      gauge(
        'opencharter_edition_timestamp_seconds',
        'When the edition that is served took over, in seconds since 1970.',
        edition?.since,
      ),
      gauge(
        'opencharter_edition_build_seconds',
        'How long it took to make that edition, or to take it over from another process.',
        edition?.seconds,
      ),
    ],
  };
}

function byLabel(name: string, help: string, label: string, counts: Map<string, number>): Metric {
  const samples = [...counts].map(([value, count]) => ({ labels: { [label]: value }, value: count }));
  return { name, help, type: 'counter', samples };
}

/** One number that goes up and down; no sample while it is not known. */
export function gauge(name: string, help: string, value: number | undefined): Metric {
  return { name, help, type: 'gauge', samples: value === undefined ? [] : [{ value }] };
}
