import type { CaseKind } from './case.ts';
import type { FieldKey } from './form-field.ts';

/**
 * How the kinds other than a complaint word their fields; a field that is not named here is worded as in a complaint.
 */
export const kindTexts: Record<Exclude<CaseKind, 'complaint'>, Partial<Record<string, FieldKey>>> = {
  compliment: { whatHappened: 'kinds.compliment.whatHappened' },
  suggestion: { whatHappened: 'kinds.suggestion.whatHappened' },
  question: { whatHappened: 'kinds.question.whatHappened' },
  misconduct: {
    whatHappened: 'kinds.misconduct.whatHappened',
    amountAsked: 'kinds.misconduct.amountAsked',
    shareIdentity: 'kinds.misconduct.shareIdentity',
  },
  'information-request': {
    whatHappened: 'information.whatHappened',
    shareIdentity: 'information.shareIdentity',
  },
  'wrong-content': {
    where: 'kinds.wrong-content.where',
    whatHappened: 'kinds.wrong-content.whatHappened',
    wanted: 'kinds.wrong-content.wanted',
    shareIdentity: 'kinds.wrong-content.shareIdentity',
  },
};
