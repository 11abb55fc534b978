import type { DeskContext } from '../../../cms/context.ts';
import { fieldLabel } from '../../../cms/entry/field-label.ts';
import { fieldSteps } from '../../../cms/entry/place-of.ts';
import { pageOf } from '../../../cms/entry/publish-draft.ts';
import { formerTexts } from '../../../cms/translate/former-texts.ts';
import { lostParts, partsToKeep, strangeNumbers, type KeptPart } from '../../../cms/translate/kept-parts.ts';
import { movedTranslation, type Remembered } from '../../../cms/translate/memory.ts';
import type { OpenedEntry, OpenedText } from '../../../cms/translate/open-entry.ts';
import type { TextProblem, TypedText } from '../../../cms/translate/save-translations.ts';
import { languages, localePath, splitLocale, type Language } from '../../../lib/locales.ts';
import { differsInSpacesOnly, wordChanges, type WordRun } from '../../../lib/word-changes.ts';
import { PROSE_FIELD } from '../../../register/translated-prose.ts';
import { collections } from '../../../schemas/collections.ts';
import { fieldWords } from '../../../schemas/field-words.ts';
import { deskUrls } from '../../../site/desk-urls.ts';
import { languageLabel } from './overview.ts';
import { recallIn } from './recall.ts';

/** Which texts are shown: those that wait, those that leave something out, or all. */
export const filters = ['open', 'lacking', 'all'] as const;
export type Filter = (typeof filters)[number];

/** So many texts are on one page: a slow line brings it, and losing it loses little. */
const TEXTS_A_PART = 20;
/** More ways of saying the same would be a list to read. */
const OFFERS_MAX = 2;

/** One text of the entry, to be translated. */
export interface TextRow {
  text: OpenedText;
  /** Which field it is, in the words of the forms; absent for the text under the fields. */
  label?: string;
  /** It is marked up, with components that stand for figures. */
  prose: boolean;
  standing: 'untranslated' | 'stale' | 'translated';
  /** What became of the original since it was translated. */
  changes?: { runs: WordRun[]; spacesOnly: boolean };
  keep: KeptPart[];
  lost: KeptPart[];
  strange: string[];
  /** What stands in the box. */
  value: string;
  stillRight: boolean;
  offers: Remembered[];
  problem?: TextProblem;
}

export interface TranslateEntry {
  opened: OpenedEntry;
  intoName: string;
  /** The portal has no pages in the language yet. */
  unspoken: boolean;
  /** Where citizens read the original. */
  page: string;
  overview: string;
  action: string;
  counts: Record<Filter, number>;
  texts: number;
  filter: Filter;
  filterHref: Record<Filter, string>;
  part: number;
  parts: { number: number; href: string }[];
  rows: TextRow[];
  /** What a form brought back, to be said above it. */
  refusal?: string;
}

export interface EntryAsked {
  filter: Filter | undefined;
  part: number;
}

/** What was typed in a form that was refused, and why. */
export interface Refused {
  typed: readonly TypedText[];
  problems: ReadonlyMap<string, TextProblem>;
  refusal?: string;
}

