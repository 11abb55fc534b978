import { dayIn } from '../../deadlines/working-days.ts';
import { withoutHidden } from '../../lib/hidden-characters.ts';
import { date } from '../../register/format.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { Draft, DraftStatus } from '../git/drafts.ts';
import type { ReviewStep } from '../git/review-steps.ts';
import { permittedCollection } from '../permissions.ts';
import { timeZoneOf } from './due.ts';
import { assertMay, isAuthor, type ReviewRights } from './review-rights.ts';

/** A draft by the name of its entry. */
export interface DraftName {
  collection: string;
  slug: string;
}

/** What somebody who looks at a draft does with it. */
export interface StepTaken extends DraftName {
  step: Exclude<ReviewStep, 'failed'>;
  /** What is said with it. */
  words?: string;
  /** Of an approval: the day (ISO 8601) on which it is to be published; absent where whoever may publishes it by hand. */
  from?: string | undefined;
  /** The commit of the draft that was looked at, where that is known: nobody approves what they have not seen. */
  seen?: string | undefined;
}

const WORDS_LENGTH_MAX = 2000;

const RIGHT: Record<StepTaken['step'], keyof ReviewRights> = {
  asked: 'ask',
  commented: 'comment',
  'sent-back': 'sendBack',
  approved: 'approve',
  withdrawn: 'withdraw',
};

/**
 * Notes a step of the review of a draft, and tells whom it concerns by mail. Throws a `CmsError` where it refuses; run
 * it in turn with all that writes.
 */
export async function takeStep(context: DeskContext, taken: StepTaken): Promise<void> {
  const { officer, store, post } = context;
  permittedCollection(officer, taken.collection);
  const draft = await store.drafts.get(taken.collection, taken.slug);
  const { step, from } = taken;
  assertMay(officer, draft, RIGHT[step]);
  await assertSeen(context, draft, taken.seen);
  const words = wordsOf(taken);
  if (from !== undefined) await assertAhead(context, draft, from);
  const status = statusAfter(draft, step);
  const event = { step, by: officer, words, ...(from ? { from } : {}) };
  await store.noteStep(draft, { ...event, status });
  await post.tellStep(draft, event);
}

/** Refuses to decide on a draft that was edited after it was looked at. */
export async function assertSeen({ store }: DeskContext, draft: Draft, seen: string | undefined): Promise<void> {
  if (seen === undefined || seen === draft.commit) return;
  const known = /^[0-9a-f]{40,64}$/.test(seen) && (await store.refCommit(seen)) !== undefined;
  if (known && (await store.diff(seen, draft.commit)).length === 0) return;
  throw new CmsError(
    409,
    'The draft was changed while you were reading it. Nothing was decided: look at it as it is now, and decide then.',
  );
}

/** The stage that Decap's own board shows after a status was set there, as a step of the review. */
export function stepOfStatus(context: DeskContext, draft: Draft, status: DraftStatus): StepTaken['step'] {
  if (status === 'pending_review') return 'asked';
  if (status === 'pending_publish') return 'approved';
  return isAuthor(context.officer, draft) ? 'withdrawn' : 'sent-back';
}

function statusAfter({ status }: Draft, step: StepTaken['step']): DraftStatus {
  switch (step) {
    case 'asked':
      return 'pending_review';
    case 'approved':
      return 'pending_publish';
    case 'commented':
      return status;
    case 'sent-back':
    case 'withdrawn':
      return 'draft';
  }
}

function wordsOf({ step, words = '' }: StepTaken): string {
  const said = withoutHidden(words).replace(/\r\n?/g, '\n').trim();
  if (said.length > WORDS_LENGTH_MAX)
    throw new CmsError(422, 'Say it in at most {most} letters; longer notes belong in the draft itself.', {
      values: { most: WORDS_LENGTH_MAX },
    });
  if (said === '' && step === 'commented') throw new CmsError(422, 'Write the comment first.');
  return said;
}

async function assertAhead({ register, clock }: DeskContext, draft: Draft, from: string): Promise<void> {
  const today = dayIn(timeZoneOf(draft, await register()), clock());
  const isDay = /^\d{4}-\d\d-\d\d$/.test(from) && new Date(`${from}T00:00:00Z`).toJSON()?.startsWith(from);
  if (!isDay) throw new CmsError(422, 'Give the day on which it is to be published, for example 2027-01-01.');
  if (from <= today)
    throw new CmsError(
      422,
      'The day has to lie ahead; today is {today}. Publish it now instead, or give a later day.',
      { values: { today: (language) => date(today, language) } },
    );
}
