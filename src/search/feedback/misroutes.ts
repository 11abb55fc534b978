import type { FeedbackRecord } from './feedback.ts';

/** A query that led to the wrong agency, once for each pair, with how often people said so. */
export interface Misroute {
  q: string;
  country?: string;
  shown: string;
  lookingFor: string[];
  no: number;
  yes: number;
}

/** The queries whose answer more people called wrong than right, the most often first. */
export function misroutes(records: FeedbackRecord[]): Misroute[] {
  const found = new Map<string, Misroute>();
  for (const { q, country, agency, verdict, lookingFor } of records) {
    if (q === '') continue;
    const key = [q.toLowerCase(), country, agency].join('\t');
    const entry = found.get(key) ?? {
      q,
      ...(country ? { country } : {}),
      shown: agency,
      lookingFor: [],
      no: 0,
      yes: 0,
    };
    entry[verdict]++;
    if (lookingFor && !entry.lookingFor.includes(lookingFor)) entry.lookingFor.push(lookingFor);
    found.set(key, entry);
  }
  return [...found.values()]
    .filter(({ no, yes }) => no > yes)
    .sort((a, b) => b.no - b.yes - (a.no - a.yes) || (a.q < b.q ? -1 : 1));
}

/** Misroutes as lines of a file of test queries; what is missing is the agency that was right. */
export function fixtureCandidates(found: Misroute[]): string {
  if (found.length === 0) return '[]';
  const lines = found.map(({ q, country, shown, lookingFor, no, yes }) =>
    JSON.stringify({ q, expect: [], ...(country ? { country } : {}), shown, lookingFor, no, yes }),
  );
  return `[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]`;
}
