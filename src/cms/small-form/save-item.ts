import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../lib/locales.ts';
import { prune } from '../../lib/yaml/prune.ts';
import type { Source } from '../../schemas/provenance.ts';
import { texts } from '../../texts/texts.ts';
import { CmsError, SAID, withProblems, type FieldProblem } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { EditBase } from '../entry/entry-text.ts';
import { saveEntry, type EntryValues, type SavedEntry } from '../entry/save-entry.ts';
import type { ItemPlace } from './item-place.ts';
import { itemsOf, type OpenItem } from './open-item.ts';
import { NEW_SOURCE } from './read-evidence.ts';
import type { TypedItem } from './read-item.ts';
import { translationsOfNewFigure } from './translations-of-new-figure.ts';
import { translationsWithout } from './translations-without.ts';

export interface ItemEdit {
  item: OpenItem;
  /** The version that the form was opened with. */
  base: EditBase | undefined;
}

/**
 * Saves an item as it was typed, as a draft of its entry. Throws a `CmsError`; its problems are named by the fields of
 * the form.
 */
export async function saveItem(
  context: DeskContext,
  { item, base, typed, language }: ItemEdit & { typed: TypedItem; language: Language },
): Promise<SavedEntry> {
  const { place, file, sources } = item;
  const { newSource, values } = typed;
  if (isDeepStrictEqual(prune(values), prune(item.item)))
    throw new CmsError(422, SAID, { values: { said: texts('desk-small-form', language).nothing } });
  const isCharter = file.collection.kind === 'charters';
  return saveEntry(context, {
    file,
    base,
    change: (now) => {
      const changed = withItem(now, place, typed);
      return newSource && isCharter ? withSource(changed, newSource) : changed;
    },
    charter: newSource && !isCharter ? (now) => withSource(now, newSource) : undefined,
  }).catch((error: unknown) => {
    throw error instanceof CmsError ? inForm(error, item, sources.length) : error;
  });
}

/** Takes an item out of its entry, as a draft. Throws a `CmsError` where it must not. */
export async function removeItem(context: DeskContext, { item, base }: ItemEdit): Promise<SavedEntry> {
  const { place, file } = item;
  const { list, index } = place;
  if (index === 'new') return {};
  return saveEntry(context, {
    file,
    base,
    change: (now) => {
      const { translations } = now.data;
      const data = {
        ...now.data,
        [list]: itemsOf(now, place).filter((_, at) => at !== index),
        ...(Array.isArray(translations) ? { translations: translationsWithout(translations, list, index) } : {}),
      };
      return { ...now, data };
    },
  }).catch((error: unknown) => {
    throw error instanceof CmsError ? inForm(error, item, 0) : error;
  });
}

function withItem(now: EntryValues, place: ItemPlace, { values, moved }: TypedItem): EntryValues {
  const items = [...itemsOf(now, place)];
  const at = place.index === 'new' ? items.length : place.index;
  items[at] = values;
  const { translations } = now.data;
  const kept = Array.isArray(translations)
    ? { translations: translationsOfNewFigure(translations, `${place.list}.${at}`, moved) }
    : {};
  return { ...now, data: { ...now.data, [place.list]: items, ...kept } };
}

function withSource(now: EntryValues, source: Partial<Source>): EntryValues {
  return { ...now, data: { ...now.data, sources: [...((now.data.sources ?? []) as Source[]), source] } };
}

/** A refusal of an entry, told beside the fields of its form: of single lines, beside the field that holds them all. */
function inForm(error: CmsError, { place, entry, parts }: OpenItem, sources: number): CmsError {
  const index = place.index === 'new' ? itemsOf(entry, place).length : place.index;
  const starts: [string, string][] = [
    [`${place.list}.${index}.`, ''],
    [`sources.${sources}.`, NEW_SOURCE],
  ];
  const whole = parts.filter(({ type }) => type === 'lines' || type === 'field').map(({ name }) => name);
  const problems = error.problems.flatMap(({ field, ...told }): FieldProblem[] => {
    const [start, own] = starts.find(([start]) => field.startsWith(start)) ?? [];
    if (start === undefined) return [];
    const inItem = field.slice(start.length);
    const holder = own === '' ? whole.find((name) => inItem.startsWith(`${name}.`)) : undefined;
    return [{ field: `${own}${holder ?? inItem}`, ...told }];
  });
  return withProblems(error, problems);
}
