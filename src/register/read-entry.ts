import type * as z from 'zod';
import { collections, type CollectionName, type EntryData } from '../schemas/collections.ts';
import { explainIssue } from './explain-issue.ts';
import { knownKeys } from './known-keys.ts';
import type { ContentProblem } from './problem.ts';
import { renderProse } from './prose.ts';
import { parseSourceFile, type SourceFile } from './source-file.ts';

/** A valid content file. `id` is its path inside the collection's folder without the ending, for example inec/voter-registration. */
export interface Entry<C extends CollectionName = CollectionName> {
  collection: C;
  id: string;
  file: string;
  data: EntryData<C>;
  /** The rendered body; empty for data files. */
  html: string;
  lineOf: SourceFile['lineOf'];
}

/** Parses and validates one content file. Used alike by the build, the checker and the CMS, so none accepts what another refuses. */
export function readEntry<C extends CollectionName>(collection: C, file: string, text: string): { entry?: Entry<C>; problems: ContentProblem[] } {
  const { schema, format, folder } = collections[collection];
  const { source, problems } = parseSourceFile(file, text, format);
  if (!source) return { problems };
  const parsed = (schema as z.ZodType).safeParse(source.data ?? {}, { reportInput: true });
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => toProblem(issue, schema, source, file)));
  }
  const prose = format === 'mdx' ? renderProse(file, source.body, source.bodyLine) : { html: '', problems: [] };
  problems.push(...prose.problems);
  if (problems.length > 0 || !parsed.success) return { problems };
  const id = file.slice(file.indexOf(`${folder}/`) + folder.length + 1).replace(/\.(?:ya?ml|mdx)$/, '');
  return { entry: { collection, id, file, data: parsed.data as EntryData<C>, html: prose.html, lineOf: source.lineOf }, problems };
}

function toProblem(issue: z.core.$ZodIssue, schema: z.ZodType, source: SourceFile, file: string): ContentProblem {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const line = source.lineOf(path);
  return {
    file,
    ...(line === undefined ? {} : { line }),
    field: path.map(String).join('.'),
    ...explainIssue(issue, knownKeys(schema, source.data, issue.path)),
  };
}
