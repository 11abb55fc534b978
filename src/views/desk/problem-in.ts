import type { CmsError } from '../../cms/cms-error.ts';
import type { Language } from '../../lib/locales.ts';

/** What a refusal says of single fields, by their names. */
export function problemsOf(refusal: CmsError | undefined, language: Language): Record<string, string> {
  const problems = refusal?.problems ?? [];
  return Object.fromEntries(problems.map(({ field, message, says }) => [field, says?.(language) ?? message]));
}
