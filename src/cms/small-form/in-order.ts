/** A group with its fields in an order; those that are not named in it come last. */
export function inOrder<T extends object>(names: string[], values: T): T {
  const at = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => at(a) - at(b))) as T;
}
