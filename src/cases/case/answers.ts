import type { Language } from '../../lib/locales.ts';
import { date, money } from '../../register/format.ts';
import type { Register } from '../../register/register.ts';
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
 * What was answered of what happened, labelled from the schema. Unanswered fields are left out. Sums are in the currency
 * of the agency's country, and bare numbers where the register no longer has that agency.
 */
export function matterAnswers(
  { agencies, jurisdictions }: Register,
  submission: Submission,
  language: Language,
): Answer[] {
  const country = agencies.get(submission.agency)?.data.jurisdiction;
  const currency = jurisdictions.get(country ?? '')?.data.currency;
  return answers(submission, language, 'matter', (amount) =>
    currency ? money(amount, currency) : plainNumber(amount),
  );
}

/** The same of who told it. */
export function identityAnswers(submission: Submission, language: Language): Answer[] {
  return answers(submission, language, 'identity', plainNumber);
}

type WriteSum = (amount: number) => string;

function answers(
  submission: Submission,
  language: Language,
  about: 'matter' | 'identity',
  writeSum: WriteSum,
): Answer[] {
  return kindFields(submission.kind).flatMap(([name, meta]) => {
    // Whether the citizen agreed to be known is for the portal, not for the reader.
    const isForReaders = !['hidden', 'files'].includes(meta.control) && name !== 'shareIdentity';
    const wanted = isForReaders && Boolean(meta.identity) === (about === 'identity');
    const value = wanted ? inWords(submission[name], meta, { language, writeSum }) : '';
    // "(optional)" is for the one who fills it in.
    return value ? [{ label: fieldTexts(meta, language).label.replace(/ \([^)]*\)$/, ''), value }] : [];
  });
}

function inWords(
  value: Submission[keyof Submission],
  meta: FormFieldMeta,
  { language, writeSum }: { language: Language; writeSum: WriteSum },
): string {
  const name = (item: string): string => fieldTexts(meta, language).options?.[item] ?? item;
  if (Array.isArray(value)) return value.map(name).join('; ');
  if (value === true) return pageTexts('case-mails', language).yes;
  if (typeof value === 'number') return writeSum(value);
  if (typeof value !== 'string') return '';
  return meta.control === 'date' ? date(value, language) : name(value);
}

function plainNumber(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 2 });
}
