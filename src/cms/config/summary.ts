/**
 * Which fields of a list item stand in its one-line summary while it is closed, best first. A list item has no
 * field for that itself; the first group of which the item has a member gives the words, the second its figures.
 */
const WORDS = [
  'what',
  'metric',
  'name',
  'title',
  'matter',
  'says',
  'label',
  'client',
  'agency',
  'contact',
  'text',
  'number',
  'network',
  'note',
];
const DETAILS = ['target', 'amount', 'formula', 'max', 'currency', 'unit', 'handle', 'language', 'verification'];

/**
 * Decap's summary template for an item with these fields, or undefined when none of them says what the item is.
 */
export function summaryOf(names: string[], prefix?: string): string | undefined {
  const words = WORDS.filter((name) => names.includes(name)).slice(0, names.includes('client') ? 3 : 1);
  const details = DETAILS.filter((name) => names.includes(name) && !words.includes(name)).slice(0, 2);
  const leading = names.includes('id') ? ['id'] : names.includes('kind') && names.includes('max') ? ['kind'] : [];
  const parts = [...leading, ...words, ...details].map((name) => `{{fields.${name}}}`);
  if (prefix) parts.unshift(prefix);
  // Parts that are empty leave nothing behind, not even a stray separator.
  return parts.length > 0 ? parts.join('\u2002') : undefined;
}
