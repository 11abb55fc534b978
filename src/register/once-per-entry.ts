import type { Entry } from './read-entry.ts';

/**
 * Makes a function of an entry that does its work once for each: an entry is never changed, and one whose file has not
 * changed is the same object in the next reading, so that an edit is checked and not the whole content.
 */
export function oncePerEntry<T>(make: (entry: Entry) => T): (entry: Entry) => T {
  const made = new WeakMap<Entry, { value: T }>();
  return (entry) => {
    const known = made.get(entry) ?? { value: make(entry) };
    made.set(entry, known);
    return known.value;
  };
}
