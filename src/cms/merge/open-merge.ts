import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { valuesOf } from '../entry/save-entry.ts';
import { startOf } from '../entry/start-of.ts';
import type { FileEdit } from '../git/edits-of.ts';
import type { ParkedVersion } from '../git/parked.ts';
import type { FileChange } from '../git/reader.ts';
import { trailer } from '../git/trailers.ts';
import { permittedCollection, permittedFile, type PermittedFile } from '../permissions.ts';
import { joinEdits } from './join-edits.ts';
import type { Asks } from './three-way.ts';
import type { Conflict, Edited, Joined } from './versions.ts';

/** A version that was kept apart, beside the one that it was made of and the one that is there now. */
export interface OpenMerge {
  version: ParkedVersion;
  file: PermittedFile;
  /** The window in which it was written. */
  editWindow: string;
  /** The commit of the draft, where the version is that of it and what is there now was published since it was begun. */
  renews: string | undefined;
  base: Edited;
  /** Absent where the entry was removed meanwhile. */
  theirs: Edited | undefined;
  mine: Edited;
  /** With what there is to be decided: the contradictions, or each change. */
  joined: Joined;
  asks: Asks;
  contradictions: Conflict[];
  /** The blobs of what is there now and of the officer's version. */
  current: string | undefined;
  own: string;
  texts: { base: string; theirs: string | undefined; mine: string };
  /** What others did since, newest first. */
  since: FileEdit[];
  /** What the officer's version brings along in other files. */
  beside: FileChange[];
}

/**
 * Opens a version of the officer. Each change is to be decided where that is asked for, and where nothing contradicts: the
 * two may not be valid together. Refuses another's version, and one that is settled or too old (404).
 */
export async function openMerge(context: DeskContext, id: string, asked: Asks = 'contradictions'): Promise<OpenMerge> {
  const { officer, store } = context;
  const version = await store.parked.find(officer, id);
  if (!version)
    throw new CmsError(
      404,
      'There is no version of yours to be joined here: it is settled, or was kept for its 30 days. Open the entry to see how it stands.',
    );
  const collection = permittedCollection(officer, version.collection);
  const file = permittedFile(officer, `${collection.folder}/${version.slug}.${collection.extension}`, collection.name);
  const { path, slug } = file;
  const parent = `${version.commit}^`;
  const [baseBlob, own] = await Promise.all([store.blobAt(parent, path), store.blobAt(version.commit, path)]);
  if (!own) throw new CmsError(404, 'The version that was kept holds no entry.');
  const message = await store.message(version.commit);
  const editWindow = trailer(message, 'Cms-Edit') ?? '';
  const renews = trailer(message, 'Cms-Renews');
  const draft = renews ? undefined : await store.drafts.find(collection.name, slug);
  const tip = draft?.commit ?? (await store.head()).commit;
  const { current, since } = await startOf(context, { base: { blob: baseBlob ?? '', editWindow }, tip, path });
  const read = async (blob: string | undefined): Promise<string | undefined> =>
    blob ? (await store.read(blob)).toString() : undefined;
  const [was = '', now, text = ''] = await Promise.all([read(baseBlob), read(current), read(own)]);
  const values = (of: string): Edited => valuesOf(path, of, collection.extension);
  const [base, theirs, mine] = [values(was), now === undefined ? undefined : values(now), values(text)];
  const contradicting = joinEdits(base, theirs, mine);
  const asks = contradicting.conflicts.length === 0 ? 'each' : asked;
  return {
    version,
    file,
    editWindow,
    renews,
    base,
    theirs,
    mine,
    joined: asks === 'each' ? joinEdits(base, theirs, mine, 'each') : contradicting,
    asks,
    contradictions: contradicting.conflicts,
    current,
    own,
    texts: { base: was, theirs: now, mine: text },
    since,
    beside: (await store.diff(parent, version.commit)).filter((change) => change.path !== path),
  };
}
