/** A name in the manner of s7 that no source of these ids has: the next number behind the highest. */
export function nextSourceId(taken: Iterable<string>): string {
  const numbers = [...taken].map((id) => Number(/^s(\d+)/.exec(id)?.[1] ?? 0));
  return `s${Math.max(0, ...numbers) + 1}`;
}
