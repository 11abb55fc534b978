import type { Language } from '../../lib/locales.ts';
import { texts } from '../../texts/texts.ts';
import { plainWords } from '../change-in-words.ts';
import type { DeskContext } from '../context.ts';
import type { SavedEntry } from '../entry/save-entry.ts';

/** Says what others had changed when a change was joined to theirs; undefined where nobody had. */
export async function joinedWords(
  { inWords }: Pick<DeskContext, 'inWords'>,
  { path, saved: { joined }, language }: { path: string; saved: SavedEntry; language: Language },
): Promise<string | undefined> {
  if (!joined) return undefined;
  const { by, before, after } = joined;
  const m = texts('desk-merge', language);
  const { lines } = await inWords([{ path, before, after }], language);
  return m.bothKept({ who: by.join(', ') || m.somebody, what: lines.map(plainWords).join('; ') });
}

/** The address that follows a save; where it was joined to another's, it names between which versions that one was. */
export function addressAfter(address: string, { joined }: SavedEntry): string {
  if (!joined) return address;
  const { pathname, searchParams } = new URL(address, 'http://portal.invalid');
  searchParams.set('joined', joined.between.join('.'));
  return `${pathname}?${searchParams.toString()}`;
}

/**
 * Says on the page that follows a save what it was joined to, as `addressAfter` names it. Gives nothing where the address
 * names no versions of what the commit changed.
 */
export async function joinedBefore(
  { store, inWords }: Pick<DeskContext, 'store' | 'inWords'>,
  { commit, named, language }: { commit: string; named: string | null; language: Language },
): Promise<string | undefined> {
  const [from, to] = (named ?? '').split('.');
  if (!from || !to) return undefined;
  for (const { path } of await store.diff(`${commit}^`, commit)) {
    const edits = await store.editsOf(commit, path);
    const last = edits.findIndex(({ blob }) => blob === to);
    const first = edits.findIndex(({ blob, held }, at) => at > last && (blob === from || held?.blob === from));
    if (last < 0 || first < 0) continue;
    const [before = '', after = ''] = (await store.readMany([from, to])).map(String);
    const by = [...new Set(edits.slice(last, first).map(({ name }) => name))];
    return joinedWords({ inWords }, { path, saved: { joined: { by, before, after, between: [from, to] } }, language });
  }
  return undefined;
}
