import { defaultLanguage, type Language } from '../lib/locales.ts';
import type { Texts } from '../texts/shape.ts';
import { filledIn, writtenTexts } from '../texts/written.ts';

/** What is wrong in one field of an entry, in words, with what to do about it. */
export interface FieldProblem {
  /** Path of the field, for example fees.0.amount. */
  field: string;
  message: string;
  /** The message in the language of its reader; what is in English there bears its marks. Absent where it is that already. */
  says?: ((language: Language) => string) | undefined;
}

/** What stands in a sentence in the place of a name: a text, or one made in the language of the reader. */
type Told = string | number | ((language: Language) => string);

/** The sentence of a refusal that is in the language of its reader already; its value is `said`. */
export const SAID = '{said}';

/**
 * A refusal told to the desk officer: a sentence that says what is wrong and what to do, and the HTTP status to send it
 * with. The sentence is written in English, with {names} for its `values`; the texts `desk-refusals` have it in every other
 * language. `problems` says it again field by field, for the editor to show each beside its own field.
 */
export class CmsError extends Error {
  /** The compiled pages carry a copy of this class of their own, and meet the refusals of the server's. */
  static override [Symbol.hasInstance](value: unknown): value is CmsError {
    return value instanceof Error && value.name === 'CmsError';
  }

  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503;
  readonly problems: FieldProblem[];
  /** Where the refused version is kept, because it contradicts what somebody saved meanwhile: its id. */
  readonly parked: string | undefined;
  /** The refusal in the language of its reader. */
  readonly says: (language: Language) => string;

  constructor(
    status: CmsError['status'],
    sentence: keyof Texts['desk-refusals']['words'] | typeof SAID,
    {
      values = {},
      problems = [],
      parked,
      ...options
    }: ErrorOptions & {
      values?: Record<string, Told>;
      problems?: FieldProblem[];
      parked?: string | undefined;
    } = {},
  ) {
    const says = (language: Language): string => {
      const own = writtenTexts('desk-refusals', language)[sentence] ?? sentence;
      const told = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'function' ? value(language) : value,
      ]);
      return filledIn(own, Object.fromEntries(told) as Record<string, string | number>);
    };
    super(says(defaultLanguage), options);
    this.name = 'CmsError';
    this.status = status;
    this.says = says;
    this.problems = problems;
    this.parked = parked;
  }
}

/** The same refusal with its problems named by the fields of another form. */
export function withProblems(error: CmsError, problems: FieldProblem[]): CmsError {
  const { status, parked, says } = error;
  return new CmsError(status, SAID, { values: { said: says }, problems, parked, cause: error });
}
