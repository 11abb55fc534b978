import * as z from 'zod';
import { duration } from '../duration.ts';
import { dialable, emailAddress, slug } from '../primitives.ts';

/**
 * Who a case is sent to: a body of the redress ladder, or the portal's operator where no body can be reached by mail.
 */
export const receiver = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('body'),
    agency: slug,
    name: z.string(),
    /** The desk or post that answers. */
    title: z.string(),
    /** True for the agency complained of, false for a body further up the ladder. */
    own: z.boolean(),
    email: emailAddress,
  }),
  z.strictObject({ kind: z.literal('operator'), name: z.string(), email: emailAddress }),
]);
export type Receiver = z.output<typeof receiver>;

/**
 * Which body could not be reached by a mail, at which addresses, and who gets it now, where another address of it is
 * known.
 */
export const failedDelivery = z.strictObject({
  name: z.string(),
  addresses: z.array(emailAddress).min(1),
  other: receiver.optional(),
});
/**
 * Whom a letter is for: whoever had the turn when it was given rise to. A mail that changed its reader would go to two
 * under one Message-ID.
 */
export const letterReader = z.strictObject({ reader: receiver });
export type FailedDelivery = z.output<typeof failedDelivery>;

/** A rung of the ladder that could not be used, and why. */
export const passedRung = z.strictObject({
  agency: slug,
  name: z.string(),
  /**
   * `not-proved`: addresses are known, but nobody who reads them has said so. `not-released`: the operator of the
   * portal lets no mail go to them yet.
   */
  reason: z.enum(['no-contact', 'no-email', 'not-proved', 'not-released']),
  phones: z.array(dialable).default([]),
});
export type PassedRung = z.output<typeof passedRung>;

/**
 * How long whoever has a case may take to answer, and who says so. Stored with the case: a later correction rewrites no
 * history.
 */
export const term = z.strictObject({
  limit: duration,
  /**
   * `ladder`: the rung of the redress ladder; `charter`: a standard in the body's own charter; `oversight`: a standard
   * that an oversight body sets for all; `law`: the information Act, for requests under it; `portal`: no source tells,
   * so the portal's own rule holds.
   */
  basis: z.enum(['ladder', 'charter', 'oversight', 'law', 'portal']),
  /** The body whose charter says so, or that the Act binds. */
  agency: slug.optional(),
  agencyName: z.string().optional(),
  /** The promise as it is written there; of an Act, its name and section. */
  says: z.string().optional(),
});
export type Term = z.output<typeof term>;

/** Cases taken in before terms were stored have none; the portal's own rule holds for them. */
export const route = z.strictObject({ receiver, passedOver: z.array(passedRung), term: term.optional() });
export type Route = z.output<typeof route>;
