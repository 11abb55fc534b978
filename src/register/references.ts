import type { ReferenceKind } from '../schemas/field.ts';
import { collections } from '../schemas/collections.ts';
import { walkFields, type FieldPath } from '../schemas/walk.ts';
import type { Translation } from '../schemas/translation.ts';
import { liveParts, type LivePart } from './live-parts.ts';
import { oncePerEntry } from './once-per-entry.ts';
import { renderProse } from './prose.ts';
import { PROSE_FIELD } from './translated-prose.ts';

export interface Reference {
  kind: ReferenceKind;
  id: string;
  path: FieldPath;
}

/** What an entry refers to in its fields: agencies, services, sources, contacts, topics. */
export const referencesOf = oncePerEntry(({ collection, data }): Reference[] => {
  const found: Reference[] = [];
  walkFields(collections[collection].schema, data, (value, path, meta) => {
    if (meta.refersTo && typeof value === 'string') found.push({ kind: meta.refersTo, id: value, path });
  });
  return found;
});

/** The components in the prose of an entry, and in its translations, that show live figures. */
export const livePartsOf = oncePerEntry(({ data, file, html, lineOf }): LivePart[] => [
  ...liveParts(html),
  ...((data as { translations?: Translation[] }).translations ?? []).flatMap(({ field, text }, index) =>
    field === PROSE_FIELD
      ? liveParts(renderProse(file, text, (lineOf(['translations', index, 'text']) ?? 0) + 1).html)
      : [],
  ),
]);
