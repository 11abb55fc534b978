import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { DiscardedDraft } from '../git/discarded.ts';
import { deskCollections, permittedCollection } from '../permissions.ts';
import { assertMay } from './review-rights.ts';
import { assertSeen, stepOfStatus, type DraftName } from './take-step.ts';

/**
 * Takes a draft away from the desk; it can be had back for 30 days, to be reviewed anew. Run it in turn with all that
 * writes.
 */
export async function discardDraft(context: DeskContext, name: DraftName & { seen?: string | undefined }) {
  const { officer, store, log } = context;
  permittedCollection(officer, name.collection);
  const draft = await store.drafts.get(name.collection, name.slug);
  assertMay(officer, draft, 'discard');
  await assertSeen(context, draft, name.seen);
  // Had back, it would else go out by itself on the day for which it was approved.
  if (draft.status !== 'draft')
    await store.noteStep(draft, {
      step: stepOfStatus(context, draft, 'draft'),
      by: officer,
      words: '',
      status: 'draft',
    });
  await store.discarded.discard(await store.drafts.get(name.collection, name.slug), officer);
  log({ event: 'draft-discarded', draft: `${draft.collection}/${draft.slug}` });
}

/** The discarded drafts that an officer may have back, newest first. */
export async function discardedDrafts({ officer, store }: DeskContext): Promise<DiscardedDraft[]> {
  const own = new Set(deskCollections(officer).map(({ name }) => name));
  return (await store.discarded.list()).filter(({ collection }) => own.has(collection));
}

/** Gives a discarded draft back to the desk, by its id. Run it in turn with all that writes. */
export async function restoreDraft(context: DeskContext, { collection, slug, id }: DraftName & { id: string }) {
  const found = (await discardedDrafts(context)).find(
    (draft) => draft.id === id && draft.collection === collection && draft.slug === slug,
  );
  if (!found)
    throw new CmsError(404, 'There is no such discarded draft; drafts are kept for 30 days after they were discarded.');
  await context.store.discarded.restore(found);
  context.log({ event: 'draft-restored', draft: `${collection}/${slug}` });
}
