import { defaultLanguage, localePath } from '../../lib/locales.ts';
import { CmsError } from '../cms-error.ts';
import { editSubject } from '../entry/edit-subject.ts';
import { assertValid } from '../entry/validate.ts';
import type { Draft } from '../git/drafts.ts';
import {
  assertMayPublish,
  assertOwnNotice,
  deskCollections,
  permittedCollection,
  permittedFile,
  permittedMedia,
  type DeskCollection,
} from '../permissions.ts';
import type { ActionContext } from './context.ts';
import type { ActionParams } from './params.ts';
import { agencyOf, mediaFile, textForEditor } from './reading.ts';

/** The drafts of the officer's collections as "collection/slug". */
export async function unpublishedEntries({ officer, store }: ActionContext): Promise<string[]> {
  const own = new Set(deskCollections(officer).map((collection) => collection.name));
  return (await store.drafts.all())
    .filter((draft) => own.has(draft.collection))
    .map((draft) => `${draft.collection}/${draft.slug}`);
}

export async function unpublishedEntry(context: ActionContext, params: ActionParams<'unpublishedEntry'>) {
  const [collection = '', slug = ''] = params.id?.split('/') ?? [params.collection, params.slug];
  const draft = await ownDraft(context, { collection, slug });
  const diffs = await Promise.all(
    draft.changes.map(async ({ path, blob }) => ({
      id: blob ?? path,
      path,
      newFile: (await context.store.blobAt(draft.base, path)) === undefined,
    })),
  );
  // Decap cannot open a draft without a file: one whose values were all changed back shows its entry as published.
  const { folder, extension } = permittedCollection(context.officer, collection);
  const own = `${folder}/${slug}.${extension}`;
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

export async function unpublishedEntryDataFile(
  context: ActionContext,
  params: ActionParams<'unpublishedEntryDataFile'>,
) {
  const draft = await ownDraft(context, params);
  const file = permittedFile(context.officer, params.path, params.collection);
  return { data: await textForEditor(context, file, await blobOf(context, draft, params.path)) };
}

export async function unpublishedEntryMediaFile(
  context: ActionContext,
  params: ActionParams<'unpublishedEntryMediaFile'>,
) {
  const draft = await ownDraft(context, params);
  permittedMedia(context.officer, params.path);
  const blob = await blobOf(context, draft, params.path);
  return mediaFile({ path: params.path, blob }, await context.store.read(blob));
}

export async function deleteUnpublishedEntry(context: ActionContext, params: ActionParams<'deleteUnpublishedEntry'>) {
  const { officer, store } = context;
  const draft = await ownDraft(context, params);
  const authors = draft.authors.map((author) => author.name).join(', ');
  if (!officer.mayPublish && !draft.authors.some((author) => author.email === officer.email))
    throw new CmsError(
      403,
      `This draft is by ${authors}; only they, or a colleague who may publish, can discard it. Nothing was discarded.`,
    );
  await store.discardDraft(draft, officer);
  return { message: 'The draft is discarded.' };
}

export async function updateUnpublishedEntryStatus(
  context: ActionContext,
  params: ActionParams<'updateUnpublishedEntryStatus'>,
) {
  await context.store.setStatus(await ownDraft(context, params), params.newStatus, context.officer);
  return { message: `The draft is now "${params.newStatus}".` };
}

/**
 * Publishes a draft after checking once more what it holds: the branch may have been changed by other means than this
 * CMS.
 */
export async function publishUnpublishedEntry(context: ActionContext, params: ActionParams<'publishUnpublishedEntry'>) {
  const { officer, store } = context;
  assertMayPublish(officer);
  const draft = await ownDraft(context, params);
  const { commit: published } = await store.head();
  let subject = `Publish ${draft.slug}`;
  for (const { path, blob } of draft.changes) {
    if (path.startsWith('content/media/')) {
      permittedMedia(officer, path);
      continue;
    }
    const { collection } = permittedFile(officer, path, draft.collection);
    const text = blob ? (await store.read(blob)).toString() : undefined;
    if (collection.kind === 'notices' && text !== undefined) assertOwnNotice(officer, path, agencyOf(path, text));
    await assertValid(store, await context.register(), { collection, path, text });
    const before = await store.blobAt(published, path);
    subject = editSubject(path, before ? (await store.read(before)).toString() : undefined, text);
  }
  const commit = await store.publishDraft(draft, subject, officer);
  context.published(draft.changes.map((change) => change.path));
  return {
    message: 'Published.',
    commit,
    page: await pageOf(context, permittedCollection(officer, params.collection), params.slug),
  };
}

/** The address of the page that shows an entry. A notice is shown on its agency's page. */
async function pageOf({ register }: ActionContext, { kind, agency }: DeskCollection, slug: string): Promise<string> {
  const jurisdiction = (await register()).agencies.get(agency)?.data.jurisdiction;
  return localePath(defaultLanguage, `/${jurisdiction}/${agency}/${kind === 'services' ? `${slug}/` : ''}`);
}

async function ownDraft(
  { officer, store }: ActionContext,
  { collection, slug }: { collection: string; slug: string },
): Promise<Draft> {
  permittedCollection(officer, collection);
  return store.drafts.get(collection, slug);
}

async function blobOf({ store }: ActionContext, draft: Draft, path: string): Promise<string> {
  const blob = await store.blobAt(draft.commit, path);
  if (!blob) throw new CmsError(404, `The draft has no file ${path}.`);
  return blob;
}
