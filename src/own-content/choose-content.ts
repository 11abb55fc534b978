import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultLanguage } from '../lib/locales.ts';
import { mergeYaml } from '../lib/yaml/merge-yaml.ts';
import { checkReferences } from '../register/check-references.ts';
import { joinEntry, splitEntry } from '../register/entry-parts.ts';
import type { ContentProblem } from '../register/problem.ts';
import { readEntry, type Entry, type LoadedEntries } from '../register/read-entry.ts';
import { parseSourceFile } from '../register/source-file.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import { walkFields } from '../schemas/walk.ts';
import { OwnContentError } from './own-content-error.ts';
import { ownVocabulary } from './own-vocabulary.ts';
import { withoutField } from './without-field.ts';

const VOCABULARY = 'content/search/vocabulary.yaml';

/** The content that the code comes with: valid, and read already. */
export interface ShippedContent {
  contentDir: string;
  entries: LoadedEntries;
}

/** What of the content shipped goes into a repository that is begun for some countries. */
export interface ChosenContent {
  /** The text of each file by its path, for example content/charters/servicom.mdx. */
  files: Map<string, string>;
  /** In the order in which they were named. */
  countries: Entry<'jurisdictions'>[];
  /** English, in which every text exists, and the languages of the countries that the interface can be read in. */
  languages: string[];
  /** Bodies that the ladders of these countries name: without them a citizen would have nobody to turn to. */
  bodies: Entry<'charters'>[];
  services: number;
  /** Files of these countries that lead to bodies which do not come along. */
  leftOut: { file: string; because: string }[];
  /** References to such bodies that were taken out of a file: its path and the field. */
  takenOut: { file: string; field: string; value: string }[];
}

/**
 * Chooses the countries, the bodies that their ladders and information laws name, with their services, and what belongs
 * to no country. Every reference in what is chosen leads somewhere: one to a body that does not come along is taken out
 * of a charter, and a file that cannot do without is left out. Throws an OwnContentError for a country that is not
 * there.
 */
export async function chooseContent(
  { contentDir, entries }: ShippedContent,
  countries: string[],
  interfaceLanguages: readonly string[],
): Promise<ChosenContent> {
  const spoken = new Set(
    entries.jurisdictions.flatMap(({ id, data }) => (countries.includes(id) ? data.languages : [])),
  );
  const languages = interfaceLanguages.filter((code) => code === defaultLanguage || spoken.has(code));
  const chosen = belongingTo(entries, countries, languages);
  const texts = await readTexts(contentDir, chosen);
  const { leftOut, takenOut } = settle(chosen, texts);
  const known = new Set([...chosen.charters, ...chosen.services].map(({ id }) => id));
  texts.set(VOCABULARY, ownVocabulary(texts.get(VOCABULARY) ?? '', known));
  return {
    files: texts,
    countries: countries.flatMap((code) => chosen.jurisdictions.find(({ id }) => id === code) ?? []),
    languages,
    bodies: chosen.charters,
    services: chosen.services.length,
    leftOut,
    takenOut,
  };
}

function belongingTo(all: LoadedEntries, countries: string[], languages: readonly string[]): LoadedEntries {
  for (const country of countries) {
    if (all.jurisdictions.some(({ id }) => id === country)) continue;
    const known = all.jurisdictions.map(({ id, data }) => `${id} (${data.name})`).join(', ');
    throw new OwnContentError(
      `There is no country "${country}" in the content shipped. Choose among: ${known}. Another one is begun with the nearest and a file of its own in content/jurisdictions.`,
    );
  }
  const here = <T extends { id: string }>(list: T[]): T[] => list.filter(({ id }) => countries.includes(id));
  const jurisdictions = here(all.jurisdictions);
  const named = new Set(jurisdictions.flatMap((entry) => namedBodies(entry)));
  return {
    portal: [],
    jurisdictions,
    charters: all.charters.filter(({ id }) => named.has(id)),
    services: all.services.filter(({ id }) => named.has(id.split('/')[0] ?? '')),
    topics: all.topics,
    guides: all.guides.filter(
      ({ data }) =>
        languages.includes(data.language) && data.jurisdictions.every((country) => countries.includes(country)),
    ),
    notices: all.notices.filter(({ data }) => named.has(data.agency)),
    finder: here(all.finder),
    commonProblems: here(all.commonProblems),
    emergencies: here(all.emergencies),
    places: here(all.places),
  };
}

function namedBodies({ collection, data }: Entry): string[] {
  const bodies: string[] = [];
  walkFields(collections[collection].schema, data, (value, _path, meta) => {
    if (meta.refersTo === 'agency' && typeof value === 'string') bodies.push(value);
  });
  return bodies;
}

async function readTexts(contentDir: string, chosen: LoadedEntries): Promise<Map<string, string>> {
  const files = [...listed(chosen).map(({ file }) => file), VOCABULARY];
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(contentDir, '..', file), 'utf8')] as const)),
  );
}

function listed(entries: LoadedEntries): Entry[] {
  return Object.values(entries).flat() as Entry[];
}

/** Takes out what leads nowhere until nothing does. Changes both arguments. */
function settle(chosen: LoadedEntries, texts: Map<string, string>): Pick<ChosenContent, 'leftOut' | 'takenOut'> {
  const leftOut: ChosenContent['leftOut'] = [];
  const takenOut: ChosenContent['takenOut'] = [];
  for (let problem = checkReferences(chosen)[0]; problem; problem = checkReferences(chosen)[0]) {
    const { file } = problem;
    const entry = listed(chosen).find((candidate) => candidate.file === file);
    const mended = entry && mend(entry, texts.get(file) ?? '', problem);
    if (!entry) throw new Error(`${file}: ${problem.message}`);
    const list = chosen[entry.collection] as Entry[];
    const at = list.indexOf(entry);
    if (mended) {
      list[at] = mended.entry;
      texts.set(file, mended.text);
      takenOut.push({ file, field: problem.field ?? '', value: mended.value });
    } else {
      list.splice(at, 1);
      texts.delete(file);
      leftOut.push({ file, because: problem.message });
    }
  }
  return { leftOut, takenOut };
}

/** The file without the reference, where it is valid without; only charters are worth it, other files are left out. */
function mend(
  { collection, file }: Entry,
  text: string,
  { field }: ContentProblem,
): { entry: Entry; text: string; value: string } | undefined {
  if (collection !== 'charters' || !field) return undefined;
  const { format } = collections[collection];
  const parts = splitEntry(text, format);
  const data = parseSourceFile(file, text, format).source?.data as Record<string, unknown>;
  const { data: wanted, value } = withoutField(data, field.split('.'));
  const mended = joinEntry({ yaml: mergeYaml(parts.yaml, wanted), body: parts.body }, format);
  const { entry } = readEntry<CollectionName>(collection, file, mended);
  return entry && { entry, text: mended, value: String(value) };
}
