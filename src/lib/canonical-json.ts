/** What can be written canonically: no fractions, so that every language writes a number alike. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

/**
 * Writes a value as JSON in the one way of RFC 8785: no spaces, names in the order of their UTF-16 units. Two who hold
 * the same value get the same bytes. Throws for what that order does not write in one way: fractions and halves of
 * characters.
 */
export function canonicalJson(value: Canonical): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as { [name: string]: Canonical }).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, content]) => `${canonicalJson(name)}:${canonicalJson(content)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError(`${value} is no whole number, so it has no canonical form.`);
  if (typeof value === 'string' && HALF.test(value))
    throw new TypeError('A text with half a character in it has no canonical form.');
  return JSON.stringify(value);
}

/** With the flag u a pair is one character, so only a half that stands alone is found. */
const HALF = /[\uD800-\uDFFF]/u;
