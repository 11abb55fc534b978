import { parseSourceFile } from '../../register/source-file.ts';
import { stampBase } from '../entry/entry-text.ts';
import type { TreeFile } from '../git/reader.ts';
import {
  assertOwnNotice,
  deskCollections,
  permittedFile,
  permittedMedia,
  permittedMediaFolder,
  type PermittedFile,
} from '../permissions.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { ActionParams } from './params.ts';
import { randomBytes } from 'node:crypto';

interface LoadedEntry {
  data: string;
  file: { path: string; id: string; label?: string };
}

/** The entries of one of the officer's folders. Notices of other agencies in the same folder are left out. */
export async function entriesByFolder(
  context: DeskContext,
  { folder }: ActionParams<'entriesByFolder'>,
): Promise<LoadedEntry[]> {
  const own = deskCollections(context.officer).find(
    (collection) => collection.folder === folder && collection.kind !== 'charters',
  );
  if (!own) throw new CmsError(403, 'The folder “{folder}” is not yours to edit.', { values: { folder } });
  const { commit } = await context.store.head();
  const files = (await context.store.list(commit, folder)).filter((file) => isPermitted(context, file.path));
  return load(context, files, true);
}

/** The files asked for that exist. One that the officer may not read is refused. */
export async function entriesByFiles(
  context: DeskContext,
  { files }: ActionParams<'entriesByFiles'>,
): Promise<LoadedEntry[]> {
  const { commit } = await context.store.head();
  const found: LoadedEntry[] = [];
  for (const { path, label } of files) {
    permittedFile(context.officer, path);
    const [entry] = await load(
      context,
      (await context.store.list(commit, path)).filter((file) => file.path === path),
    );
    if (entry) found.push({ ...entry, file: { ...entry.file, ...(label ? { label } : {}) } });
  }
  return found;
}

export async function getEntry(context: DeskContext, { path }: ActionParams<'getEntry'>): Promise<LoadedEntry> {
  permittedFile(context.officer, path);
  const [found] = await entriesByFiles(context, { files: [{ path }] });
  if (!found)
    throw new CmsError(404, 'There is no {path}; somebody may have removed or renamed it.', { values: { path } });
  return found;
}

/** The text of a file for the editor, with the version it is. */
export async function textForEditor(context: DeskContext, file: PermittedFile, blob: string): Promise<string> {
  const text = (await context.store.read(blob)).toString();
  if (file.collection.kind === 'notices') assertOwnNotice(context.officer, file.path, agencyOf(file.path, text));
  return stampBase(text, file.collection.extension, { blob, editWindow: randomBytes(8).toString('hex') });
}

export function agencyOf(path: string, text: string): unknown {
  return (parseSourceFile(path, text, 'yaml').source?.data as { agency?: unknown } | undefined)?.agency;
}

export async function getMedia(context: DeskContext, { mediaFolder }: ActionParams<'getMedia'>) {
  const folder = permittedMediaFolder(context.officer, mediaFolder.replace(/^\//, ''));
  const { commit } = await context.store.head();
  const files = await context.store.list(commit, folder);
  const contents = await context.store.readMany(files.map((file) => file.blob));
  return files.map((file, at) => mediaFile(file, contents[at] as Buffer));
}

export async function getMediaFile(context: DeskContext, { path }: ActionParams<'getMediaFile'>) {
  permittedMedia(context.officer, path);
  const { commit } = await context.store.head();
  const blob = await context.store.blobAt(commit, path);
  if (!blob) throw new CmsError(404, 'There is no file {path}.', { values: { path } });
  return mediaFile({ path, blob }, await context.store.read(blob));
}

export function mediaFile({ path, blob }: TreeFile, content: Buffer) {
  return {
    id: blob,
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    content: content.toString('base64'),
    encoding: 'base64' as const,
  };
}

async function load(context: DeskContext, files: TreeFile[], leaveOut = false): Promise<LoadedEntry[]> {
  const texts = await context.store.readMany(files.map((file) => file.blob));
  return files.flatMap(({ path, blob }, at) => {
    const text = String(texts[at]);
    const { collection } = permittedFile(context.officer, path);
    if (collection.kind === 'notices') {
      const agency = agencyOf(path, text);
      if (leaveOut && !context.officer.agencies.includes(String(agency))) return [];
      assertOwnNotice(context.officer, path, agency);
    }
    const data = stampBase(text, collection.extension, { blob, editWindow: randomBytes(8).toString('hex') });
    return [{ data, file: { path, id: blob } }];
  });
}

function isPermitted(context: DeskContext, path: string): boolean {
  try {
    permittedFile(context.officer, path);
    return true;
  } catch {
    return false;
  }
}
