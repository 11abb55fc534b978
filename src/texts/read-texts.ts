import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { textsFolder } from '../lib/offered-languages.ts';
import { compileMessages, type MessageFile } from './compile.ts';
import type { CompiledLanguage } from './compiled.ts';

/** Reads the files of one language, by topic, as they were written. Throws where a file is no JSON. */
export function readMessageFiles(language: string, folder = textsFolder()): Record<string, MessageFile> {
  const names = readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.sort().map((name) => {
      const path = join(folder, language, name);
      try {
        return [basename(name, '.json'), JSON.parse(readFileSync(path, 'utf8')) as MessageFile];
      } catch (cause) {
        throw new Error(`${path} is not JSON: ${String(cause)}. Mend it at the place named.`, { cause });
      }
    }),
  );
}

/** Compiles everything that one language says. */
export function compileLanguage(language: string, folder = textsFolder()): CompiledLanguage {
  return Object.fromEntries(
    Object.entries(readMessageFiles(language, folder)).map(([topic, messages]) => [
      topic,
      compileMessages(messages, `${language}/${topic}`),
    ]),
  );
}
