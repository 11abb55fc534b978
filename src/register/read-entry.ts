import type * as z from 'zod';
import { hasHidden } from '../lib/hidden-characters.ts';
import { collections, type CollectionName, type EntryData } from '../schemas/collections.ts';
import { LIST_ITEMS_MAX } from '../schemas/primitives.ts';
import { explainIssue } from './explain-issue.ts';
import { knownKeys } from './known-keys.ts';
import type { ContentProblem } from './problem.ts';
import { renderProse } from './prose.ts';
import { reservedName } from './reserved-names.ts';
import { parseSourceFile, type SourceFile } from './source-file.ts';

/**
 * A valid content file. `id` is its path inside the collection's folder without the ending, for example
 * inec/voter-registration.
 */
export interface Entry<C extends CollectionName = CollectionName> {
  collection: C;
  id: string;
  file: string;
  data: EntryData<C>;
  /** The rendered body; empty for data files. */
  html: string;
  lineOf: SourceFile['lineOf'];
}

/** Everything that was read from the content folder, checked by itself and not yet against each other. */
export type LoadedEntries = { [C in CollectionName]: Entry<C>[] };

/**
 * Parses and validates one content file. Used alike by the build, the checker and the CMS, so none accepts what another
 * refuses.
 */
export function readEntry<C extends CollectionName>(
  collection: C,
  file: string,
  text: string,
): { entry?: Entry<C>; problems: ContentProblem[] } {
  const { schema, format, folder } = collections[collection];
  const unreadable = checkText(file, text);
  if (unreadable) return { problems: [unreadable] };
  const { source, problems } = parseSourceFile(file, text, format);
  if (!source) return { problems };
  const id = file.slice(file.indexOf(`${folder}/`) + folder.length + 1).replace(/\.(?:ya?ml|mdx)$/, '');
  const reserved = reservedName(collection, id);
  if (reserved) problems.push({ file, ...reserved });
  problems.push(...longLists(source, file), ...hiddenInBody(source, file));
  const parsed = (schema as z.ZodType).safeParse(source.data ?? {}, { reportInput: true });
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => toProblem(issue, schema, source, file)));
  }
  const prose = format === 'mdx' ? renderProse(file, source.body, source.bodyLine) : { html: '', problems: [] };
  problems.push(...prose.problems);
  if (problems.length > 0 || !parsed.success) return { problems };
  return {
    entry: { collection, id, file, data: parsed.data as EntryData<C>, html: prose.html, lineOf: source.lineOf },
    problems,
  };
}

/**
 * Far above any real charter (the longest has some 30 kB), and low enough that nobody can stall the build with one
 * file.
 */
const FILE_BYTES_MAX = 512 * 1024;

function checkText(file: string, text: string): ContentProblem | undefined {
  if (text.trim() === '')
    return { file, line: 1, message: 'The file is empty.', remedy: 'Fill it in, or remove the file.' };
  if (Buffer.byteLength(text) > FILE_BYTES_MAX) {
    return {
      file,
      message: `The file is larger than ${FILE_BYTES_MAX / 1024} kB.`,
      remedy: 'Split it, or remove what does not belong in it; pictures go into content/media.',
    };
  }
  if (text.includes('\uFFFD')) {
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
    return {
      file,
      line,
      message: 'The file has a character that is not UTF-8.',
      remedy: 'Save the file with the encoding UTF-8, then write the character again.',
    };
  }
  return undefined;
}

/** The one limit on every list, whatever the schema says of its items. */
function longLists(source: SourceFile, file: string): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const look = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value) && value.length > LIST_ITEMS_MAX) {
      const line = source.lineOf(path);
      problems.push({
        file,
        ...(line === undefined ? {} : { line }),
        field: path.join('.'),
        message: `The list has ${value.length} items.`,
        remedy: `Keep it to at most ${LIST_ITEMS_MAX}; divide what belongs to several services into files of their own.`,
      });
      return;
    }
    for (const [key, item] of Object.entries(value)) look(item, [...path, key]);
  };
  look(source.data, []);
  return problems;
}

function hiddenInBody({ body, bodyLine }: SourceFile, file: string): ContentProblem[] {
  return body.split(/\r?\n/).flatMap((text, at) =>
    hasHidden(text)
      ? {
          file,
          line: bodyLine + at,
          field: 'body',
          message: 'The line has a character that cannot be seen.',
          remedy: 'Take it out: type the line anew instead of copying it.',
        }
      : [],
  );
}

/** What a schema finds wrong in a file, with the place in it and the remedy. */
export function toProblem(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  source: SourceFile,
  file: string,
): ContentProblem {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const line = source.lineOf(path);
  return {
    file,
    ...(line === undefined ? {} : { line }),
    field: path.map(String).join('.'),
    ...explainIssue(issue, knownKeys(schema, source.data, issue.path)),
  };
}
