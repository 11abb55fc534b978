import { randomBytes } from 'node:crypto';
import { createSigner, type Signer } from '../../lib/signer.ts';

/** A form key that the server gave out: good for one submission from that time on, or sooner with proof of work. */
export interface WaitingKey {
  notBefore: Date;
  /** How many zero bits the hash of a proof must begin with. */
  bits: number;
}

const SHAPE = /^wait-([0-9a-z]{1,10}-(\d{1,2})-[0-9a-f]{16})-([\w-]{22})$/;

/** A key serves for so long after its time. In that time fewer come in than are remembered, so none is good for two. */
const GOOD_FOR_MS = 15 * 60_000;

/**
 * A form key that carries a time before which it does nothing, signed. It stands in the form's own hidden field,
 * so waiting works without JavaScript, cookies or anything kept on the server.
 */
export function createWaitingKey(secret: string, { notBefore, bits }: WaitingKey): string {
  const content = `${notBefore.getTime().toString(36)}-${bits}-${randomBytes(8).toString('hex')}`;
  return `wait-${content}-${signer(secret).sign(content)}`;
}

/** Reads a form key, or gives undefined where it is not one of ours, or too old. */
export function readWaitingKey(secret: string, key: string, now: Date): WaitingKey | undefined {
  const [, content = '', bits = '', signature = ''] = SHAPE.exec(key) ?? [];
  if (!content || !signer(secret).isSigned(content, signature)) return undefined;
  const notBefore = new Date(Number.parseInt(content, 36));
  return now.getTime() > notBefore.getTime() + GOOD_FOR_MS ? undefined : { notBefore, bits: Number(bits) };
}

function signer(key: string): Signer {
  return createSigner({ key, use: 'waiting-key:', write: (mac) => mac.toString('base64url').slice(0, 22) });
}
