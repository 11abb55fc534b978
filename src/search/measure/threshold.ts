import type { Register } from '../../register/register.ts';
import { judge, summarise, type Figures, type QueryOutcome } from './metrics.ts';
import type { Peer } from './peer.ts';
import { countryOf, isElsewhere, isUnseen, type QuerySet } from './sets.ts';

/** What an engine reaches on the sets that were not looked at. */
export interface PeerFigures {
  asItIs: Figures;
  /** The same when it says nothing below a score; only for an engine that gives scores. */
  withThreshold?: { threshold: number; figures: Figures };
}

interface Scored {
  outcome: QueryOutcome;
  score: number;
}

/**
 * Asks an engine the queries of the sets. Its threshold is the score with which it does best on the sets that were looked
 * at, right first and rightly nothing weighing the same.
 */
export async function measurePeer(peer: Peer, sets: QuerySet[], register: Register): Promise<PeerFigures> {
  const seen: Scored[] = [];
  const unseen: Scored[] = [];
  for (const { name, queries } of sets.filter((set) => !isElsewhere(set.name))) {
    for (const query of queries) {
      const country = countryOf(register, query);
      const score = (await peer.bestScore?.(query.q, country)) ?? 0;
      (isUnseen(name) ? unseen : seen).push({ outcome: judge(query, await peer.search(query.q, country)), score });
    }
  }
  const asItIs = figuresFrom(unseen, 0);
  if (!peer.bestScore) return { asItIs };
  const tried = [0, ...seen.map(({ score }) => score)].map((threshold) => {
    const { rightFirst, rightlyNothing } = figuresFrom(seen, threshold);
    return { threshold, worth: rightFirst + rightlyNothing };
  });
  const { threshold } = tried.reduce((best, item) => (item.worth > best.worth ? item : best));
  return { asItIs, withThreshold: { threshold, figures: figuresFrom(unseen, threshold) } };
}

function figuresFrom(scored: Scored[], threshold: number): Figures {
  return summarise(scored.map(({ outcome, score }) => (score < threshold ? judge(outcome.query, []) : outcome)));
}
