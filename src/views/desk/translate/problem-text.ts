import type { TextProblem } from '../../../cms/translate/save-translations.ts';
import type { Language } from '../../../lib/locales.ts';
import { texts } from '../../../texts/texts.ts';

/** Why a translation was not saved, and what to do, in words. What the content's own checks say is English. */
export function problemText(problem: TextProblem, language: Language): string {
  const { problems } = texts('desk-translate', language);
  switch (problem.kind) {
    case 'refused':
      return problem.message;
    case 'translated-meanwhile':
      return problem.text === '' ? problems['removed-meanwhile'] : problems[problem.kind]({ text: problem.text });
    default:
      return problems[problem.kind];
  }
}
