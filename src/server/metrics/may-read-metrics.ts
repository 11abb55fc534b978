import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Asker {
  headers: IncomingHttpHeaders;
  /** The other end of the connection itself. */
  remoteAddress: string | undefined;
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const OWN_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
/** What proxies leave in what they hand on. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * Answers whether figures of the operation may be told: to whoever has the token, and to whoever asks from this machine
 * by its own name. A proxy on this machine asks from here too, for the whole world; it is known by its headers and by
 * the name of the portal, and so is a page that makes a browser here ask (DNS rebinding).
 */
export function mayReadMetrics({ headers, remoteAddress }: Asker, token: string | undefined): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== undefined && same(given, token);
  if (!LOOPBACK.test(remoteAddress ?? '') || !OWN_HOST.test(headers.host ?? '')) return false;
  return PROXY_HEADERS.every((name) => headers[name] === undefined);
}

/** Compares without telling by the time how much is right. */
function same(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
