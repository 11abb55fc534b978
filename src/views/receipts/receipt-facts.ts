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
export type ReceiptFact = (typeof receiptFacts)[number];

/** Words that stand for what a receipt holds: of kinds and of units of time. */
export interface FactWords {
  kinds: Record<string, string>;
  units: Record<string, string>;
}

/** What a receipt says, by fact; one that it does not say is empty. It runs in browsers too, on whatever was pasted. */
export function factsOf({ statement }: SignedReceipt, { kinds, units }: FactWords): Record<string, string> {
  const { portal, reference = '', body, kind, received, term, due = '', day = '', previous } = statement;
  return {
    portal,
    reference,
    body: body.name,
    kind: kinds[kind] ?? kind,
    received: `${received.slice(0, 16).replace('T', ' ')} UTC`,
    term: term ? `${term.max} ${units[term.unit] ?? term.unit}` : '',
    law: (term && term.law) || '',
    due,
    day,
    previous: previous ? `${previous.day} ${previous.head}` : '',
  };
}
