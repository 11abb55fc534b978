import { isArgumentElement, isLiteralElement } from '@formatjs/icu-messageformat-parser';
import { defaultLanguage, type Language } from '../../lib/locales.ts';
import { compiledLanguage } from '../../texts/catalogues.ts';
import { isMessage, type CompiledMessage } from '../../texts/compiled.ts';

/**
 * What the editor's own parts say in a language, by the English words, with {names} where values go
 * (`src/cms/editor/spoken.ts`). Nothing for English, which stands in the editor itself.
 */
export function editorWords(language: Language): Record<string, string> | undefined {
  const words = compiledLanguage(language)?.['desk-editor']?.words;
  if (language === defaultLanguage || !words || isMessage(words)) return undefined;
  return Object.fromEntries(
    Object.entries(words).flatMap(([english, own]) => (isMessage(own) ? [[english, asWritten(own)]] : [])),
  );
}

function asWritten(message: CompiledMessage): string {
  if (typeof message === 'string') return message;
  return message
    .map((part) => (isLiteralElement(part) ? part.value : isArgumentElement(part) ? `{${part.value}}` : ''))
    .join('');
}
