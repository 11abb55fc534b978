import { isLifeEvent, eventSentence } from '../../cases/letters/event-sentences.ts';
import type { Language } from '../../lib/locales.ts';
import type { RecordedEvent } from '../../schemas/cases/event.ts';
import { pageTexts } from '../../texts/texts.ts';

/** What happened in a sentence. `history` is the whole timeline, which tells who had the case. */
export function eventText({ event }: RecordedEvent, history: readonly RecordedEvent[], language: Language): string {
  if (isLifeEvent(event)) return eventSentence(event, history, language);
  const m = pageTexts('cases', language);
  switch (event.kind) {
    case 'received':
      return event.about && event.about !== 'complaint'
        ? m.receivedKind({ kind: pageTexts('kind-names', language)[event.about], agency: event.agencyName })
        : m.received({ agency: event.agencyName });
    case 'forwarded':
      return m.forwarded({ name: event.to.name, email: event.to.email });
    case 'acknowledgement-sent':
      return m.acknowledged;
    case 'delivery-failed': {
      const { to, turn = 1, tells = turn } = event;
      const told = to === 'receiver' && tells !== turn ? m.deliveryFailed.letter : m.deliveryFailed[to];
      return event.code === undefined ? told : `${told} ${m.smtpCode({ code: event.code })}`;
    }
  }
}
