import * as z from 'zod';
import { slug } from '../primitives.ts';
import { receiver, route } from './route.ts';

const version = z.literal(1);
/** Id of the outbox row that the event tells of. */
const mail = z.string();

/**
 * Something that happened to a case. Events are only ever added; timeline, delivery and status are read from
 * them. A changed shape gets a new version number, and rows of the old one stay readable.
 */
export const caseEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('received'),
    version,
    agency: slug,
    agencyName: z.string(),
    service: slug.optional(),
    serviceName: z.string().optional(),
    route,
  }),
  z.strictObject({ kind: z.literal('forwarded'), version, mail, to: receiver }),
  z.strictObject({ kind: z.literal('acknowledgement-sent'), version, mail }),
  z.strictObject({
    kind: z.literal('delivery-failed'),
    version,
    mail,
    to: z.enum(['receiver', 'citizen', 'operator']),
    /** `refused`: the mail server said never; `gave-up`: it said "later" for days. */
    reason: z.enum(['refused', 'gave-up']),
    /** SMTP reply code, where there was one. */
    code: z.number().int().optional(),
  }),
]);
export type CaseEvent = z.output<typeof caseEvent>;

/** An event with its place in the case's history. */
export interface RecordedEvent {
  sequence: number;
  /** ISO 8601, UTC. */
  at: string;
  event: CaseEvent;
}
