import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import type { Draft } from '../git/drafts.ts';
import { deskCollections, permittedCollection, permittedFile, permittedMedia } from '../permissions.ts';
import { discardDraft } from '../review/discard.ts';
import { stepOfStatus, takeStep } from '../review/take-step.ts';
import type { ActionParams } from './params.ts';
import { mediaFile, textForEditor } from './reading.ts';

/** The drafts of the officer's collections as "collection/slug". */
export async function unpublishedEntries({ officer, store }: DeskContext): Promise<string[]> {
  const own = new Set(deskCollections(officer).map((collection) => collection.name));
  return (await store.drafts.all())
    .filter((draft) => own.has(draft.collection))
    .map((draft) => `${draft.collection}/${draft.slug}`);
}

export async function unpublishedEntry(context: DeskContext, params: ActionParams<'unpublishedEntry'>) {
  const [collection = '', slug = ''] = params.id?.split('/') ?? [params.collection, params.slug];
  const draft = await ownDraft(context, { collection, slug });
  const { folder, extension } = permittedCollection(context.officer, collection);
  const own = `${folder}/${slug}.${extension}`;
  // A source that the entry cites may come with it, in the charter: Decap would take that for a file of the entry.
  const shown = draft.changes.filter(({ path }) => path === own || path.startsWith('content/media/'));
  const diffs = await Promise.all(
    shown.map(async ({ path, blob }) => ({
      id: blob ?? path,
      path,
      newFile: (await context.store.blobAt(draft.base, path)) === undefined,
    })),
  );
  // Decap cannot open a draft without a file: one whose values were all changed back shows its entry as published.
  if (!diffs.some((diff) => diff.path === own)) diffs.push({ id: own, path: own, newFile: false });
  return {
    collection,
    slug,
    status: draft.status,
    diffs,
    updatedAt: draft.updatedAt,
    pullRequestAuthor: draft.authors[0]?.name,
  };
}

export async function unpublishedEntryDataFile(context: DeskContext, params: ActionParams<'unpublishedEntryDataFile'>) {
  const draft = await ownDraft(context, params);
  const file = permittedFile(context.officer, params.path, params.collection);
  return { data: await textForEditor(context, file, await blobOf(context, draft, params.path)) };
}

export async function unpublishedEntryMediaFile(
  context: DeskContext,
  params: ActionParams<'unpublishedEntryMediaFile'>,
) {
  const draft = await ownDraft(context, params);
  permittedMedia(context.officer, params.path);
  const blob = await blobOf(context, draft, params.path);
  return mediaFile({ path: params.path, blob }, await context.store.read(blob));
}

export async function deleteUnpublishedEntry(
  context: DeskContext,
  { collection, slug }: ActionParams<'deleteUnpublishedEntry'>,
) {
  await discardDraft(context, { collection, slug });
  return { message: 'The draft is discarded.' };
}

/** Decap's columns are the stages of the review: "In review" asks for one, "Ready" approves. */
export async function updateUnpublishedEntryStatus(
  context: DeskContext,
  { collection, slug, newStatus }: ActionParams<'updateUnpublishedEntryStatus'>,
) {
  const draft = await ownDraft(context, { collection, slug });
  if (draft.status !== newStatus)
    await takeStep(context, { collection, slug, step: stepOfStatus(context, draft, newStatus) });
  return { message: `The draft is now "${newStatus}".` };
}

export const publishUnpublishedEntry = (context: DeskContext, params: ActionParams<'publishUnpublishedEntry'>) =>
  publishDraft(context, params);

async function ownDraft(
  { officer, store }: DeskContext,
  { collection, slug }: { collection: string; slug: string },
): Promise<Draft> {
  permittedCollection(officer, collection);
  return store.drafts.get(collection, slug);
}

async function blobOf({ store }: DeskContext, draft: Draft, path: string): Promise<string> {
  const blob = await store.blobAt(draft.commit, path);
  if (!blob) throw new CmsError(404, 'The draft has no file {path}.', { values: { path } });
  return blob;
}
