import { gzipSync } from 'node:zlib';
import { create, insertMultiple, save, search } from '@orama/orama';
import { agenciesOf, type Peer, type PeerDocument } from './peer.ts';
import { packageScriptBytes } from './script-size.ts';

/** More pages than this are not looked at; an agency has at most a few dozen. */
const HITS_MAX = 50;

/** Orama with what serves it best here: one slip, names before text, small words ignored, no English stemmer, the country as a filter. */
export async function oramaPeer(documents: PeerDocument[], ignoredWords: ReadonlySet<string>): Promise<Peer> {
  const index = create({
    schema: { id: 'string', agency: 'string', country: 'enum', title: 'string', names: 'string', text: 'string' } as const,
    components: { tokenizer: { language: 'english', stemming: false, stopWords: [...ignoredWords] } },
  });
  await insertMultiple(index, documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    name: 'Orama',
    async search(q, country) {
      const found = await search(index, {
        term: q,
        properties: ['title', 'names', 'text'],
        boost: { names: 4 },
        tolerance: 1,
        limit: HITS_MAX,
        ...(country === undefined ? {} : { where: { country: { eq: country } } }),
      });
      return agenciesOf(
        found.hits.map((hit) => String(hit.document.id)),
        byId,
      );
    },
    bytes: { first: (await packageScriptBytes('@orama/orama')) + gzipSync(JSON.stringify(save(index))).length, following: 0 },
    async close() {},
  };
}
