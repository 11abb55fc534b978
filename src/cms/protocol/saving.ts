import { defaultLanguage } from '../../lib/locales.ts';
import { commitWords } from '../change-in-words.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { changedFiles } from '../entry/changed-files.ts';
import { takeBase } from '../entry/entry-text.ts';
import { collections } from '../../schemas/collections.ts';
import { withOwnEvidence } from '../entry/own-evidence.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import { readSent } from '../entry/read-sent.ts';
import { saveEntry } from '../entry/save-entry.ts';
import { joinedWords } from '../merge/joined-words.ts';
import { assertValid } from '../entry/validate.ts';
import type { FileChange } from '../git/reader.ts';
import { publishableMedia } from '../media.ts';
import { assertMayPublish, assertOwnNotice, permittedFile, permittedMedia } from '../permissions.ts';
import type { ActionParams } from './params.ts';
import { agencyOf, mediaFile } from './reading.ts';

/** Saves an entry as a draft; publishes it at once where Decap is not told to keep drafts. */
export async function persistEntry(context: DeskContext, { dataFiles, assets, options }: ActionParams<'persistEntry'>) {
  const { officer } = context;
  const [sent] = dataFiles;
  if (!sent) throw new CmsError(400, 'The request carries no entry.');
  const file = permittedFile(officer, sent.path, options.collectionName);
  if (sent.slug !== file.slug || (sent.newPath && sent.newPath !== sent.path))
    throw new CmsError(400, 'An entry keeps its address once it exists. Add a new entry and remove the old one.');
  if (!options.useWorkflow) assertMayPublish(officer);
  const { data: raw, body } = readSent(sent.raw, file.collection.extension);
  const { base, data: given } = takeBase(raw);
  const data = withOwnEvidence(collections[file.collection.kind].schema, given);
  const uploads = [];
  for (const asset of assets) {
    const { path, blob } = await mediaChange(context, asset);
    uploads.push({ path, blob });
  }
  const saved = await saveEntry(context, { file, base, change: () => ({ data, body }), assets: uploads });
  if (!options.useWorkflow) return publishDraft(context, { collection: file.collection.name, slug: file.slug });
  const joined = await joinedWords(context, { path: sent.path, saved, language: defaultLanguage });
  return { message: 'The draft is saved.', ...(joined ? { joined } : {}) };
}

export async function persistMedia(context: DeskContext, { asset }: ActionParams<'persistMedia'>) {
  assertMayPublish(context.officer);
  const { content, ...change } = await mediaChange(context, asset);
  await publishChanges(context, [change]);
  return mediaFile(change, content);
}

/** Removes published services, notices or uploads. A charter is never removed here: its agency would go with it. */
export async function deleteFiles(context: DeskContext, { paths }: ActionParams<'deleteFiles'>) {
  const { officer, store } = context;
  assertMayPublish(officer);
  const { commit } = await store.head();
  for (const path of paths) {
    if (path.startsWith('content/media/')) {
      permittedMedia(officer, path);
      continue;
    }
    const { collection } = permittedFile(officer, path);
    if (collection.kind === 'charters')
      throw new CmsError(
        403,
        'A charter cannot be deleted in the CMS. Whoever runs the portal can mark the body as dissolved or merged.',
      );
    const blob = await store.blobAt(commit, path);
    if (!blob)
      throw new CmsError(404, 'There is no {path}; somebody may have removed it already.', { values: { path } });
    if (collection.kind === 'notices')
      assertOwnNotice(officer, path, agencyOf(path, (await store.read(blob)).toString()));
    await assertValid(store, await context.register(), { collection, path });
  }
  await publishChanges(
    context,
    paths.map((path) => ({ path, blob: null })),
  );
  return { message: 'Removed.' };
}

async function publishChanges(context: DeskContext, changes: FileChange[]): Promise<void> {
  const { officer, store, published } = context;
  const { commit } = await store.head();
  const words = await context.inWords(await changedFiles(store, commit, changes), defaultLanguage);
  await store.publish(changes, `${commitWords(words)}\n`, officer);
  published(changes.map((change) => change.path));
}

async function mediaChange({ officer, store }: DeskContext, { path, content }: { path: string; content: string }) {
  permittedMedia(officer, path);
  const bytes = await publishableMedia(path, Buffer.from(content, 'base64'));
  return { path, blob: await store.writeBlob(bytes), content: bytes };
}
