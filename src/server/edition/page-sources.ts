/**
 * What each page of an edition was made from, so that an edit tells which pages it reaches. Kept as numbers: a page has
 * about a hundred sources, and a country a hundred thousand pages.
 */
export class PageSources {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #pages = new Map<string, Uint32Array>();

  set(page: string, sources: Iterable<string>): void {
    this.#pages.set(
      page,
      Uint32Array.from(sources, (source) => this.#numberOf(source)),
    );
  }

  delete(page: string): void {
    this.#pages.delete(page);
  }

  get size(): number {
    return this.#pages.size;
  }

  has(page: string): boolean {
    return this.#pages.has(page);
  }

  pages(): Iterable<string> {
    return this.#pages.keys();
  }

  /** The pages that were made from any of these sources. */
  reachedBy(sources: Iterable<string>): string[] {
    const changed = new Uint8Array(this.#names.length);
    for (const source of sources) {
      const number = this.#numbers.get(source);
      if (number !== undefined) changed[number] = 1;
    }
    return [...this.#pages].flatMap(([page, made]) => (made.some((number) => changed[number] === 1) ? page : []));
  }

  toJSON(): { names: string[]; pages: [page: string, sources: number[]][] } {
    return { names: this.#names, pages: [...this.#pages].map(([page, made]) => [page, [...made]]) };
  }

  static from({ names, pages }: ReturnType<PageSources['toJSON']>): PageSources {
    const read = new PageSources();
    for (const name of names) read.#numberOf(name);
    for (const [page, made] of pages) read.#pages.set(page, Uint32Array.from(made));
    return read;
  }

  #numberOf(source: string): number {
    const known = this.#numbers.get(source);
    if (known !== undefined) return known;
    this.#numbers.set(source, this.#names.length);
    return this.#names.push(source) - 1;
  }
}
