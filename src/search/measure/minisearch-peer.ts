import { gzipSync } from 'node:zlib';
import MiniSearch, { type Options, type SearchOptions, type SearchResult } from 'minisearch';
import { agenciesOf, type Peer, type PeerDocument } from './peer.ts';
import { packageScriptBytes } from './script-size.ts';

/** MiniSearch as it comes: its own defaults, over the same documents. */
export function minisearchAsItComes(documents: PeerDocument[]): Promise<Peer> {
  return minisearch('MiniSearch as it comes', documents, {}, {});
}

/** MiniSearch with what serves it best here: prefixes, slips by length, names before text, small words ignored. */
export function minisearchTuned(documents: PeerDocument[], ignoredWords: ReadonlySet<string>): Promise<Peer> {
  return minisearch(
    'MiniSearch, tuned',
    documents,
    { processTerm: (term) => (ignoredWords.has(term.toLowerCase()) ? null : term.toLowerCase()) },
    { prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 3 ? 0.2 : false), boost: { names: 4 } },
  );
}

async function minisearch(
  name: string,
  documents: PeerDocument[],
  indexOptions: Partial<Options<PeerDocument>>,
  searchOptions: SearchOptions,
): Promise<Peer> {
  const index = new MiniSearch<PeerDocument>({
    fields: ['title', 'names', 'text'],
    storeFields: ['country'],
    ...indexOptions,
  });
  index.addAll(documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const hitsOf = (q: string, country: string | undefined): SearchResult[] =>
    index.search(q, { ...searchOptions, filter: (hit) => country === undefined || hit.country === country });
  return {
    name,
    async search(q, country) {
      return agenciesOf(
        hitsOf(q, country).map((hit) => String(hit.id)),
        byId,
      );
    },
    async bestScore(q, country) {
      return hitsOf(q, country)[0]?.score ?? 0;
    },
    bytes: { first: (await packageScriptBytes('minisearch')) + gzipSync(JSON.stringify(index)).length, following: 0 },
    async close() {},
  };
}
