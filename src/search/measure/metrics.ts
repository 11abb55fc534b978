/**
 * One line of a file of test queries. `country` is the id, the name or the code of a jurisdiction; nothing expected
 * means that no answer is right.
 */
export interface TestQuery {
  q: string;
  expect: string[];
  country?: string;
}

export interface QueryOutcome {
  query: TestQuery;
  /** Agency ids in the order given. */
  found: string[];
  /**
   * Place of the first expected agency, counted from 1; 0 when it is not among them. Rightly finding nothing counts as
   * 1.
   */
  place: number;
  /** The engine said that this is the place to go; engines that say nothing of it are never sure. */
  sure: boolean;
}

export interface Figures {
  successAt1: number;
  successAt3: number;
  meanReciprocalRank: number;
  /** Share of right answers among the sure ones; 1 when none is sure. */
  rightWhenSure: number;
  /** Share of sure answers among all. */
  sure: number;
  /**
   * Share of queries with an answer whose first answer is right, and of those without one for which nothing was found.
   */
  rightFirst: number;
  rightlyNothing: number;
}

/** Judges a ranking against what was expected. */
export function judge(query: TestQuery, found: string[], sure = false): QueryOutcome {
  const nothing = query.expect.length === 0 && found.length === 0;
  return { query, found, sure, place: nothing ? 1 : found.findIndex((id) => query.expect.includes(id)) + 1 };
}

/** The shares, from 0 to 1, over all queries. */
export function summarise(outcomes: QueryOutcome[]): Figures {
  const share = (test: (outcome: QueryOutcome) => boolean, among = outcomes): number =>
    among.filter(test).length / Math.max(1, among.length);
  const first = ({ place }: QueryOutcome): boolean => place === 1;
  const sure = outcomes.filter((outcome) => outcome.sure);
  const answered = outcomes.filter(({ query }) => query.expect.length > 0);
  const unanswered = outcomes.filter(({ query }) => query.expect.length === 0);
  return {
    successAt1: share(first),
    successAt3: share(({ place }) => place >= 1 && place <= 3),
    meanReciprocalRank:
      outcomes.reduce((total, { place }) => total + (place > 0 ? 1 / place : 0), 0) / Math.max(1, outcomes.length),
    rightWhenSure: sure.length === 0 ? 1 : share(first, sure),
    sure: share((outcome) => outcome.sure),
    rightFirst: share(first, answered),
    rightlyNothing: share(first, unanswered),
  };
}

/** The value below which a share of the values lies, for example 0.5 for the median. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

/** Reads a file of test queries. Throws an error that names the entry that is wrong. */
export function parseTestQueries(text: string): TestQuery[] {
  const data: unknown = JSON.parse(text);
  if (!Array.isArray(data)) throw new Error('Expected a JSON list of {"q", "expect", "country"}.');
  return data.map((item: unknown, index) => {
    const { q, expect, country } = (item ?? {}) as Record<string, unknown>;
    if (typeof q !== 'string' || !Array.isArray(expect) || !expect.every((id) => typeof id === 'string')) {
      throw new Error(`Entry ${index} is not {"q": text, "expect": [agency ids], "country": text}.`);
    }
    return { q, expect, ...(typeof country === 'string' ? { country } : {}) };
  });
}
