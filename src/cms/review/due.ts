import { dayIn } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import { timeZoneIn } from '../../register/time-zone.ts';
import type { Draft } from '../git/drafts.ts';

/** The body whose entry a draft changes; undefined for topics and guides. */
export function agencyOfDraft({ collection }: Pick<Draft, 'collection'>): string | undefined {
  return /^(?:services|charter|notices)-(.+)$/.exec(collection)?.[1];
}

/** The time zone in which a body's days begin; UTC for what belongs to no body. */
export function timeZoneOf(draft: Pick<Draft, 'collection'>, register: Register): string {
  return timeZoneIn(register, register.agencies.get(agencyOfDraft(draft) ?? '')?.data.jurisdiction);
}

/** True where a draft was approved for a day that has come where its body is. */
export function isDue(draft: Draft, register: Register, now: Date): boolean {
  const from = draft.approval?.from;
  return from !== undefined && from <= dayIn(timeZoneOf(draft, register), now);
}
