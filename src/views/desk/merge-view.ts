import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { plainWords, type DescribeChange } from '../../cms/change-in-words.ts';
import { fieldLabel } from '../../cms/entry/field-label.ts';
import { keptUntil } from '../../cms/git/parked.ts';
import type { OpenMerge } from '../../cms/merge/open-merge.ts';
import { placeName } from '../../cms/merge/resolve.ts';
import { CHOOSE, takesOwn, WRITE_NUMBER, type Choice } from '../../cms/merge/settle-merge.ts';
import type { Asks } from '../../cms/merge/three-way.ts';
import type { Conflict } from '../../cms/merge/versions.ts';
import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import { collections } from '../../schemas/collections.ts';
import { fieldWords } from '../../schemas/field-words.ts';
import { pageTexts } from '../../texts/texts.ts';
import { entryTitle } from './names.ts';

/** One contradiction: what it was, what was saved meanwhile, and what the officer wrote. */
export interface MergePlace {
  /** Name of its place, which the fields of the form bear. */
  name: string;
  label: string;
  base: string[];
  theirs: string[];
  mine: string[];
  /** Absent where no third version can be typed. */
  own?: { isLong: boolean; typed: string; isNumber: boolean };
  chosen?: Choice['of'];
  problem?: string;
}

/** Two versions of an entry, to be joined. */
export interface MergeView {
  title: string;
  lede: string;
  onlyYou: string;
  theirsBy: string;
  seen: string;
  /** What is asked: the contradictions, or each change. */
  asks: Asks;
  places: MergePlace[];
  /** Changes in words, a line each: of others, and of the officer. */
  theirChanges: string[];
  myChanges: string[];
}

interface MergeOptions {
  language: Language;
  inWords: DescribeChange;
  choices: ReadonlyMap<string, Choice>;
  problems: Readonly<Record<string, string>>;
}

/** Makes two versions ready to be shown beside each other. */
export async function mergeView(merge: OpenMerge, options: MergeOptions): Promise<MergeView> {
  const { language, inWords } = options;
  const { joined, since, version, file, texts, current, mine, theirs } = merge;
  const m = pageTexts('desk-merge', language);
  const who = [...new Set(since.map(({ name }) => name))].join(', ');
  const changes = async (after: string | undefined): Promise<string[]> =>
    (await inWords([{ path: file.path, before: texts.base, after }], language)).lines.map(plainWords);
  const [last] = since;
  return {
    title: m.title({ entry: entryTitle((theirs ?? mine).data, file.slug, language) }),
    lede: merge.asks === 'each' ? m.each : who ? m.lede({ who }) : m.ledeNoWho,
    onlyYou: m.onlyYou({ day: date(keptUntil(version), language) }),
    theirsBy: last ? m.theirsBy({ who, when: momentOf(last.at, language) }) : m.theirs,
    seen: current ?? '',
    asks: merge.asks,
    places: joined.conflicts.map((conflict) => placeOf(conflict, merge, options)),
    theirChanges: await changes(texts.theirs),
    myChanges: await changes(texts.mine),
  };
}

function placeOf(
  conflict: Conflict,
  { file, joined }: OpenMerge,
  { language, choices, problems }: MergeOptions,
): MergePlace {
  const m = pageTexts('desk-merge', language);
  const { path, base, theirs, mine } = conflict;
  const name = placeName(path);
  const { schema } = collections[file.collection.kind];
  const inData = path[0] === 'data';
  const [whole, ...fields] = path;
  const label = inData
    ? fieldLabel(schema, joined.value.data, fields, fieldWords(language))
    : whole === 'body'
      ? m.body
      : m.whole;
  const shown = (value: unknown): string[] => valueLines(value, { schema, path: fields, language });
  const choice = choices.get(name);
  const kind = takesOwn(conflict);
  const chosen = choice?.of ?? changedBy(conflict);
  const told = Object.entries(problems).find(([field]) => field === name || field.startsWith(`${name}.`))?.[1];
  const problem = told === CHOOSE ? m.choose : told === WRITE_NUMBER ? m.writeNumber : told;
  const ownText = choice?.of === 'own' ? choice.typed : String((mine ?? theirs) as string | number);
  return {
    name,
    label,
    base: path.length > 0 ? shown(base) : [],
    theirs: path.length > 0 ? shown(theirs) : [m.removed],
    mine: path.length > 0 ? shown(mine) : [m.restore],
    ...(kind ? { own: { typed: ownText, isLong: ownText.length > 60, isNumber: kind === 'number' } } : {}),
    ...(chosen ? { chosen } : {}),
    ...(problem ? { problem } : {}),
  };
}

/** Whose version stands until another is chosen: that of the only one who changed it. */
function changedBy({ base, theirs, mine }: Conflict): 'theirs' | 'mine' | undefined {
  if (isDeepStrictEqual(theirs, base)) return 'mine';
  return isDeepStrictEqual(mine, base) ? 'theirs' : undefined;
}

interface Place {
  schema: z.ZodObject;
  /** In the entry. */
  path: (string | number)[];
  language: Language;
}

/** A value as it can be read: a text by itself, a list by its items, a group by its fields with their labels. */
function valueLines(value: unknown, place: Place): string[] {
  const { schema, path, language } = place;
  const m = pageTexts('desk-merge', language);
  if (value === undefined || value === null || value === '') return [m.nothing];
  if (typeof value === 'boolean') return [value ? m.yes : m.no];
  if (typeof value === 'number') return [value.toLocaleString('en', { maximumFractionDigits: 2 })];
  if (typeof value === 'string') return [/^\d{4}(?:-\d{2}){0,2}$/.test(value) ? date(value, language) : value];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return value.map(String);
    return value.flatMap((item, at) => valueLines(item, { ...place, path: [...path, at] }));
  }
  return Object.entries(value).flatMap(([key, part]) => {
    const label =
      fieldLabel(schema, wrapped(path, value), [...path, key], fieldWords(language))
        .split(', ')
        .at(-1) ?? key;
    return `${label}: ${valueLines(part, { ...place, path: [...path, key] }).join('; ')}`;
  });
}

/** A value at its path, for labels that depend on what stands beside a field. */
function wrapped(path: (string | number)[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

/** Day and minute, in the time of the server that told them (UTC). */
function momentOf(iso: string, language: Language): string {
  const utc = new Date(iso).toISOString();
  return `${date(utc.slice(0, 10), language)}, ${utc.slice(11, 16)} UTC`;
}
