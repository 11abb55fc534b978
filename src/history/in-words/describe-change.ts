import { defaultLanguage, type Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import { collections, type CollectionName } from '../../schemas/collections.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { CharterChange, ServiceChange } from '../change.ts';
import { compareCharter } from '../compare-charter.ts';
import { compareService } from '../compare-service.ts';
import { changedKeys } from '../compare-shared.ts';
import { changeSentence, type Sentence } from '../sentences.ts';
import { readVersion, type Collection } from '../version.ts';
import { fieldLines } from './field-lines.ts';
import { feeLines, timeLines } from './figure-lines.ts';
import { plainEntry } from './plain-entry.ts';
import { subjectOf } from './subject.ts';
import type { ToldChange } from './told-change.ts';
import { shortName, type ChangedFile, type Telling, type ToldEntry } from './told-entry.ts';
import { translationLines } from './translation-lines.ts';

/** A change in the terms of a citizen. */
export interface ChangeInWords {
  /** At most 72 characters, which git and mail programs show whole: whose entry it is, which, and the first change. */
  subject: string;
  /** Every change, a line each. */
  lines: Sentence[];
}

/**
 * Says what a change of files of the charter desk comes to: "fee (replacement card) ₦500 → ₦1,000, from 1 January
 * 2027; source: …". Contacts are told by their names and by which details changed, never by the details.
 */
export function describeChange(files: ChangedFile[], language: Language, register: Register): ChangeInWords {
  // A source that a service cites may come with it, in the charter: the service is what the change is about.
  const inOrder = [...files].sort((a, b) => Number(isCharter(a.path)) - Number(isCharter(b.path)));
  const charter = files.find(({ path }) => isCharter(path))?.after;
  const added = charter === undefined ? [] : (readVersion('charters', charter).fields.sources ?? []);
  const entries = inOrder.flatMap((file) => entryOf(file, { language, register, added }) ?? []);
  const m = pageTexts('desk-change', language);
  const uploads = files
    .filter(({ path }) => path.startsWith(MEDIA))
    .map(({ path, after }): ToldChange => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return { what: [after === undefined ? m.uploadRemoved({ name }) : m.upload({ name })] };
    });
  const [first] = entries;
  const told = [...entries.flatMap(({ changes }) => changes), ...uploads];
  const names = first ? first.names : uploadsOf(files, register);
  return {
    subject: subjectOf(names, told, language),
    lines: told.map(({ what, more = [] }) => [...what, ...more]),
  };
}

const isCharter = (path: string): boolean => path.startsWith('content/charters/');
const MEDIA = 'content/media/';

/** Whose the uploads are that come with no entry. */
function uploadsOf(files: ChangedFile[], register: Register): string[] {
  const agency = files[0]?.path.slice(MEDIA.length).split('/')[0] ?? '';
  return [shortName(agency, register)];
}

function entryOf(file: ChangedFile, telling: Telling): ToldEntry | undefined {
  const [, folder = '', id = '', child] =
    /^content\/([a-z-]+)\/([a-z0-9-]+)(?:\/([a-z0-9-]+))?\.(?:mdx|yaml)$/.exec(file.path) ?? [];
  const found = Object.entries(collections).find(([, collection]) => collection.folder === folder);
  if (!found) return undefined;
  const [name] = found as [CollectionName, unknown];
  if (name === 'charters' || name === 'services') return figuredEntry(name, file, { id, child, ...telling });
  return plainEntry(name, file, { id, ...telling });
}

/** An entry of the kinds that history tells of. */
function figuredEntry(
  collection: Collection,
  { before = '', after = '' }: ChangedFile,
  { id, child, language, register, added }: { id: string; child?: string | undefined } & Telling,
): ToldEntry {
  const agency = register.agencies.get(id)?.data;
  const m = pageTexts('desk-change', language);
  const context = {
    language,
    original: agency?.language ?? defaultLanguage,
    sources: [...added, ...(agency?.sources ?? [])],
  };
  const [old, now] = [readVersion(collection, before), readVersion(collection, after)];
  const fields = now.fields.name === undefined ? old.fields : now.fields;
  const own = fields.translations?.find((item) => item.language === language && item.field === 'name');
  const name = own?.text ?? fields.name ?? child ?? id;
  const names = collection === 'services' ? [shortName(id, register), name] : [shortName(id, register)];
  if (before === '' || after === '') return { names, changes: [{ what: [before === '' ? m.entryNew : m.entryGone] }] };
  const changed = changedKeys(old, now);
  const told: (CharterChange | ServiceChange)[] =
    collection === 'services'
      ? compareService(old as ServiceVersion, now as ServiceVersion)
      : compareCharter(old as CharterVersion, now as CharterVersion);
  const ownSentence = told.filter(({ kind }) => !/^(?:fee|time)-|-wording$/.test(kind));
  const keys = new Set(ownSentence.map(({ kind }) => KEY_OF[kind] ?? ''));
  const rest = [...changed].filter((key) => !keys.has(key) && !OWN_LINES.has(key));
  const figures =
    collection === 'services'
      ? [
          ...feeLines(old as ServiceVersion, now as ServiceVersion, context),
          ...timeLines(old as ServiceVersion, now as ServiceVersion, context),
        ]
      : [];
  return {
    names,
    changes: [
      ...figures,
      ...ownSentence.map((change) => ({ what: withoutStop(changeSentence(change, context)) })),
      ...fieldLines(collections[collection].schema, old.fields, now.fields, rest, context),
      ...(old.body === now.body ? [] : [{ what: [m.body] }]),
      ...translationLines(old.fields.translations ?? [], now.fields.translations ?? [], context),
    ],
  };
}

type ServiceVersion = ReturnType<typeof readVersion<'services'>>;
type CharterVersion = ReturnType<typeof readVersion<'charters'>>;

/** Told in lines of their own. */
const OWN_LINES = new Set(['fees', 'processingTimes', 'translations']);

/** The field that a sentence tells of. */
const KEY_OF: Partial<Record<(CharterChange | ServiceChange)['kind'], string>> = {
  renamed: 'name',
  'service-status': 'status',
  'charter-status': 'status',
  'requirement-added': 'requirements',
  'requirement-removed': 'requirements',
  'requirement-reworded': 'requirements',
  'requirement-optional': 'requirements',
  redress: 'redress',
  'contact-added': 'contacts',
  'contact-removed': 'contacts',
  'contact-details': 'contacts',
  'standard-added': 'standards',
  'standard-removed': 'standards',
  'standard-changed': 'standards',
  'review-date': 'nextReviewDue',
};

/** Sentences stand in a list here, each a line. */
function withoutStop(sentence: Sentence): Sentence {
  const last = sentence.at(-1);
  return typeof last === 'string' ? [...sentence.slice(0, -1), last.replace(/\.$/, '')] : sentence;
}
