import type { DeskContext } from '../context.ts';
import type { Draft } from '../git/drafts.ts';
import { deskCollections } from '../permissions.ts';

/** The drafts of the entries that an officer may edit, the newest first. */
export async function draftsInReach({ officer, store }: Pick<DeskContext, 'officer' | 'store'>): Promise<Draft[]> {
  const own = new Set(deskCollections(officer).map(({ name }) => name));
  const drafts = (await store.drafts.all()).filter(({ collection }) => own.has(collection));
  return drafts.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}
