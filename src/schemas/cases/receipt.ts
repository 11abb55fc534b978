import * as z from 'zod';
import { durationUnit } from '../duration.ts';
import { isoDate, slug } from '../primitives.ts';
import { caseKind } from './case.ts';
import { term } from './route.ts';

/** SHA-256 in hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Begin of a key's thumbprint (RFC 7638), in hexadecimal digits. */
export const keyId = z.string().regex(/^[0-9a-f]{16}$/);
/** r and s of ECDSA P-256, 64 bytes as base64url. */
const signature = z.string().regex(/^[\w-]{86}$/);

/** A day of the chain and what it came to. */
const headOfDay = z.strictObject({ day: isoDate, head: sha256 });
export type HeadOfDay = z.output<typeof headOfDay>;

/**
 * What a receipt says of a submission, and what is signed: this, written canonically (`lib/canonical-json.ts`). Its
 * SHA-256 stands in the chain. It holds nothing of what was written, only a hash that a random salt keeps from being
 * guessed.
 */
export const receiptStatement = z.strictObject({
  version: z.literal(1),
  /** Origin of the portal that took it in. */
  portal: z.url(),
  /** Left out of a report of misconduct. */
  reference: z.string().optional(),
  /** Whom it is about, or who is asked. */
  body: z.strictObject({ id: slug, name: z.string() }),
  kind: caseKind,
  /** ISO 8601, UTC. */
  received: z.iso.datetime(),
  /** How long an answer may take, and who says so. `law`: name and section. */
  term: z
    .strictObject({
      max: z.number().int().nonnegative(),
      unit: durationUnit,
      basis: term.shape.basis,
      law: z.string().optional(),
    })
    .optional(),
  /** The last day for an answer, reckoned as if the body got it at once. */
  due: isoDate.optional(),
  /** SHA-256 of the canonical form of body, time, salt and words (`cases/receipts/content-text.ts`). */
  hash: sha256,
  /** 128 random bits in hexadecimal digits. Whoever has them can try out words. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** The day of the chain that lists it; absent where it is in no chain. */
  day: isoDate.optional(),
  /** The newest closed day of the chain when it was received. */
  previous: headOfDay.optional(),
});
export type ReceiptStatement = z.output<typeof receiptStatement>;

/** A receipt as it is kept. Which key signed it is no part of what is signed: a later key may sign it again. */
export const signedReceipt = z.strictObject({
  statement: receiptStatement,
  key: keyId,
  signature,
});
export type SignedReceipt = z.output<typeof signedReceipt>;

/** A public key of the portal, as it is published (RFC 7517). */
export const receiptKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: keyId,
  alg: z.literal('ES256'),
  use: z.literal('sig'),
  /** When it was made, and when another took its place (ISO 8601, UTC). */
  from: z.iso.datetime(),
  until: z.iso.datetime().optional(),
});
export type ReceiptKey = z.output<typeof receiptKey>;

/** A closed day of the chain. Its head is signed and never changes; what was erased since is marked beside it. */
export const chainDay = z.strictObject({
  version: z.literal(1),
  portal: z.url(),
  day: isoDate,
  /** Absent on the first day alone. */
  previous: headOfDay.optional(),
  /** Hashes of the receipts' statements, sorted: their order tells nothing of when they came. */
  receipts: z.array(sha256),
  head: sha256,
  /** Those of the receipts whose case was erased, by who wrote it or because its time was over. */
  erased: z.array(sha256),
  key: keyId,
  signature,
});
export type ChainDay = z.output<typeof chainDay>;
