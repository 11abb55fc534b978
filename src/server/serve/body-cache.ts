/** Keeps what was made of files, up to so many bytes in all. */
export interface BodyCache<Value> {
  get(key: string): Value | undefined;
  /** Keeps a value and says how many bytes it takes; a key that is there already is replaced. */
  set(key: string, value: Value, bytes: number): void;
  /** Bytes kept now. */
  size(): number;
}

interface Kept<Value> {
  value: Value;
  bytes: number;
  asked: boolean;
}

/** What takes more than this share of the room is not kept: it would drive out everything else. */
const LARGEST_SHARE = 1 / 8;

/**
 * Keeps what is asked for again and lets go of what is not. What was asked for since it was last looked at gets a second
 * round before it goes (the clock of Corbató 1968, close to least recently used), so that finding something writes no
 * more than a mark.
 */
export function createBodyCache<Value>(bytesMax: number): BodyCache<Value> {
  const kept = new Map<string, Kept<Value>>();
  let bytesKept = 0;

  function drop(key: string): void {
    bytesKept -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  function makeRoom(): void {
    for (const [key, item] of kept) {
      if (bytesKept <= bytesMax) return;
      kept.delete(key);
      if (item.asked) kept.set(key, { ...item, asked: false });
      else bytesKept -= item.bytes;
    }
  }

  return {
    get(key) {
      const item = kept.get(key);
      if (!item) return undefined;
      item.asked = true;
      return item.value;
    },
    set(key, value, bytes) {
      drop(key);
      if (bytes > bytesMax * LARGEST_SHARE) return;
      kept.set(key, { value, bytes, asked: false });
      bytesKept += bytes;
      makeRoom();
    },
    size: () => bytesKept,
  };
}
