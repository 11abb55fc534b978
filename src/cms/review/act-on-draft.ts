import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import { inTurn } from '../in-turn.ts';
import { discardDraft } from './discard.ts';
import { assertSeen, takeStep, type DraftName, type StepTaken } from './take-step.ts';

/** What a press on a button of a draft's page came to. */
export type ActedOnDraft = { kind: 'published'; commit: string } | { kind: 'discarded' } | { kind: 'noted' };

const STEPS = ['asked', 'commented', 'sent-back', 'approved', 'withdrawn'] as const;

/** Does what the form of a draft's page asks for (`do`, `words`, `from`, `seen`). Throws a `CmsError` where it refuses. */
export function actOnDraft(context: DeskContext, name: DraftName, form: Record<string, string>): Promise<ActedOnDraft> {
  const { do: asked = '', words = '', from = '', seen } = form;
  return inTurn(context, async (): Promise<ActedOnDraft> => {
    if (asked === 'publish') {
      await assertSeen(context, await context.store.drafts.get(name.collection, name.slug), seen);
      return { kind: 'published', commit: (await publishDraft(context, name)).commit };
    }
    if (asked === 'discard') {
      await discardDraft(context, { ...name, seen });
      return { kind: 'discarded' };
    }
    const step = asked === 'dated' ? 'approved' : STEPS.find((known) => known === asked);
    if (!step) throw new CmsError(400, 'The form does not say what to do with the draft. Press one of its buttons.');
    const taken: StepTaken = { ...name, step, words, seen };
    await takeStep(context, asked === 'dated' ? { ...taken, from } : taken);
    return { kind: 'noted' };
  });
}
