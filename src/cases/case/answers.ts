import type { Language } from '../../lib/locales.ts';
import { date, money } from '../../register/format.ts';
import type { Register } from '../../register/register.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import { fieldTexts, type FormFieldMeta, type FormStep } from '../../schemas/cases/form-field.ts';
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
export function matterAnswers(register: Register, submission: Submission, language: Language): Answer[] {
  return answers(submission, language, sumsFor(register, submission), ({ identity }) => !identity);
}

/** The same of who told it. */
export function identityAnswers(submission: Submission, language: Language): Answer[] {
  return answers(submission, language, plainNumber, ({ identity }) => identity === true);
}

/** The same of one step of the form. */
export function stepAnswers(register: Register, submission: Submission, step: FormStep, language: Language): Answer[] {
  return answers(submission, language, sumsFor(register, submission), (meta) => meta.step === step);
}

type WriteSum = (amount: number) => string;

function answers(
  submission: Submission,
  language: Language,
  writeSum: WriteSum,
  isWanted: (meta: FormFieldMeta) => boolean,
): Answer[] {
  return kindFields(submission.kind).flatMap(([name, meta]) => {
    // What the citizen agreed to is for the portal, not for the reader, and may be taken back.
    const isForReaders = !['hidden', 'files'].includes(meta.control) && name !== 'shareIdentity' && name !== 'publish';
    const value = isForReaders && isWanted(meta) ? inWords(submission[name], meta, { language, writeSum }) : '';
    // "(optional)" is for the one who fills it in.
    return value ? [{ label: fieldTexts(meta, language).label.replace(/ \([^)]*\)$/, ''), value }] : [];
  });
}

function sumsFor({ agencies, jurisdictions }: Register, { agency }: Submission): WriteSum {
  const country = agencies.get(agency)?.data.jurisdiction;
  const currency = jurisdictions.get(country ?? '')?.data.currency;
  return currency ? (amount) => money(amount, currency) : plainNumber;
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
