/** Entities that may be answered with: the whole index, or the range of a country. */
export interface Scope {
  first: number;
  /** One more than the last. */
  end: number;
}

export type Posting = [entity: number, document: number, weight: number];

/** The postings of a term that lie in a scope; see TermShard in index-format.ts. */
export function decodePostings(postings: number[], scope: Scope): Posting[] {
  const found: Posting[] = [];
  let entity = 0;
  for (let index = 0; index + 2 < postings.length; index += 3) {
    entity += postings[index] ?? 0;
    if (entity >= scope.end) break;
    if (entity >= scope.first) found.push([entity, postings[index + 1] ?? 0, postings[index + 2] ?? 0]);
  }
  return found;
}
