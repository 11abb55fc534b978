import { isDeepStrictEqual } from 'node:util';
import type { Translation } from '../schemas/translation.ts';
import { entriesOf } from './handed-content.ts';
import type { Register } from './register.ts';

interface Part {
  id: string;
  data: object;
  html: string;
}

/**
 * The sources (see `track.ts`) that tell of something else in one register than in another. Entries that both share are
 * not looked into, so that the cost grows with the edit and not with the content.
 */
export function changedSources(before: Register, after: Register): Set<string> {
  const changed = new Set<string>();
  const [old, now] = [entriesOf(before), entriesOf(after)];
  for (const collection of Object.keys(now) as (keyof typeof now)[])
    compare(collection, byId(old[collection]), byId(now[collection]), changed);
  for (const [id, agency] of after.agencies) {
    const former = before.agencies.get(id);
    const order = (list: { id: string }[] = []): string => list.map((service) => service.id).join();
    if (order(former?.services) !== order(agency.services)) changed.add(`services/${id}`);
  }
  return changed;
}

function byId(entries: readonly Part[]): Map<string, Part> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function compare(
  collection: string,
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
  changed: Set<string>,
): void {
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)];
    const of = `${collection}/${id}`;
    if (!old || !now) {
      changed.add(collection).add(of);
      continue;
    }
    if (old.html !== now.html) changed.add(`${of}#html`);
    if (old.data === now.data) continue;
    for (const field of changedFields(old.data, now.data)) changed.add(`${of}#${field}`).add(`${of}#*`);
  }
}

function changedFields(before: object, after: object): Set<string> {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter(
    (field) => !isDeepStrictEqual(old.get(field), now.get(field)),
  );
  return new Set([...fields, ...changedTranslations(old.get('translations'), now.get('translations'))]);
}

/** The fields whose translations differ: who reads a field in a language has read its translation. */
function changedTranslations(before: unknown, after: unknown): string[] {
  const [old, now] = [before, after].map(
    (list) => new Map(((list ?? []) as Translation[]).map((item) => [keyOf(item), item])),
  );
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])]
    .filter((key) => !isDeepStrictEqual(old?.get(key), now?.get(key)))
    .map((key) => key.slice(key.indexOf(' ') + 1).split(/[.[]/)[0] ?? '');
}

function keyOf({ language, field }: Translation): string {
  return `${language} ${field}`;
}
