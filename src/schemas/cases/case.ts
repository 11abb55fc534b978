import * as z from 'zod';

/** Whether the case has reached the body it is meant for. */
export const deliveryState = z.enum(['waiting', 'delivered', 'failed']);
export type DeliveryState = z.output<typeof deliveryState>;

/** In whose hands the case is. */
export const caseStatus = z.enum(['received', 'with-body', 'with-operator']);
export type CaseStatus = z.output<typeof caseStatus>;

/** What came of it. */
export const resolution = z.enum(['open']);
export type Resolution = z.output<typeof resolution>;

/** Whether the citizen's own acknowledgement went out; `none` where no e-mail was given. */
export const acknowledgementState = z.enum(['none', 'waiting', 'sent', 'failed']);
export type AcknowledgementState = z.output<typeof acknowledgementState>;
