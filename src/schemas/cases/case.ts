import * as z from 'zod';

/**
 * What a citizen writes about; each has a form of its own. Requests for information are answered within the time of
 * their country's Act.
 */
export const caseKind = z.enum([
  'complaint',
  'compliment',
  'suggestion',
  'question',
  'misconduct',
  'wrong-content',
  'information-request',
]);
export type CaseKind = z.output<typeof caseKind>;

/**
 * Whether the case has reached the body it is meant for. `delivered`: a mail server took it, or it was brought there.
 * `with-operator`: not yet; the operator has it and passes it on by other means.
 */
export const deliveryState = z.enum(['waiting', 'with-operator', 'delivered', 'failed']);
export type DeliveryState = z.output<typeof deliveryState>;

/** In whose hands the case is. */
export const caseStatus = z.enum(['received', 'with-body', 'with-operator', 'with-citizen', 'to-be-paid', 'closed']);
export type CaseStatus = z.output<typeof caseStatus>;

/**
 * What an officer may say came of it; each kind of case offers some of these. "Not ours" is none of them: that is a
 * transfer.
 */
export const outcome = z.enum([
  'remedied',
  'partly-remedied',
  'not-upheld',
  'answered',
  'taken-up',
  'noted',
  'given',
  'given-in-part',
  'refused',
  'no-record',
]);
export type CaseEnding = z.output<typeof outcome>;

/** What came of it. */
export const resolution = z.enum(['open', ...outcome.options, 'withdrawn']);
export type Resolution = z.output<typeof resolution>;

/** Whether the citizen's own acknowledgement went out; `none` where no e-mail was given. */
export const acknowledgementState = z.enum(['none', 'waiting', 'sent', 'failed']);
export type AcknowledgementState = z.output<typeof acknowledgementState>;
