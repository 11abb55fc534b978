import { fromHex, fromBase64Url, toHex, toBase64Url } from '../../lib/bytes-as-text.ts';
import type { ReceiptStatement, SignedReceipt } from '../../schemas/cases/receipt.ts';

/*
 * Reads receipts that somebody brings: a file, words that were pasted, or what a QR code holds. Nothing here is trusted:
 * whether it is a receipt of this portal, its signature tells. It runs in browsers too.
 */

/** The receipt in a text, or undefined where there is none. */
export function readReceipt(text: string): SignedReceipt | undefined {
  const given = text.trim();
  try {
    return given.startsWith('{') ? fromFile(JSON.parse(given) as unknown) : fromCompact(given.replace(/^.*#/s, ''));
  } catch {
    return undefined;
  }
}

function fromFile(value: unknown): SignedReceipt | undefined {
  const { statement, key, signature } = value as Record<string, unknown>;
  const isReceipt =
    typeof statement === 'object' && statement !== null && typeof key === 'string' && typeof signature === 'string';
  return isReceipt && holdsEnough(statement) ? { statement, key, signature } : undefined;
}

/** What every page shows of a receipt is there. */
function holdsEnough(statement: object): statement is ReceiptStatement {
  const { portal, body, received, hash, salt } = statement as Partial<ReceiptStatement>;
  return (
    [portal, received, hash, salt].every((part) => typeof part === 'string') &&
    typeof body === 'object' &&
    typeof body.id === 'string' &&
    typeof body.name === 'string'
  );
}

/** Names the compact form; another form gets another number. */
const COMPACT = '1';
const SEPARATOR = '&';

/** The receipt on one short line, for an address or a QR code. `readReceipt` reads it. */
export function compactReceipt({ statement, key, signature }: SignedReceipt): string {
  const { portal, reference, body, kind, received, term, due, hash, salt, day, previous } = statement;
  const bytes = (hex: string | undefined): string => (hex ? toBase64Url(fromHex(hex)) : '');
  const parts = [
    COMPACT,
    ...[portal, reference, body.id, body.name, kind, received].map(inAddress),
    ...[term?.max, term?.unit, term?.basis, term?.law, due].map(inAddress),
    bytes(hash),
    bytes(salt),
    day ?? '',
    previous?.day ?? '',
    bytes(previous?.head),
    bytes(key),
    signature,
  ];
  return parts.join(SEPARATOR);
}

function fromCompact(text: string): SignedReceipt | undefined {
  const parts = text.split(SEPARATOR);
  if (parts[0] !== COMPACT || parts.length !== 19) return undefined;
  const word = (index: number): string => decodeURIComponent((parts[index] ?? '').replace(/\+/g, ' '));
  const hex = (index: number): string => toHex(fromBase64Url(parts[index] ?? ''));
  const [reference, max, law, due, day, previousDay] = [word(2), word(7), word(10), word(11), word(14), word(15)];
  const statement = {
    version: 1,
    portal: word(1),
    ...(reference ? { reference } : {}),
    body: { id: word(3), name: word(4) },
    kind: word(5),
    received: word(6),
    ...(max ? { term: { max: Number(max), unit: word(8), basis: word(9), ...(law ? { law } : {}) } } : {}),
    ...(due ? { due } : {}),
    hash: hex(12),
    salt: hex(13),
    ...(day ? { day } : {}),
    ...(previousDay ? { previous: { day: previousDay, head: hex(16) } } : {}),
  } as ReceiptStatement;
  return holdsEnough(statement) ? { statement, key: hex(17), signature: parts[18] ?? '' } : undefined;
}

function inAddress(part: string | number | undefined): string {
  return encodeURIComponent(part ?? '').replace(/%20/g, '+');
}
