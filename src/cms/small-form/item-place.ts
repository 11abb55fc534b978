import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { prune } from '../../lib/yaml/prune.ts';
import { collections } from '../../schemas/collections.ts';
import { fieldMeta } from '../../schemas/field.ts';
import { chapterOf, type HandbookChapter } from '../../schemas/handbook-chapter.ts';
import { unwrap } from '../../schemas/walk.ts';

type Values = Record<string, unknown>;

/** The lists of an entry whose items are changed one at a time, each with what people come to it for, first things first. */
export const smallLists = {
  services: {
    fees: ['amount', 'kind', 'formula', 'label', 'validFrom'],
    processingTimes: ['max', 'unit', 'kind', 'appliesTo'],
    deadlines: ['says', 'on'],
  },
  charters: {
    contacts: ['emails', 'phones'],
    standards: ['target', 'metric', 'channel'],
  },
} satisfies Record<SmallKind, Record<string, string[]>>;

/** What of an item is the figure or fact itself: whoever changes one of these tells something new, and says who says so. */
const tellingFields: Record<string, readonly string[]> = {
  fees: ['kind', 'amount', 'currency', 'formula', 'per'],
  processingTimes: ['kind', 'min', 'max', 'unit'],
  deadlines: ['says', 'on'],
  contacts: ['emails', 'phones'],
  standards: ['metric', 'target'],
};

/** Whether an item says something else than before, and not only says it otherwise. */
export function tellsAnother({ list }: ItemPlace, before: Values, after: Values): boolean {
  const telling = (values: Values): Values =>
    prune(Object.fromEntries((tellingFields[list] ?? []).map((name) => [name, values[name]]))) as Values;
  return !isDeepStrictEqual(telling(before), telling(after));
}

export type SmallKind = 'services' | 'charters';

/** One item of a list of an entry. */
export interface ItemPlace {
  kind: SmallKind;
  list: string;
  /** Its place, counted from 0; `new` for one that is to be added. */
  index: number | 'new';
}

/** The place that an address names, such as fees.0 or fees.new; undefined where no such item is changed one at a time. */
export function itemPlace(kind: SmallKind, at: string): ItemPlace | undefined {
  const [, list = '', index = ''] = /^([A-Za-z]+)\.(\d{1,4}|new)$/.exec(at) ?? [];
  if (!Object.hasOwn(smallLists[kind], list)) return undefined;
  return { kind, list, index: index === 'new' ? 'new' : Number(index) };
}

/** What people come to an item for, in this order. */
export function leadingFields({ kind, list }: ItemPlace): readonly string[] {
  return (smallLists[kind] as Record<string, string[]>)[list] ?? [];
}

/** The schema of the items of a list. */
export function itemSchema(place: ItemPlace): z.ZodType {
  return (unwrap(listSchema(place)) as z.ZodArray).element as z.ZodType;
}

/** The chapter of the handbook that explains the items of a list. */
export function chapterOfItem(place: ItemPlace): HandbookChapter {
  return chapterOf(place.list, fieldMeta(listSchema(place)) ?? {});
}

function listSchema({ kind, list }: ItemPlace): z.ZodType {
  const { shape } = collections[kind].schema as unknown as { shape: Record<string, z.ZodType> };
  const array = shape[list];
  if (!array) throw new Error(`The schema of ${kind} has no list "${list}".`);
  return array;
}
