import type { CompiledLanguage } from './compiled.ts';
import { textLanguages } from '../lib/offered-languages.ts';
import { compileLanguage } from './read-texts.ts';

/*
 * In plain Node the messages are read and compiled here, a language when it is first asked for. A build puts compiled
 * messages in the place of this file (see build-texts.ts): all of them for a server, and for a browser those of one
 * language when it asks, so that none carries the parser.
 */
const compiled = new Map<string, CompiledLanguage>();
const languages = textLanguages();

/** All that a language says, by topic; undefined where it says nothing. */
export function compiledLanguage(language: string): CompiledLanguage | undefined {
  if (!languages.includes(language)) return undefined;
  let messages = compiled.get(language);
  if (!messages) compiled.set(language, (messages = compileLanguage(language)));
  return messages;
}

/** Fetches the texts of a language. A browser has to wait for this before it asks for them; a server has them all. */
export function loadTexts(_language: string): Promise<void> {
  return Promise.resolve();
}
