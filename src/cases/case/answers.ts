import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import { fieldTexts, type FormFieldMeta } from '../../schemas/cases/form-field.ts';
import { kindFields } from '../../schemas/cases/kinds.ts';
import { pageTexts } from '../../texts/texts.ts';

/** One answered field, in words. */
export interface Answer {
  label: string;
  value: string;
}

/**
 * What was answered, labelled from the schema: what happened, or who told it. Unanswered fields are left out.
 * `money` writes a sum.
 */
export function answers(
  submission: Submission,
  language: Language,
  about: 'matter' | 'identity',
  money: (amount: number) => string = plainNumber,
): Answer[] {
  return kindFields(submission.kind).flatMap(([name, meta]) => {
    // Whether the citizen agreed to be known is for the portal, not for the reader.
    const isForReaders = !['hidden', 'files'].includes(meta.control) && name !== 'shareIdentity';
    const wanted = isForReaders && Boolean(meta.identity) === (about === 'identity');
    const value = wanted ? inWords(submission[name], meta, { language, money }) : '';
    // "(optional)" is for the one who fills it in.
    return value ? [{ label: fieldTexts(meta, language).label.replace(/ \([^)]*\)$/, ''), value }] : [];
  });
}

function inWords(
  value: Submission[keyof Submission],
  meta: FormFieldMeta,
  { language, money }: { language: Language; money: (amount: number) => string },
): string {
  const name = (item: string): string => fieldTexts(meta, language).options?.[item] ?? item;
  if (Array.isArray(value)) return value.map(name).join('; ');
  if (value === true) return pageTexts('case-mails', language).yes;
  if (typeof value === 'number') return money(value);
  if (typeof value !== 'string') return '';
  return meta.control === 'date' ? date(value, language) : name(value);
}

function plainNumber(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 2 });
}
