import type { RecordedEvent } from '../../schemas/cases/event.ts';
import type { Receiver } from '../../schemas/cases/route.ts';

/** Whom a turn was given to when it began; another address of the same body may have it since. */
export function givenTo(history: readonly RecordedEvent[], turn: number): Receiver | undefined {
  const event = history.find(({ sequence }) => sequence === turn)?.event;
  if (event?.kind === 'received' || event?.kind === 'transferred') return event.route.receiver;
  return event?.kind === 'escalated' ? event.to : undefined;
}
