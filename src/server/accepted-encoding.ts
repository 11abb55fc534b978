import type { IncomingMessage } from 'node:http';

/** Ways in which an answer may be packed, the one that packs best first. */
export type Encoding = 'br' | 'gzip';

const ITEM = /^\s*([\w.-]+|\*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?|\S+)\s*)?$/i;

/**
 * How an answer is best packed for whoever sent this Accept-Encoding (RFC 9110, section 12.5.3), or undefined
 * where it goes as it is: a weight of 0 refuses, an asterisk stands for all that is not named, and what cannot be read
 * refuses too.
 */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const weights = new Map<string, number>();
  for (const item of (header ?? '').toLowerCase().split(',')) {
    const [, name, weight] = ITEM.exec(item) ?? [];
    // An old name that means the same (RFC 9110, section 8.4.1.3).
    if (name) weights.set(name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : weightOf(weight));
  }
  const rest = weights.get('*') ?? 0;
  const [br, gzip] = [weights.get('br') ?? rest, weights.get('gzip') ?? rest];
  const best = Math.max(br, gzip);
  if (best === 0 || (weights.get('identity') ?? 0) > best) return undefined;
  return br === best ? 'br' : 'gzip';
}

function weightOf(text: string): number {
  const weight = Number(text);
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/**
 * Leaves of a request's Accept-Encoding only what it comes to, because files are looked for by the bare names in it,
 * refused ones too.
 */
export function keepAcceptedEncoding(request: IncomingMessage): void {
  const header = request.headers['accept-encoding'];
  const accepted = acceptedEncoding(Array.isArray(header) ? header.join(',') : header);
  if (accepted) request.headers['accept-encoding'] = accepted;
  else delete request.headers['accept-encoding'];
}
