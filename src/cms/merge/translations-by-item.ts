import { fingerprint } from '../../lib/fingerprint.ts';
import { itemName, itemsByName } from './three-way-lists.ts';
import type { Conflict, Joined } from './versions.ts';

type Data = Record<string, unknown>;
interface Placed {
  field: string;
  of?: unknown;
}

/** An item of a list, and the text of it that is translated. */
interface Named {
  list: string;
  name: string;
  /** Its path within the item, with the point before it; empty where the item is the text. */
  rest: string;
}

/**
 * Translations name their text by its place (fees.1.note), which moves when an item before it is added or taken out. To be
 * joined they name it by the item instead, in lists that are joined item by item. Gives how that is done to a version, and
 * how it is undone in what was joined: there, translations of items that are gone go with them.
 */
export function translationsByItem(versions: { base: Data; theirs: Data; mine: Data }): {
  byItem: (data: Data) => Data;
  byPlace: (joined: Joined) => Joined;
} {
  const { base, theirs, mine } = versions;
  const lists = Object.keys(theirs).filter((list) =>
    itemsByName({ base: itemsOf(base, list), theirs: itemsOf(theirs, list), mine: itemsOf(mine, list) }),
  );
  if (lists.length === 0) return { byItem: (data) => data, byPlace: (joined) => joined };
  const known = new Map<string, Named>();
  const before = new Set(translationsOf(base).map((translation) => JSON.stringify(translation)));

  function named(translation: Placed, data: Data): Placed {
    const [, list = '', place = '', rest = ''] = /^(\w+)\.(\d+)(\..+)?$/.exec(translation.field) ?? [];
    if (!lists.includes(list)) return translation;
    const own = itemsOf(data, list)[Number(place)];
    // Where nobody moved it, it still stands where its text stood when both began.
    const stayed = before.has(JSON.stringify(translation)) && fingerprintAt(own, rest) !== translation.of;
    const item = stayed ? itemsOf(base, list)[Number(place)] : own;
    if (item === undefined) return translation;
    const name = itemName(item);
    const field = JSON.stringify([list, name, rest]);
    known.set(field, { list, name, rest });
    return { ...translation, field };
  }

  function byItem(data: Data): Data {
    const own = translationsOf(data).map((item) => named(item, data));
    // Whether an item goes is decided by the item; its translations are no question of their own, and stand where they stood.
    const former = translationsOf(base).map((item) => named(item, base));
    former.forEach((translation, at) => {
      const { list, name } = known.get(translation.field) ?? {};
      if (list === undefined || itemsOf(data, list).some((item) => itemName(item) === name)) return;
      own.splice(own.findIndex(({ field }) => field === former[at - 1]?.field) + 1, 0, translation);
    });
    return own.length > 0 ? { ...data, translations: own } : data;
  }

  function byPlace(joined: Joined): Joined {
    const { data, body } = joined.value;
    const names = new Map(lists.map((list) => [list, namesIn(itemsOf(data, list), list, joined.conflicts)]));
    /** The translation with its place; undefined where its item is gone. */
    const placed = (translation: unknown): unknown => {
      const { list, name, rest } = known.get((translation as Placed | undefined)?.field ?? '') ?? {};
      if (list === undefined || name === undefined) return translation;
      const at = names.get(list)?.indexOf(name) ?? -1;
      return at < 0 ? undefined : { ...(translation as Placed), field: `${list}.${at}${rest}` };
    };
    const kept = new Map<number, number>();
    const translations = (data.translations as unknown[] | undefined)?.flatMap((translation, at) => {
      const holds = translation ?? conflictAt(joined.conflicts, 'translations', at)?.mine;
      if (placed(holds) === undefined) return [];
      kept.set(at, kept.size);
      return [translation === null ? null : placed(translation)];
    });
    const conflicts = joined.conflicts.flatMap((conflict): Conflict[] => {
      const [whole, list, at, ...deeper] = conflict.path;
      if (whole !== 'data' || list !== 'translations' || typeof at !== 'number') return [conflict];
      const now = kept.get(at);
      if (now === undefined) return [];
      const path = [whole, list, now, ...deeper];
      if (deeper.length > 0) return [{ ...conflict, path }];
      const [was, other, own] = [conflict.base, conflict.theirs, conflict.mine].map(placed);
      return [{ path, base: was, theirs: other, mine: own }];
    });
    return { value: { data: translations ? { ...data, translations } : data, body }, conflicts };
  }

  return { byItem, byPlace };
}

const itemsOf = (data: Data, list: string): unknown[] =>
  list !== 'translations' && Array.isArray(data[list]) ? data[list] : [];

const translationsOf = ({ translations }: Data): Placed[] =>
  Array.isArray(translations) ? (translations as Placed[]) : [];

/** The names of a joined list's items; those that are yet to be decided among them. */
function namesIn(items: unknown[], list: string, conflicts: Conflict[]): string[] {
  return items.map((item, at) => itemName(item ?? conflictAt(conflicts, list, at)?.mine));
}

function conflictAt(conflicts: Conflict[], list: string, at: number): Conflict | undefined {
  return conflicts.find(({ path }) => path.length === 3 && path[1] === list && path[2] === at);
}

function fingerprintAt(item: unknown, path: string): string | undefined {
  const steps = path.split('.').slice(1);
  const text = steps.reduce<unknown>((value, step) => (value as Data | undefined)?.[step], item);
  return typeof text === 'string' ? fingerprint(text) : undefined;
}
