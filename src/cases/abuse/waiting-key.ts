import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A form key that the server gave out: good for one submission from that time on. */
export interface WaitingKey {
  notBefore: Date;
}

const SHAPE = /^wait-([0-9a-z]{1,10})-([0-9a-f]{16})-([\w-]{22})$/;

/**
 * Gives a form key that carries a time before which it does nothing, signed. It stands in the form's own hidden field,
 * so waiting works without JavaScript, cookies or anything kept on the server.
 */
export function createWaitingKey(secret: string, notBefore: Date): string {
  const content = `${notBefore.getTime().toString(36)}-${randomBytes(8).toString('hex')}`;
  return `wait-${content}-${sign(secret, content)}`;
}

/** Reads a form key, or gives undefined where it is not one of ours. */
export function readWaitingKey(secret: string, key: string): WaitingKey | undefined {
  const [, time = '', random = '', signature = ''] = SHAPE.exec(key) ?? [];
  if (!time || !timingSafeEqual(Buffer.from(sign(secret, `${time}-${random}`)), Buffer.from(signature))) return undefined;
  return { notBefore: new Date(Number.parseInt(time, 36)) };
}

function sign(secret: string, content: string): string {
  return createHmac('sha256', secret).update(`waiting-key:${content}`).digest('base64url').slice(0, 22);
}
