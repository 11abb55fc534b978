import { mergeYaml } from '../../lib/yaml/merge-yaml.ts';
import { joinEntry, splitEntry } from '../../register/entry-parts.ts';
import { parseSourceFile } from '../../register/source-file.ts';
import { collections } from '../../schemas/collections.ts';
import { CmsError } from '../cms-error.ts';
import { editSubject } from '../entry/edit-subject.ts';
import { takeBase, type EditBase } from '../entry/entry-text.ts';
import { assertOwnNames } from '../entry/own-names.ts';
import { readSent } from '../entry/read-sent.ts';
import { assertReservedKept } from '../entry/reserved-fields.ts';
import { assertValid } from '../entry/validate.ts';
import type { FileChange } from '../git/reader.ts';
import { publishableMedia } from '../media.ts';
import { assertMayPublish, assertOwnNotice, permittedFile, permittedMedia } from '../permissions.ts';
import type { ActionContext } from './context.ts';
import type { ActionParams } from './params.ts';
import { publishUnpublishedEntry } from './drafts.ts';
import { agencyOf, mediaFile } from './reading.ts';

/** Saves an entry as a draft; publishes it at once where Decap is not told to keep drafts. */
export async function persistEntry(
  context: ActionContext,
  { dataFiles, assets, options }: ActionParams<'persistEntry'>,
) {
  const { officer, store } = context;
  const [sent] = dataFiles;
  if (!sent) throw new CmsError(400, 'The request carries no entry.');
  const file = permittedFile(officer, sent.path, options.collectionName);
  if (sent.slug !== file.slug || (sent.newPath && sent.newPath !== sent.path))
    throw new CmsError(400, 'An entry keeps its address once it exists. Add a new entry and remove the old one.');
  if (!options.useWorkflow) assertMayPublish(officer);
  const { collection, path, slug } = file;
  const draft = await store.drafts.find(collection.name, slug);
  const tip = draft?.commit ?? (await store.head()).commit;
  const { data: raw, body } = readSent(sent.raw, collection.extension);
  const { base, data } = takeBase(raw);
  const current = await store.blobAt(tip, path);
  await assertBase(context, { base, current, tip, path });
  const before = current ? (await store.read(current)).toString() : undefined;
  if (collection.kind === 'notices') {
    assertOwnNotice(officer, path, data.agency);
    if (before !== undefined) assertOwnNotice(officer, path, agencyOf(path, before));
  }
  const register = await context.register();
  const old = before === undefined ? {} : dataOf(path, before, collection.extension);
  assertReservedKept(collections[collection.kind].schema, old, data);
  assertOwnNames(register, collection, old, data);
  const text = mergeEntry(before ?? '', data, body, collection.extension);
  await assertValid(store, register, { collection, path, text });
  const changes: FileChange[] = text === before ? [] : [{ path, blob: await store.writeBlob(text) }];
  for (const asset of assets) {
    const { path, blob } = await mediaChange(context, asset);
    changes.push({ path, blob });
  }
  await store.saveDraft({
    collection: collection.name,
    slug,
    changes,
    author: officer,
    status: options.status,
    editWindow: base?.editWindow,
  });
  if (!options.useWorkflow) return publishUnpublishedEntry(context, { collection: collection.name, slug });
  return { message: 'The draft is saved.' };
}

export async function persistMedia(context: ActionContext, { asset }: ActionParams<'persistMedia'>) {
  assertMayPublish(context.officer);
  const { content, ...change } = await mediaChange(context, asset);
  await publishChanges(context, [change], `Upload ${asset.path.replace('content/', '')}`);
  return mediaFile(change, content);
}

/** Removes published services, notices or uploads. A charter is never removed here: its agency would go with it. */
export async function deleteFiles(context: ActionContext, { paths }: ActionParams<'deleteFiles'>) {
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
    if (!blob) throw new CmsError(404, `There is no ${path}; somebody may have removed it already.`);
    if (collection.kind === 'notices')
      assertOwnNotice(officer, path, agencyOf(path, (await store.read(blob)).toString()));
    await assertValid(store, await context.register(), { collection, path });
  }
  await publishChanges(
    context,
    paths.map((path) => ({ path, blob: null })),
    paths.map((path) => editSubject(path, '', undefined)).join(', '),
  );
  return { message: 'Removed.' };
}

async function publishChanges(
  { officer, store, published }: ActionContext,
  changes: FileChange[],
  subject: string,
): Promise<void> {
  await store.publish(changes, `${subject}\n`, officer);
  published(changes.map((change) => change.path));
}

function dataOf(path: string, text: string, extension: 'mdx' | 'yaml'): Record<string, unknown> {
  return (parseSourceFile(path, text, extension).source?.data ?? {}) as Record<string, unknown>;
}

function mergeEntry(before: string, data: Record<string, unknown>, body: string, extension: 'mdx' | 'yaml'): string {
  const old = splitEntry(before, extension);
  const yaml = mergeYaml(old.yaml, data);
  if (old.body.trim() === body.trim())
    return yaml === old.yaml && before !== '' ? before : joinEntry({ yaml, body: old.body }, extension);
  return joinEntry({ yaml, body: body.trim() ? `\n${body.trim()}\n` : '' }, extension);
}

/**
 * Refuses an edit of a version that is no longer the current one, unless the current one was saved from the same
 * window: Decap does not load an entry again after saving it, so further saves still name the version first loaded.
 */
async function assertBase(
  { officer, store }: ActionContext,
  { base, current, tip, path }: { base: EditBase | undefined; current: string | undefined; tip: string; path: string },
): Promise<void> {
  if (base?.blob === current) return;
  if (!base)
    throw new CmsError(
      409,
      'There is already an entry with this name. Open that one, or give the new one another name. Nothing was overwritten.',
    );
  const last = await store.lastEdit(tip, path);
  if (current && last.editWindow === base.editWindow) return;
  // Decap takes an entry back to draft by removing it and then saving it.
  if (!current && last.email === officer.email) return;
  throw new CmsError(
    409,
    'Somebody else changed this entry after you opened it, so your version was not saved over theirs. Keep this window, open the entry in a second one to see what changed, and enter your change there.',
  );
}

async function mediaChange({ officer, store }: ActionContext, { path, content }: { path: string; content: string }) {
  permittedMedia(officer, path);
  const bytes = await publishableMedia(path, Buffer.from(content, 'base64'));
  return { path, blob: await store.writeBlob(bytes), content: bytes };
}
