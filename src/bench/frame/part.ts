import type { Findings } from './figures.ts';

/** What a part of the bench is told. */
export interface BenchOptions {
  /** Top folder of the code. */
  repoDir: string;
  /** For content, editions and peers that are made for measuring; they stay for the next time. */
  cacheDir: string;
  /** Sizes to measure, in public bodies. */
  bodies: number[];
  rounds: number;
  /** How long to watch what must stay the same over time; absent where that is not asked. */
  minutes?: number | undefined;
  /** A portal that runs already, to be measured in place of one of its own. */
  url?: string | undefined;
  tell: (words: string) => void;
}

/** A part of the bench: measures one thing and says what it found. */
export type Part = (options: BenchOptions) => Promise<Findings>;
