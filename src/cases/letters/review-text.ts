import { texts } from '../../texts/texts.ts';
import { linkExpiry, reviewLink } from '../case/signed-link.ts';
import { reduce } from '../state/state.ts';
import { receivedEvent } from '../store/case-records.ts';
import { paragraphs } from '../../mail/plain-text.ts';
import type { CaseMailSource, CaseMailText } from './case-mail.ts';
import { dayInWords } from './event-sentences.ts';

/**
 * Writes the mail that asks the operator to review a request, or the answer to it, before it is published. No word of the
 * case is in it. Undefined where the asker has taken their leave back meanwhile.
 */
export function writeReview({ place, stored, language, siteUrl, secret }: CaseMailSource): CaseMailText | undefined {
  const recorded = stored.events.find(({ sequence }) => sequence === place.sequence);
  if (!recorded || !reduce(stored.events).publication.allowed) return undefined;
  const m = texts('requests', language).mail;
  const { event, at } = recorded;
  const isAnswer = event.kind === 'answered' || event.kind === 'resolved';
  const agency = receivedEvent(stored).agencyName;
  const { reference } = stored.row;
  return {
    subject: m.subject({ reference }),
    text: paragraphs(
      isAnswer ? m.answered({ agency }) : m.asked({ agency }),
      m.nothingBefore,
      `${m.link}\n${reviewLink(stored.row, at, { siteUrl, secret, language })}`,
      m.until({ day: dayInWords(linkExpiry(at), language) }),
    ),
    automatic: true,
  };
}
