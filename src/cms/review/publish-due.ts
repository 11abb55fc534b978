import { sameAddress } from '../auth/officers.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import type { Draft } from '../git/drafts.ts';
import type { Person } from '../git/person.ts';
import { inTurn } from '../in-turn.ts';
import type { Officer } from '../../schemas/officer.ts';
import { isDue } from './due.ts';

export interface DueOptions {
  /** What everybody at the desk uses. */
  shared: Omit<DeskContext, 'officer'>;
  /** Everybody who may sign in, with their reach. */
  officers: () => Promise<Officer[]>;
  /** Who sends a draft back that could not be published: the portal itself. */
  portal: () => Promise<Person>;
}

/**
 * Publishes the drafts whose day has come where their body is, in the name of whoever approved them and after all checks
 * anew. One that is refused goes back to its author, and author and approver are told why. What stands in the way for a
 * moment only (a lock, a full disk) is tried again at the next call. However often and from however many processes it is
 * called, each draft is published once.
 */
export async function publishDue({ shared, officers, portal }: DueOptions): Promise<void> {
  const { store, register, clock, log } = shared;
  const waiting = await due();
  for (const { collection, slug } of waiting) {
    try {
      await inTurn(shared, async () => {
        // Another process may have published it, or somebody taken it back, while this one waited for its turn.
        const draft = (await due()).find((now) => now.collection === collection && now.slug === slug);
        if (draft) await publishOrSendBack(draft);
      });
    } catch (error) {
      log({ event: 'dated-draft-waits', draft: `${collection}/${slug}`, error: (error as Error).message });
    }
  }

  async function due(): Promise<Draft[]> {
    const [content, now] = [await register(), clock()];
    return (await store.drafts.all()).filter((draft) => isDue(draft, content, now));
  }

  async function publishOrSendBack(draft: Draft): Promise<void> {
    const { collection, slug, approval } = draft;
    try {
      const officer = await approverOf(approval?.by);
      await publishDraft({ ...shared, officer }, { collection, slug, byItself: true });
      log({ event: 'dated-draft-published', draft: `${collection}/${slug}` });
    } catch (error) {
      if (!(error instanceof CmsError) || error.status === 503) throw error;
      const event = { step: 'failed' as const, by: await portal(), words: error.message };
      await store.noteStep(await store.drafts.get(collection, slug), { ...event, status: 'draft' });
      await shared.post.tellStep(draft, { ...event, by: approval?.by ?? event.by });
      log({ event: 'dated-draft-refused', draft: `${collection}/${slug}`, status: error.status });
    }
  }

  async function approverOf(person: Person | undefined): Promise<Officer> {
    const officer = (await officers()).find(({ email }) => person && sameAddress(email, person.email));
    if (officer) return officer;
    throw new CmsError(
      403,
      'Whoever approved it is no longer at this desk. Ask somebody else who may publish to approve it.',
    );
  }
}
