import { reckonEach, type Remember } from '../lib/remember.ts';
import type { SearchDocument } from './documents.ts';

/** What an index was reckoned from, kept so that the next one reckons only what an edit has changed. */
export class IndexMemory {
  /** Remembers what is reckoned of the register. */
  readonly remember: Remember;
  #vocabulary = '';
  #terms = new WeakMap<SearchDocument, ReadonlyMap<string, number>>();

  constructor(remember: Remember = reckonEach) {
    this.remember = remember;
  }

  /** The weighed terms of a document; the same document has others only where the vocabulary has changed. */
  termsUnder(
    vocabulary: string,
    reckon: (document: SearchDocument) => ReadonlyMap<string, number>,
  ): (document: SearchDocument) => ReadonlyMap<string, number> {
    if (vocabulary !== this.#vocabulary) this.#terms = new WeakMap();
    this.#vocabulary = vocabulary;
    return (document) => {
      const terms = this.#terms.get(document) ?? reckon(document);
      this.#terms.set(document, terms);
      return terms;
    };
  }
}
