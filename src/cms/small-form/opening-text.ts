import type { Language } from '../../lib/locales.ts';
import type { OpenItem } from './open-item.ts';
import { evidenceParts } from './read-evidence.ts';
import { keptEvidence } from './read-item.ts';
import { typedOf, type Typed } from './typed.ts';

/** What stands in the fields of an item's form when it is opened. A new figure is first taken for a fixed one. */
export function openingText(item: OpenItem, language: Language): Typed {
  const typed = typedOf(item.parts, item.item, language);
  for (const entry of typedOf(evidenceParts, keptEvidence(item), language, 'evidence.')) typed.set(...entry);
  if (item.place.index === 'new' && item.parts.some(({ name }) => name === 'kind')) typed.set('kind', ['fixed']);
  return typed;
}
