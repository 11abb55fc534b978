import { reckonEach, type Remember } from '../lib/remember.ts';
import { TermLists } from './term-lists.ts';

/** What an index was reckoned from, kept so that the next one reckons only what an edit has changed. */
export class IndexMemory {
  readonly lists = new TermLists();
  /** Remembers what is reckoned of the register. */
  readonly remember: Remember;

  constructor(remember: Remember = reckonEach) {
    this.remember = remember;
  }
}
