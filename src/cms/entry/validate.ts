import { checkReferences } from '../../register/check-references.ts';
import { checkTranslations } from '../../register/check-translations.ts';
import { loadedEntriesOf } from '../../register/loaded-entries.ts';
import type { ContentProblem } from '../../register/problem.ts';
import { readEntry, type Entry, type LoadedEntries } from '../../register/read-entry.ts';
import type { Register } from '../../register/register.ts';
import { parseSourceFile } from '../../register/source-file.ts';
import { defaultLanguage, type Language } from '../../lib/locales.ts';
import { fieldWords } from '../../schemas/field-words.ts';
import { collections } from '../../schemas/collections.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';
import { CmsError } from '../cms-error.ts';
import type { ContentStore } from '../git/content-store.ts';
import type { DeskCollection, DeskKind } from '../permissions.ts';
import { fieldLabel } from './field-label.ts';
import { fieldSteps, placeOf } from './place-of.ts';
import { refusalsInWords } from './refusal-words.ts';

/** A file as it would stand after the edit; no text means that it would be gone. */
export interface ProposedFile {
  collection: DeskCollection;
  path: string;
  text?: string;
}

/** Files that count beside the one that is checked; see `assertValid`. */
interface FilesAround {
  beside?: ProposedFile[];
  drafted?: ProposedFile[];
  awaited?: ProposedFile | undefined;
}

/**
 * Refuses, with a sentence for each problem, what the build would refuse: a value that the schema does not take,
 * text that is not in the safe subset, and references, here or in other files, that the edit would break. `beside`: what
 * is changed together with the file, such as the charter that lists a source which a fee cites; `drafted`: what the same
 * draft changed before; `awaited`: what is to be published before it, such as the draft of the charter, what will be there
 * then is not missed.
 */
export async function assertValid(
  store: ContentStore,
  register: Register,
  proposed: ProposedFile,
  { beside = [], drafted = [], awaited }: FilesAround = {},
): Promise<void> {
  const files = [...beside, proposed];
  for (const file of files) {
    if (file.text === undefined) continue;
    const { problems } = readEntry(file.collection.kind, file.path, file.text);
    if (problems.length > 0) throw refusal(problems, file);
  }
  const published = await publishedEntries(store, register, proposed.collection.agency);
  const before = drafted.reduce(withFile, published);
  const known = new Set(crossProblems(before).map(key));
  const after = files.reduce(withFile, before);
  // What was wrong before is not this officer's doing and must not keep the officer from mending something else.
  const broken = crossProblems(after).filter((problem) => !known.has(key(problem)));
  if (broken.length === 0) return;
  const then = awaited && new Set(crossProblems([awaited, ...files].reduce(withFile, before)).map(key));
  const missed = then ? broken.filter((problem) => then.has(key(problem))) : broken;
  if (missed.length > 0) throw refusal(missed, proposed);
}

/** The entries with a file as it is proposed. */
function withFile(entries: LoadedEntries, { collection: { kind }, path, text }: ProposedFile): LoadedEntries {
  const others = (entries[kind] as Entry[]).filter((entry) => entry.file !== path);
  const edited = text === undefined ? [] : [readEntry(kind, path, text).entry];
  return { ...entries, [kind]: [...others, ...edited] };
}

const key = (problem: ContentProblem): string => `${problem.file}|${problem.field}|${problem.message}`;

const crossProblems = (entries: LoadedEntries): ContentProblem[] => [
  ...checkReferences(entries),
  ...checkTranslations(entries),
];

/**
 * The register's entries, with those of the edited agency read afresh from git: the register may lag behind a moment.
 */
async function publishedEntries(
  store: ContentStore,
  register: Register,
  agency: string | undefined,
): Promise<LoadedEntries> {
  const entries = loadedEntriesOf(register);
  const { commit } = await store.head();
  const own: [DeskKind, string][] = agency
    ? [
        ['charters', `content/charters/${agency}.mdx`],
        ['services', `content/services/${agency}`],
      ]
    : [];
  for (const [kind, place] of own) {
    const files = await store.list(commit, place);
    const texts = await store.readMany(files.map((file) => file.blob));
    const fresh = files.flatMap((file, at) => readEntry(kind, file.path, String(texts[at])).entry ?? []);
    const rest = (entries[kind] as Entry[]).filter(
      (entry) => entry.file !== place && !entry.file.startsWith(`${place}/`),
    );
    (entries[kind] as Entry[]) = [...rest, ...fresh];
  }
  return entries;
}

function refusal(problems: ContentProblem[], { path, text, collection }: ProposedFile): CmsError {
  const data = text === undefined ? undefined : parseSourceFile(path, text, collection.extension).source?.data;
  const { schema } = collections[collection.kind];
  const inWords = refusalsInWords(schema, data);
  const said = ({ file, field = '', message, remedy }: ContentProblem, language: Language): string =>
    (file === path ? inWords.get(field)?.(language) : undefined) ?? asEnglish(`${message} ${remedy}`, language);
  const told = problems.slice(0, 5);
  const sentences = (language: Language): string =>
    told
      .map((problem) => {
        const steps = fieldSteps(problem.field ?? '');
        const own = problem.file === path;
        const place = own ? fieldLabel(schema, data, steps, fieldWords(language)) : placeOf(problem);
        return `${place ? `${place}: ` : ''}${said(problem, language)}`;
      })
      .join(' — ');
  const more = problems.length - told.length;
  return new CmsError(422, more > 0 ? 'Not saved. {problems} And {more} more.' : 'Not saved. {problems}', {
    values: { problems: sentences, more },
    problems: problems.flatMap((problem) => {
      const { file, field } = problem;
      const says = (language: Language): string => said(problem, language);
      return file === path && field ? [{ field, message: says(defaultLanguage), says }] : [];
    }),
  });
}
