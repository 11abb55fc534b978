import { gzipSync } from 'node:zlib';
import { create, insertMultiple, save, search } from '@orama/orama';
import { agenciesOf, type Peer, type PeerDocument } from './peer.ts';
import { packageScriptBytes } from './script-size.ts';

/** More pages than this are not looked at; an agency has at most a few dozen. */
const HITS_MAX = 50;

/** Orama as it comes: its own defaults, over the same documents. */
export function oramaAsItComes(documents: PeerDocument[]): Promise<Peer> {
  return orama('Orama as it comes', documents, { language: 'english' }, {});
}

/** Orama with what serves it best here: one slip, names before text, small words ignored, no English stemmer. */
export function oramaTuned(documents: PeerDocument[], ignoredWords: ReadonlySet<string>): Promise<Peer> {
  return orama(
    'Orama, tuned',
    documents,
    { language: 'english', stemming: false, stopWords: [...ignoredWords] },
    { boost: { names: 4 }, tolerance: 1 },
  );
}

async function orama(
  name: string,
  documents: PeerDocument[],
  tokenizer: { language: 'english'; stemming?: boolean; stopWords?: string[] },
  searchOptions: { boost?: { names: number }; tolerance?: number },
): Promise<Peer> {
  const index = create({
    schema: {
      id: 'string',
      agency: 'string',
      country: 'enum',
      title: 'string',
      names: 'string',
      text: 'string',
    } as const,
    components: { tokenizer },
  });
  await insertMultiple(index, documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    name,
    async search(q, country) {
      const found = await search(index, {
        term: q,
        properties: ['title', 'names', 'text'],
        ...searchOptions,
        limit: HITS_MAX,
        ...(country === undefined ? {} : { where: { country: { eq: country } } }),
      });
      return agenciesOf(
        found.hits.map((hit) => String(hit.document.id)),
        byId,
      );
    },
    bytes: {
      first: (await packageScriptBytes('@orama/orama')) + gzipSync(JSON.stringify(save(index))).length,
      following: 0,
    },
    async close() {},
  };
}
