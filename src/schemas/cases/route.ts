import * as z from 'zod';
import { dialable, emailAddress, slug } from '../primitives.ts';

/** Who a case is sent to: a body of the redress ladder, or the portal's operator where no body can be reached by mail. */
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

/** A rung of the ladder that could not be used, and why. */
export const passedRung = z.strictObject({
  agency: slug,
  name: z.string(),
  reason: z.enum(['no-contact', 'no-email']),
  phones: z.array(dialable).default([]),
});
export type PassedRung = z.output<typeof passedRung>;

export const route = z.strictObject({ receiver, passedOver: z.array(passedRung) });
export type Route = z.output<typeof route>;
