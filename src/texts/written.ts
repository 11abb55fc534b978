import { isArgumentElement, isLiteralElement } from '@formatjs/icu-messageformat-parser';
import type { Language } from '../lib/locales.ts';
import { compiledLanguage } from './catalogues.ts';
import { isMessage, type CompiledMessage } from './compiled.ts';

/** The topics whose `words` are asked for by what they are in English, with {names} where values go. */
export type WrittenTopic = 'desk-editor' | 'desk-refusals';

/** What a language says in place of English sentences; nothing where it is English, or lacks them. */
export function writtenTexts(topic: WrittenTopic, language: Language): Readonly<Record<string, string>> {
  const key = `${topic} ${language}`;
  let all = known.get(key);
  if (!all) known.set(key, (all = read(topic, language)));
  return all;
}

/** Puts values in the place of their {names}; what has no value stays. */
export function filledIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const known = new Map<string, Readonly<Record<string, string>>>();

function read(topic: WrittenTopic, language: Language): Record<string, string> {
  const words = compiledLanguage(language)?.[topic]?.words;
  if (!words || isMessage(words)) return {};
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
