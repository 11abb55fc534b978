import { oneLine } from '../blocks.ts';
import { LINE_MAX } from '../texts/quote.ts';
import type { Recognition } from './recognition.ts';

const BRIBE =
  /\b(?:bribes?|bribery|corruption[- ]free|inducements?|unofficial (?:payment|charge)s?|extra payments?|rushwa|hongo|ufisadi)\b/i;

/** Recognises the agency's own words against bribes and extra payments: the first paragraph that speaks of them. */
export function recogniseNoExtraPayment(work: Recognition): void {
  const block = work.blocks.find(
    (candidate) =>
      candidate.kind === 'paragraph' &&
      !work.isTaken(candidate) &&
      BRIBE.test(candidate.text) &&
      !/:$/.test(candidate.text),
  );
  if (block?.kind !== 'paragraph' || block.text.length > 4000) return;
  work.draft.charter.noExtraPayment = { text: block.text, evidence: work.evidence() };
  work.take(block);
}

/**
 * Recognises a motto: a short line wholly in quotation marks. A charter has no field for it, so it goes into the body.
 */
export function recogniseMotto(work: Recognition): void {
  for (const block of work.blocks) {
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || work.isTaken(block)) continue;
    const text = oneLine(block.text);
    if (text.length > 150 || !/^[“"«„].+[”"»“]$/.test(text)) continue;
    work.draft.body.push({ heading: work.draft.charter.language === 'sw' ? 'Kaulimbiu' : 'Motto', text });
    work.take(block);
    return;
  }
}

/** Recognises the line that says who published the document, and keeps it with the source. */
export function recognisePublisher(work: Recognition): void {
  for (const block of work.blocks) {
    if (block.kind !== 'paragraph' || work.isTaken(block)) continue;
    const text = oneLine(block.text);
    if (text.length > LINE_MAX || !/^(?:©|\(c\)|copyright\b|published by\b)/i.test(text)) continue;
    work.draft.sourceNote = text;
    work.take(block);
    return;
  }
}
