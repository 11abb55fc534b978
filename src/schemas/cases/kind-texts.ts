import type { CaseKind } from './case.ts';
import type { FieldKey } from './form-field.ts';

/**
 * How the kinds other than a complaint word their fields; a field that is not named here is worded as in a complaint.
 */
export const kindTexts: Record<Exclude<CaseKind, 'complaint'>, Partial<Record<string, FieldKey>>> = {
  compliment: { details: 'kinds.compliment.details' },
  suggestion: { details: 'kinds.suggestion.details' },
  question: { details: 'kinds.question.details' },
  misconduct: {
    details: 'kinds.misconduct.details',
    amountAsked: 'kinds.misconduct.amountAsked',
    shareIdentity: 'kinds.misconduct.shareIdentity',
  },
  'information-request': {
    details: 'information.details',
    shareIdentity: 'information.shareIdentity',
  },
  'wrong-content': {
    where: 'kinds.wrong-content.where',
    details: 'kinds.wrong-content.details',
    wanted: 'kinds.wrong-content.wanted',
    shareIdentity: 'kinds.wrong-content.shareIdentity',
  },
};
