/** One line of a file of test queries. `country` is the id, the name or the code of a jurisdiction; nothing expected means that no answer is right. */
export interface TestQuery {
  q: string;
  expect: string[];
  country?: string;
}

export interface Outcome {
  query: TestQuery;
  /** Agency ids in the order given. */
  found: string[];
  /** Place of the first expected agency, counted from 1; 0 when it is not among them. Rightly finding nothing counts as 1. */
  place: number;
}

export interface Figures {
  successAt1: number;
  successAt3: number;
  meanReciprocalRank: number;
}

/** Judges a ranking against what was expected. */
export function judge(query: TestQuery, found: string[]): Outcome {
  const nothing = query.expect.length === 0 && found.length === 0;
  return { query, found, place: nothing ? 1 : found.findIndex((id) => query.expect.includes(id)) + 1 };
}

/** Gives the shares, from 0 to 1, over all queries. */
export function summarise(outcomes: Outcome[]): Figures {
  const share = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length / Math.max(1, outcomes.length);
  return {
    successAt1: share(({ place }) => place === 1),
    successAt3: share(({ place }) => place >= 1 && place <= 3),
    meanReciprocalRank: outcomes.reduce((total, { place }) => total + (place > 0 ? 1 / place : 0), 0) / Math.max(1, outcomes.length),
  };
}

/** Gives the value below which a share of the values lies, for example 0.5 for the median. */
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
