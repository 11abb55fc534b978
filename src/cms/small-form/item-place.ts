import type * as z from 'zod';
import { collections } from '../../schemas/collections.ts';
import { unwrap } from '../../schemas/walk.ts';

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
export function itemSchema({ kind, list }: ItemPlace): z.ZodType {
  const { shape } = collections[kind].schema as unknown as { shape: Record<string, z.ZodType> };
  const array = shape[list] && (unwrap(shape[list]) as z.ZodArray);
  if (!array) throw new Error(`The schema of ${kind} has no list "${list}".`);
  return array.element as z.ZodType;
}
