import type { Sentence } from '../sentences.ts';

/** One thing that changed. `what` alone goes into a subject; with `more` it is the whole line. */
export interface ToldChange {
  what: Sentence;
  /** The same in fewer words, for a subject that has no room. */
  brief?: Sentence;
  /** From when it holds, and who says so. */
  more?: Sentence;
}
