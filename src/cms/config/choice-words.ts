import { dateInWords } from '../../lib/written-date.ts';

/** Something that a field can refer to, as an officer looks for it. */
export interface Choice {
  /** What is stored: an id, or agency/service. */
  value: string;
  label: string;
  /** What tells it from others of a like name. */
  note?: string;
  /** Other words by which it is found: acronym, popular names. */
  words?: string;
}

/** What is said of sources and contacts in the language of the form. */
export interface ChoiceWords {
  undated: string;
  sourceWithoutTitle: string;
  contactWithoutTitle: string;
  /** Kinds of sources and what contacts answer for, by their values. */
  values: Record<string, string>;
}

type Loose<Names extends string> = { [Name in Names]?: unknown };
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A source of a charter: its title, its date and what kind of source it is. A form may still be half filled in. */
export function sourceChoice(
  { id, title, publishedOn, kind }: Loose<'id' | 'title' | 'publishedOn' | 'kind'>,
  { undated, sourceWithoutTitle, values }: ChoiceWords,
): Choice {
  const dated = text(publishedOn) ? dateInWords(text(publishedOn)) : undated;
  return {
    value: text(id),
    label: text(title) || sourceWithoutTitle,
    note: [dated, values[text(kind)] ?? text(kind)].filter(Boolean).join(' · '),
    words: text(id),
  };
}

/** A contact of a charter: its title, and what it answers for. A form may still be half filled in. */
export function contactChoice(
  { id, title, roles }: Loose<'id' | 'title' | 'roles'>,
  { contactWithoutTitle, values }: ChoiceWords,
): Choice {
  return {
    value: text(id),
    label: text(title) || contactWithoutTitle,
    note: Array.isArray(roles) ? roles.map((role) => values[text(role)] ?? text(role)).join(', ') : '',
    words: text(id),
  };
}
