import type * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { fieldWords } from '../../schemas/field-words.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';

/** Says in a language why a value is refused and what to do; what is in English there bears its marks. */
export type RefusalWords = (language: Language) => string;

const FOUND_LENGTH_MAX = 60;

/** Why a schema refuses values, in the words of the desk, by the path of the field, such as fees.0.amount. */
export function refusalsInWords(schema: z.ZodType, data: unknown): Map<string, RefusalWords> {
  const { error } = schema.safeParse(data ?? {}, { reportInput: true });
  return new Map(
    (error?.issues ?? [])
      .filter(({ code }) => code !== 'unrecognized_keys')
      .map((issue) => [placeOf(issue), (language) => said(issue, language)]),
  );
}

/** What is wrong with the kind of a thing is told where the kind is chosen. */
function placeOf(issue: z.core.$ZodIssue): string {
  const kind = issue.code === 'invalid_union' && 'discriminator' in issue ? [issue.discriminator ?? 'kind'] : [];
  return [...issue.path, ...kind].map(String).join('.');
}

function said(issue: z.core.$ZodIssue, language: Language): string {
  const m = pageTexts('desk-values', language);
  const words = fieldWords(language);
  const choose = (values: unknown[]): string => {
    const choices = values.map((value) => words.choice(String(value)));
    return m.chooseOne({ choices: choices.join(', ') });
  };
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_value':
      return choose(issue.values);
    case 'invalid_union':
      return 'options' in issue && issue.options ? choose(issue.options) : m.unfit;
    case 'invalid_type':
      if (input === undefined || input === null || input === '') return m.missing;
      return issue.expected === 'number' && typeof input === 'string' ? m.number({ found: shortened(input) }) : m.unfit;
    case 'too_small':
    case 'too_big': {
      if (input === '') return m.missing;
      if (!/^Too /.test(issue.message)) return remedy(issue.message, input, { m, language });
      const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum).toLocaleString('en');
      if (issue.code === 'too_small') return m.atLeast({ limit });
      return (typeof input === 'string' ? m.shorter : Array.isArray(input) ? m.items : m.atMost)({ limit });
    }
    default:
      return /^Invalid /.test(issue.message) ? m.unfit : remedy(issue.message, input, { m, language });
  }
}

/** The schema's own sentence, in English, with the short text that it is about. */
function remedy(
  message: string,
  input: unknown,
  { m, language }: { m: Texts['desk-values']; language: Language },
): string {
  const sentence = asEnglish(message, language);
  return typeof input === 'string' && input !== '' ? m.found({ found: shortened(input), remedy: sentence }) : sentence;
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length > FOUND_LENGTH_MAX ? `${plain.slice(0, FOUND_LENGTH_MAX - 1)}…` : plain;
}
