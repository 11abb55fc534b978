import { stem } from './english.ts';
import { tokenize } from './fold.ts';
import type { Card } from './index-format.ts';

/** A stem as the word it stands for in the texts that are shown; the stem itself when none has it. */
export function surfaceOf(key: string, cards: Card[]): string {
  for (const card of cards) {
    const texts = [
      card.name,
      card.acronym ?? '',
      ...card.services.map((service) => service.name),
      card.summary,
      ...card.formerNames,
      card.mandate ?? '',
      ...card.notHandled.map(({ matter }) => matter),
    ];
    for (const text of texts) {
      const found = tokenize(text).find((token) => stem(token.folded) === key);
      if (found)
        return found.raw.toLowerCase() === found.raw || found.raw.toUpperCase() === found.raw
          ? found.raw
          : found.raw.toLowerCase();
    }
  }
  return key;
}
