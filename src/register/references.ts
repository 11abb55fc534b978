import type { ReferenceKind } from '../schemas/field.ts';
import { collections } from '../schemas/collections.ts';
import { walkFields, type FieldPath } from '../schemas/walk.ts';
import { liveParts, type LivePart } from './live-parts.ts';
import { oncePerEntry } from './once-per-entry.ts';

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

/** The components in the prose of an entry that show live figures. */
export const livePartsOf = oncePerEntry(({ html }): LivePart[] => liveParts(html));
