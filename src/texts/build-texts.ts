import { join } from 'node:path';
import type { Plugin } from 'vite';
import { offeredLanguages, textLanguages, textsFolder } from '../lib/offered-languages.ts';
import { compileLanguage } from './read-texts.ts';
import { lackingIn, type CompiledLanguage } from './compiled.ts';

/** The topics that scripts of pages say something from. Every other topic stays on the server. */
export const BROWSER_TOPICS: readonly string[] = ['doors', 'durations', 'emergency', 'marks', 'receipt', 'search'];

const READER = join(import.meta.dirname, 'catalogues.ts');
const OFFERED = join(import.meta.dirname, '..', 'lib', 'offered-languages.ts');
const CHUNK = 'virtual:texts/';

/**
 * Builds the texts in, compiled. A server gets every language; a browser gets a file for each language, with the topics
 * that scripts use and English where that language lacks something, and no parser.
 */
export function builtTexts(folder = textsFolder()): Plugin {
  return {
    name: 'built-texts',
    enforce: 'pre',
    resolveId(source) {
      if (source.startsWith(CHUNK)) return `\0${source}`;
      // Nothing is left to be parsed.
      if (source === '@formatjs/icu-messageformat-parser')
        return this.resolve('@formatjs/icu-messageformat-parser/no-parser.js');
      return undefined;
    },
    load(id) {
      if (id.startsWith(`\0${CHUNK}`)) return browserChunk(id.slice(CHUNK.length + 1), folder);
      if (id === OFFERED) return `export const offeredLanguages = ${JSON.stringify(offeredLanguages)};`;
      if (id.split('?')[0] !== READER) return undefined;
      const languages = textLanguages(folder);
      for (const language of languages) this.addWatchFile(join(folder, language));
      return this.environment.config.consumer === 'client' ? browserModule(languages) : serverModule(languages, folder);
    },
  };
}

/** Answers whether a chunk of a built script holds the texts of one language. */
export function isTextsChunk(moduleId: string | null): boolean {
  return moduleId?.startsWith(`\0${CHUNK}`) === true;
}

function serverModule(languages: string[], folder: string): string {
  const all = Object.fromEntries(languages.map((language) => [language, compileLanguage(language, folder)]));
  return `const all = JSON.parse(${JSON.stringify(JSON.stringify(all))});
export const compiledLanguage = (language) => Object.hasOwn(all, language) ? all[language] : undefined;
export const loadTexts = () => Promise.resolve();
`;
}

function browserModule(languages: string[]): string {
  const fetchers = languages.map((language) => `${JSON.stringify(language)}: () => import('${CHUNK}${language}')`);
  return `const fetchers = { ${fetchers.join(', ')} };
const all = {};
export const compiledLanguage = (language) => all[language];
export async function loadTexts(language) {
  const { own, english } = await (fetchers[language] ?? fetchers.en)();
  all.en ??= english;
  all[language] ??= own;
}
`;
}

function browserChunk(language: string, folder: string): string {
  const pick = (all: CompiledLanguage): CompiledLanguage =>
    Object.fromEntries(Object.entries(all).filter(([topic]) => BROWSER_TOPICS.includes(topic)));
  const own = pick(compileLanguage(language, folder));
  const english = pick(compileLanguage('en', folder));
  const lacking = language === 'en' ? english : lackingIn(own, english);
  return `export const own = ${JSON.stringify(language === 'en' ? {} : own)};\nexport const english = ${JSON.stringify(lacking)};\n`;
}
