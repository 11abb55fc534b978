import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { agenciesOf, type Peer, type PeerDocument } from './peer.ts';
import { packageScriptBytes } from './script-size.ts';

/** MiniSearch with what serves it best here: prefixes, slips by length, names before text, small words ignored, the country as a filter. */
export async function minisearchPeer(documents: PeerDocument[], ignoredWords: ReadonlySet<string>): Promise<Peer> {
  const index = new MiniSearch<PeerDocument>({
    fields: ['title', 'names', 'text'],
    storeFields: ['country'],
    processTerm: (term) => (ignoredWords.has(term.toLowerCase()) ? null : term.toLowerCase()),
  });
  index.addAll(documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    name: 'MiniSearch',
    async search(q, country) {
      const hits = index.search(q, {
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        boost: { names: 4 },
        filter: (hit) => country === undefined || hit.country === country,
      });
      return agenciesOf(
        hits.map((hit) => String(hit.id)),
        byId,
      );
    },
    bytes: { first: (await packageScriptBytes('minisearch')) + gzipSync(JSON.stringify(index)).length, following: 0 },
    async close() {},
  };
}
