interface Kept {
  value: unknown;
  sources: ReadonlySet<string>;
}

/**
 * What was reckoned while pages were made, with what it was reckoned from, so that other pages and later editions need
 * not reckon it again.
 */
export class PageMemory {
  readonly #kept = new Map<string, Kept>();

  get(key: string): Kept | undefined {
    return this.#kept.get(key);
  }

  set(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
  }

  /** Forgets what was reckoned from any of these sources. */
  forget(changed: ReadonlySet<string>): void {
    for (const [key, { sources }] of this.#kept)
      if ([...sources].some((source) => changed.has(source))) this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}