/** An opened entry as the page shows it. After a refusal exactly the texts of the form are shown, as they were typed. */
export async function translateEntry(
  context: DeskContext,
  opened: OpenedEntry,
  language: Language,
  { filter, part }: EntryAsked,
  refused?: Refused,
): Promise<TranslateEntry> {
  const all = opened.texts.map((text) => ({ text, standing: standingOf(text) }));
  const chosenBy: Record<Filter, (row: (typeof all)[number]) => boolean> = {
    open: ({ standing }) => standing !== 'translated',
    lacking: ({ text }) => lacks(text, text.translation?.text ?? ''),
    all: () => true,
  };
  const counts = { open: 0, lacking: 0, all: 0 };
  for (const name of filters) counts[name] = all.filter(chosenBy[name]).length;
  const shown = filter ?? (counts.open > 0 ? 'open' : 'all');
  const chosen = all.filter(chosenBy[shown]);
  const partCount = Math.max(1, Math.ceil(chosen.length / TEXTS_A_PART));
  const current = Math.min(Math.max(1, part), partCount);
  const typed = new Map(refused?.typed.map((item) => [item.field, item]));
  const onPage = refused
    ? all.filter(({ text }) => typed.has(text.field))
    : chosen.slice((current - 1) * TEXTS_A_PART, current * TEXTS_A_PART);
  const { collection, slug, into } = opened;
  const address = (name: Filter, number = 1): string =>
    `${deskUrls.translate(language, into, `${collection.name}/${slug}`)}&show=${name}${number > 1 ? `&part=${number}` : ''}`;
  return {
    opened,
    intoName: languageLabel(into, language),
    unspoken: !languages.includes(into),
    page: localePath(
      languages.includes(opened.language) ? opened.language : language,
      splitLocale(pageOf(await context.register(), collection, slug)).path,
    ),
    overview: `${deskUrls.translate(language)}?${new URLSearchParams({ into, ...(collection.agency ? { agency: collection.agency } : { agency: 'shared' }) }).toString()}`,
    action: address(shown, current),
    counts,
    texts: all.length,
    filter: shown,
    filterHref: { open: address('open'), lacking: address('lacking'), all: address('all') },
    part: current,
    parts: Array.from({ length: partCount }, (_, at) => ({ number: at + 1, href: address(shown, at + 1) })),
    rows: (await rowsOf(context, opened, onPage, refused)).map((row) => ({
      ...row,
      ...labelled(opened, row, language),
    })),
    ...(refused?.refusal ? { refusal: refused.refusal } : {}),
  };
}

async function rowsOf(
  context: DeskContext,
  opened: OpenedEntry,
  shown: { text: OpenedText; standing: TextRow['standing'] }[],
  refused: Refused | undefined,
): Promise<TextRow[]> {
  const recall = recallIn(await context.register(), opened.into);
  const stale = shown.flatMap(({ text, standing }) => (standing === 'stale' ? (text.translation?.of ?? []) : []));
  const former = await formerTexts(context.store, opened.source, new Set(stale));
  const held = opened.texts.flatMap(({ field, translation }) =>
    translation ? [{ language: opened.into, field, ...translation }] : [],
  );
  return shown.map(({ text, standing }): TextRow => {
    const { original, translation, field } = text;
    const typed = refused?.typed.find((item) => item.field === field);
    const value = typed?.text ?? translation?.text ?? '';
    const before = standing === 'stale' ? former.get(translation?.of ?? '') : undefined;
    const problem = refused?.problems.get(field);
    const offers = standing === 'translated' || field === PROSE_FIELD ? [] : offersFor(text, recall(original));
    const moved =
      offers.length === 0 && standing !== 'translated' ? movedTranslation(held, opened.into, original) : undefined;
    return {
      text,
      prose: field === PROSE_FIELD,
      standing,
      ...(before === undefined
        ? {}
        : { changes: { runs: wordChanges(before, original), spacesOnly: differsInSpacesOnly(before, original) } }),
      keep: partsToKeep(original),
      lost: lostParts(original, value),
      strange: value === '' ? [] : strangeNumbers(original, value),
      value,
      stillRight: typed?.stillRight ?? false,
      offers: moved === undefined ? offers : [{ text: moved, from: [opened.name] }],
      ...(problem ? { problem } : {}),
    };
  });
}

function labelled(
  { collection, source }: OpenedEntry,
  { text, prose }: TextRow,
  language: Language,
): Pick<TextRow, 'label'> {
  if (prose) return {};
  const { schema } = collections[collection.kind];
  return { label: fieldLabel(schema, source.values.data, fieldSteps(text.field), fieldWords(language)) };
}

function offersFor({ translation }: OpenedText, remembered: Remembered[]): Remembered[] {
  return remembered.filter(({ text }) => text !== translation?.text).slice(0, OFFERS_MAX);
}

function standingOf({ of, translation }: OpenedText): TextRow['standing'] {
  if (!translation) return 'untranslated';
  return translation.of === of ? 'translated' : 'stale';
}

function lacks({ original }: OpenedText, translation: string): boolean {
  return (
    translation !== '' &&
    (lostParts(original, translation).length > 0 || strangeNumbers(original, translation).length > 0)
  );
}
