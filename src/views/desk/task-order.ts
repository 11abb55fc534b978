import type { RuleId } from '../../quality/rule-texts.ts';

/** What a desk has to do beside mending what the rules of quality find. */
export type OwnTask = 'contact-silent' | 'superseded' | 'review-due' | 'draft' | 'unconfirmed' | 'unchecked';

/**
 * How soon each thing is to be done, by what it does to a citizen: the way to complain leads nowhere, something said is
 * wrong, what one cannot do without is not said, what is said may hold no more, and then what makes a charter better. None
 * for rules that are told of as a task of their own.
 */
export const taskOrder: Record<RuleId | OwnTask, number | undefined> = {
  'contact-silent': 0,
  'complaint-official': 1,
  'complaint-reachable': 2,
  references: 3,
  superseded: 4,
  conflicts: 5,
  'fee-sum': 6,
  'steps-total': 7,
  'class-limit': 8,
  sourced: 9,
  'fees-stated': 20,
  'time-stated': 21,
  requirements: 22,
  where: 23,
  'no-extra-payment': 24,
  'review-due': 30,
  draft: 31,
  unconfirmed: 32,
  unchecked: 33,
  'translation-stale': 34,
  'next-rung': 50,
  'complaint-answer-time': 51,
  output: 52,
  remedy: 53,
  responsible: 54,
  'fee-basis': 55,
  'fee-currency': 56,
  'clock-start': 57,
  letters: 58,
  standards: 59,
  'official-source': 60,
  rights: 61,
  'information-desk': 62,
  'who-may-apply': 63,
  steps: 64,
  'requirement-source': 65,
  'class-stated': 66,
  translated: 67,
  offices: 68,
  review: 69,
  'edition-date': 70,
  'survey-published': 71,
  'legal-basis': 72,
  identity: 73,
  obligations: 74,
  fresh: undefined,
  dated: undefined,
  'contacts-checked': undefined,
};

/** What a whole provision of the seven lacks comes before what makes one of them better. */
export const MISSING_PROVISION = 40;
