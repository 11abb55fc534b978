import type { ReferenceKind } from '../../../schemas/field.ts';
import { contactChoice, sourceChoice, type Choice } from '../../config/choice-words.ts';
import type { DeskChoices } from '../../config/desk-choices.ts';
import { NO_MONEY } from '../../../lib/read-amount.ts';
import { spoken } from '../spoken.ts';
import { asValues, type EntryForm, type Values } from './control.ts';
import { makeControl } from './controls.ts';

/** What an entry of each kind of collection is called. */
const nouns: Record<string, () => string> = {
  services: () => spoken('service'),
  charters: () => spoken('charter'),
  notices: () => spoken('notice'),
  topics: () => spoken('topic'),
  guides: () => spoken('guide'),
};

export interface EntryContext {
  choices: DeskChoices;
  agency: string;
  /** The kind of collection: services, charters, notices. */
  entryKind: string;
  entry(): Values;
  opened: Set<string>;
  upload(picture: File): Promise<string>;
}

/** What the fields of one entry need to know of it. */
export function entryForm({ choices, agency, entryKind, entry, opened, upload }: EntryContext): EntryForm {
  const own = choices.own[agency];
  /** An entry's own lists are chosen from as they stand in the form, what was added a moment ago among them. */
  const listed = (name: 'sources' | 'contacts', choice: (item: Values) => Choice): Choice[] | undefined => {
    const items = entry()[name];
    return Array.isArray(items) ? items.map((item) => choice(asValues(item))) : undefined;
  };
  const lists: Record<ReferenceKind, () => Choice[]> = {
    agency: () => choices.agency,
    jurisdiction: () => choices.jurisdiction,
    topic: () => choices.topic,
    service: () => choices.service[own?.jurisdiction ?? ''] ?? Object.values(choices.service).flat(),
    source: () => listed('sources', (source) => sourceChoice(source, choices.words)) ?? own?.source ?? [],
    contact: () => listed('contacts', (contact) => contactChoice(contact, choices.words)) ?? own?.contact ?? [],
  };
  return {
    noun: nouns[entryKind]?.() ?? spoken('entry'),
    agency,
    money: own ? { currency: own.currency, symbol: own.currencySymbol } : NO_MONEY,
    today: new Date().toISOString().slice(0, 10),
    choices: (kind) => lists[kind](),
    entry,
    followers: new Set(),
    opened,
    make: makeControl,
    upload,
  };
}
