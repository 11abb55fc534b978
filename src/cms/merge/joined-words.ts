import type { Language } from '../../lib/locales.ts';
import { texts } from '../../texts/texts.ts';
import { plainWords } from '../change-in-words.ts';
import type { DeskContext } from '../context.ts';
import type { SavedEntry } from '../entry/save-entry.ts';

/** Says what others had changed when a change was joined to theirs; undefined where nobody had. */
export async function joinedWords(
  { inWords }: DeskContext,
  { path, saved: { joined }, language }: { path: string; saved: SavedEntry; language: Language },
): Promise<string | undefined> {
  if (!joined) return undefined;
  const { by, before, after } = joined;
  const m = texts('desk-merge', language);
  const { lines } = await inWords([{ path, before, after }], language);
  return m.bothKept({ who: by.join(', ') || m.somebody, what: lines.map(plainWords).join('; ') });
}
