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

type Loose<Names extends string> = { [Name in Names]?: unknown };
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A source of a charter: its title, its date and what kind of source it is. A form may still be half filled in. */
export function sourceChoice({ id, title, publishedOn, kind }: Loose<'id' | 'title' | 'publishedOn' | 'kind'>): Choice {
  const dated = text(publishedOn) ? dateInWords(text(publishedOn)) : 'undated';
  return {
    value: text(id),
    label: text(title) || 'Source without a title yet',
    note: [dated, text(kind).replaceAll('-', ' ')].filter(Boolean).join(' · '),
    words: text(id),
  };
}

/** A contact of a charter: its title, and what it answers for. A form may still be half filled in. */
export function contactChoice({ id, title, roles }: Loose<'id' | 'title' | 'roles'>): Choice {
  return {
    value: text(id),
    label: text(title) || 'Contact without a title yet',
    note: Array.isArray(roles) ? roles.join(', ') : '',
    words: text(id),
  };
}
