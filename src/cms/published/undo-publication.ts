import { defaultLanguage, type Language } from '../../lib/locales.ts';
import { collections } from '../../schemas/collections.ts';
import { commitWords } from '../change-in-words.ts';
import { plainFieldWords } from '../../schemas/field-words.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { changedFiles } from '../entry/changed-files.ts';
import { fieldLabel } from '../entry/field-label.ts';
import { assertOwnNames } from '../entry/own-names.ts';
import { assertReservedKept } from '../entry/reserved-fields.ts';
import { mergeEntry, valuesOf, type EntryValues } from '../entry/save-entry.ts';
import { assertValid, type ProposedFile } from '../entry/validate.ts';
import { withTrailers } from '../git/trailers.ts';
import type { FileChange } from '../git/reader.ts';
import { inTurn } from '../in-turn.ts';
import { mergeVersions } from '../merge/three-way.ts';
import {
  assertMayPublish,
  assertOwnNotice,
  permittedFile,
  permittedMedia,
  type PermittedFile,
} from '../permissions.ts';
import { publicationOf } from './publications.ts';

/** Git's own limit of taste for the first line of a message. */
const SUBJECT_MAX = 72;

/**
 * Undoes a publication by a commit of its own, in the name of the officer: what it changed is as it was before, what
 * was changed elsewhere since stays. Refuses what is not the officer's or was not published at the desk, what a later
 * publication changed again, and what would no longer be valid; nothing is published then. Gives the commit.
 */
export function undoPublication(context: DeskContext, commit: string): Promise<{ commit: string }> {
  assertMayPublish(context.officer);
  return inTurn(context, async () => {
    const { store, officer } = context;
    const publication = await publicationOf(context, commit);
    const parents = publication ? (await store.log(['-1', '--format=%P', commit]))[0]?.split(' ') : undefined;
    if (!publication || parents?.length !== 1)
      throw new CmsError(
        409,
        'Not undone: it is no single publication of this portal. Nothing was changed. Open the figure or contact and write it as it should be, or ask whoever runs the portal.',
      );
    if (!publication.ofDesk)
      throw new CmsError(403, 'Not undone: this was not published at the desk. Ask whoever runs the portal.');
    const { commit: head } = await store.head();
    const [before = ''] = parents;
    const undone = await store.diff(commit, before);
    const files = await Promise.all(undone.map((change) => undoneFile(context, { change, commit, head })));
    const changes = files.flatMap(({ change }) => change ?? []);
    if (changes.length === 0)
      throw new CmsError(
        409,
        'Not undone: all of it has been changed back already. Nothing was changed. Open the figure or contact and write it as it should be, or ask whoever runs the portal.',
      );
    const [main, ...beside] = files.flatMap(({ proposed }) => proposed ?? []).toReversed();
    if (main) await assertValid(store, await context.register(), main, { beside });
    const words = await context.inWords(await changedFiles(store, head, changes), defaultLanguage);
    const subject = `Undo: ${publication.subject.replace(/^Undo: /, '')}`;
    const message = commitWords({ ...words, subject: clipped(subject) });
    const made = await store.publish(changes, withTrailers(message, { Undoes: commit }), officer);
    context.published(changes.map(({ path }) => path));
    return { commit: made };
  });
}

interface Undone {
  /** From the publication back to what was before it. */
  change: FileChange;
  commit: string;
  head: string;
}

/** What becomes of one file of the publication: what is to be written, and what is to be checked before. */
async function undoneFile(
  context: DeskContext,
  { change: { path, blob: old }, commit, head }: Undone,
): Promise<{ change?: FileChange; proposed?: ProposedFile }> {
  const { store, officer } = context;
  const [then, now] = [await store.blobAt(commit, path), await store.blobAt(head, path)];
  if (now === (old ?? undefined)) return {};
  if (path.startsWith('content/media/')) {
    permittedMedia(officer, path);
    if (now !== then)
      throw new CmsError(
        409,
        'Not undone: {path} was replaced since. Nothing was changed. Open the figure or contact and write it as it should be, or ask whoever runs the portal.',
        { values: { path } },
      );
    return { change: { path, blob: old } };
  }
  const file = permittedFile(officer, path);
  const text = await undoneText(context, file, { then, now, old: old ?? undefined });
  const current = now ? (await store.read(now)).toString() : '';
  await assertOwn(context, file, current, text);
  const { collection } = file;
  return {
    change: { path, blob: text === undefined ? null : await store.writeBlob(text) },
    proposed: { collection, path, text },
  };
}

/** The text of a file without what the publication changed in it; undefined where the publication had added it. */
async function undoneText(
  { store }: DeskContext,
  { path, collection }: PermittedFile,
  { then, now, old }: Record<'then' | 'now' | 'old', string | undefined>,
): Promise<string | undefined> {
  const read = async (blob: string | undefined): Promise<string | undefined> =>
    blob === undefined ? undefined : (await store.read(blob)).toString();
  const [base, theirs, mine] = await Promise.all([read(then), read(now), read(old)]);
  if (now === then) return mine;
  if (base === undefined || theirs === undefined || mine === undefined)
    throw new CmsError(
      409,
      'Not undone: {path} was changed since. Nothing was changed. Open the figure or contact and write it as it should be, or ask whoever runs the portal.',
      {
        values: { path },
      },
    );
  const values = (text: string): EntryValues => valuesOf(path, text, collection.extension);
  const merged = mergeVersions({ base: values(base), theirs: values(theirs), mine: values(mine) });
  if (merged.conflicts.length > 0) {
    const places = (language: Language): string[] =>
      merged.conflicts.map(({ path: [, ...steps] }) =>
        fieldLabel(collections[collection.kind].schema, values(theirs).data, steps, plainFieldWords(language)),
      );
    throw new CmsError(
      409,
      'Not undone: a later publication changed the same again: {places}. Nothing was changed. Open the figure or contact and write it as it should be, or ask whoever runs the portal.',
      { values: { places: (language) => [...new Set(places(language))].filter(Boolean).join('; ') || path } },
    );
  }
  return mergeEntry(theirs, merged.value as EntryValues, collection.extension);
}

/** The checks that every change of an entry goes through before its schema is asked. */
async function assertOwn(
  { officer, register }: DeskContext,
  { collection, path }: PermittedFile,
  before: string,
  after: string | undefined,
): Promise<void> {
  const [was, is] = [before, after ?? ''].map((text) => valuesOf(path, text, collection.extension).data);
  if (collection.kind === 'notices')
    for (const data of [was, is]) if (data && Object.keys(data).length > 0) assertOwnNotice(officer, path, data.agency);
  if (after === undefined) {
    if (collection.kind === 'charters')
      throw new CmsError(
        409,
        'Not undone: a charter is not removed at the desk. Nothing was changed. Open the figure or contact and write it as it should be, or ask whoever runs the portal.',
      );
    return;
  }
  assertReservedKept(collections[collection.kind].schema, was ?? {}, is ?? {});
  assertOwnNames(await register(), collection, was ?? {}, is ?? {});
}

const clipped = (text: string): string => (text.length <= SUBJECT_MAX ? text : `${text.slice(0, SUBJECT_MAX - 1)}…`);
