import type { MessageFile } from './compile.ts';
import { textLanguages, textsFolder } from '../lib/offered-languages.ts';
import { readMessageFiles } from './read-texts.ts';
import { onlyChosenBy, valuesOf } from './write-shape.ts';

/** What the texts of one language lack and where they are wrong. */
export interface TextFindings {
  language: string;
  /** Texts that English has and this language lacks, such as `charter.title`: there the page speaks English. */
  missing: string[];
  /** What has to be mended before it can be shown, in sentences. */
  wrong: string[];
}

/** Compares every language with English, which sets the keys and the values that go into each text. */
export function checkTexts(folder = textsFolder()): TextFindings[] {
  const english = flatten(readMessageFiles('en', folder));
  return textLanguages(folder).map((language) => {
    const own = flatten(readMessageFiles(language, folder));
    return {
      language,
      missing: [...english.keys()].filter((key) => !own.has(key)),
      wrong: [...own].flatMap(([key, message]) => problemsOf(`${language}: ${key}`, message, english.get(key))),
    };
  });
}

function problemsOf(place: string, message: string, english: string | undefined): string[] {
  if (english === undefined) return [`${place} is not in the English files: remove it, or add it there.`];
  if (message.trim() === '') return [`${place} is empty: remove it until it is translated.`];
  try {
    const wanted = [...valuesOf(english)];
    const used = valuesOf(message);
    // Not every language changes its words with every number.
    const optional = onlyChosenBy(english);
    const differing = wanted
      .filter(([name, type]) => !fits(used.get(name), type) && !(optional.includes(name) && !used.has(name)))
      .map(([name]) => `{${name}}`);
    const unknown = [...used.keys()].filter((name) => !wanted.some(([known]) => known === name));
    return [
      ...(differing.length > 0
        ? [`${place} lacks ${differing.join(', ')}, or chooses by other words: “${message}”.`]
        : []),
      ...(unknown.length > 0
        ? [`${place} uses ${unknown.map((name) => `{${name}}`).join(', ')}, which nobody gives.`]
        : []),
    ];
  } catch (error) {
    return [`${place} cannot be read (${String(error)}): “${message}”.`];
  }
}

/** A language may show a number that English counts by: not every one has a plural of its own. */
function fits(used: string | undefined, wanted: string): boolean {
  return used === wanted || (wanted === 'number' && used === 'string | number');
}

function flatten(place: string | MessageFile, path = ''): Map<string, string> {
  if (typeof place === 'string') return new Map([[path, place]]);
  return new Map(Object.entries(place).flatMap(([key, value]) => [...flatten(value, path ? `${path}.${key}` : key)]));
}
