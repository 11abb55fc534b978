/** `bytes=5-9` or `bytes=5-`: what files are served in parts by. */
const ONE_RANGE = /^bytes=(\d{1,15})-(\d{0,15})$/;

/**
 * The first and the last byte that a request for part of a file asks for, where it asks for one part from a place on.
 * A server may ignore any other Range (RFC 9110, section 14.2) and send the whole file: one whose end comes before its
 * beginning, several at once, the last bytes, other units, and what is no range at all.
 */
export function plainRange(header: string): { from: number; to: number } | undefined {
  const [, from, to] = ONE_RANGE.exec(header.trim()) ?? [];
  if (from === undefined || (to && Number(to) < Number(from))) return undefined;
  return { from: Number(from), to: to ? Number(to) : Infinity };
}
