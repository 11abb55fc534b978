/** Ways in which an answer may be packed, the one that packs best first. */
export type Encoding = 'br' | 'gzip';

const ITEM = /^\s*([\w.-]+|\*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?|\S+)\s*)?$/i;

/** What a browser may accept, the best first; one object for each, so that they can be told apart at a glance. */
const both: readonly Encoding[] = ['br', 'gzip'];
const otherWay: readonly Encoding[] = ['gzip', 'br'];
const brotli: readonly Encoding[] = ['br'];
const gzip: readonly Encoding[] = ['gzip'];
const none: readonly Encoding[] = [];

/** Browsers send a handful of different headers; whoever makes up others gets no more than this of our memory. */
const HEADERS_KEPT = 100;
const HEADER_LENGTH_MAX = 200;
const read = new Map<string, readonly Encoding[]>();

/**
 * How an answer is best packed for whoever sent this Accept-Encoding (RFC 9110, section 12.5.3), or undefined
 * where it goes as it is: a weight of 0 refuses, an asterisk stands for all that is not named, and what cannot be read
 * refuses too.
 */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  return acceptedEncodings(header)[0];
}

/**
 * Every way in which an answer may be packed for whoever sent this Accept-Encoding, the best first; the same answer is
 * the same object.
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  if (!header) return none;
  const known = read.get(header);
  if (known) return known;
  const accepted = readHeader(header);
  if (read.size < HEADERS_KEPT && header.length <= HEADER_LENGTH_MAX) read.set(header, accepted);
  return accepted;
}

function readHeader(header: string): readonly Encoding[] {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [, name, weight] = ITEM.exec(item) ?? [];
    // An old name that means the same (RFC 9110, section 8.4.1.3).
    if (name) weights.set(name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : weightOf(weight));
  }
  const rest = weights.get('*') ?? 0;
  const [br, gz] = [weights.get('br') ?? rest, weights.get('gzip') ?? rest];
  const asItIs = weights.get('identity') ?? 0;
  const worth = { br: br > 0 && br >= asItIs, gzip: gz > 0 && gz >= asItIs };
  if (worth.br && worth.gzip) return br >= gz ? both : otherWay;
  return worth.br ? brotli : worth.gzip ? gzip : none;
}

function weightOf(text: string): number {
  const weight = Number(text);
  return weight >= 0 && weight <= 1 ? weight : 0;
}
