import type { SignedReceipt } from '../../schemas/cases/receipt.ts';

/** What a page tells of a receipt, in the order in which it is told. */
export const receiptFacts = [
  'body',
  'kind',
  'reference',
  'received',
  'term',
  'law',
  'due',
  'day',
  'previous',
  'portal',
] as const;

/** Words that stand for what a receipt holds: of kinds and of units of time. */
export interface FactWords {
  kinds: Record<string, string>;
  units: Record<string, string>;
}

/** What a receipt says, by fact; one that it does not say is empty. It runs in browsers too, on whatever was pasted. */
export function factsOf({ statement }: SignedReceipt, { kinds, units }: FactWords): Record<string, string> {
  const { portal, reference, body, kind, received, term, due, day, previous } = statement;
  const unit = text(term?.unit);
  return {
    portal,
    reference: text(reference),
    body: body.name,
    kind: kinds[text(kind)] ?? text(kind),
    received: `${received.slice(0, 16).replace('T', ' ')} UTC`,
    term: term ? `${text(term.max)} ${units[unit] ?? unit}`.trim() : '',
    law: text(term?.law),
    due: text(due),
    day: text(day),
    previous: previous ? `${text(previous.day)} ${text(previous.head)}`.trim() : '',
  };
}

/** What was pasted may be anything, whatever its type says. */
function text(part: unknown): string {
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}
