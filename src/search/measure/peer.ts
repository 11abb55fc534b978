import type { SearchEntity } from '../documents.ts';

/** A page of the portal as another engine gets it: the same words that our index is built from. */
export interface PeerDocument {
  /** Path of the page, unique. */
  id: string;
  agency: string;
  country: string;
  title: string;
  /** Official and popular names, acronyms, former names, words of the topic. */
  names: string;
  text: string;
}

/** Another engine on the same documents. Gives agency ids, best first, each once. */
export interface Peer {
  name: string;
  search(q: string, country: string | undefined): Promise<string[]>;
  /** The score of the best hit, 0 without one, where the engine gives scores. */
  bestScore?(q: string, country: string | undefined): Promise<number>;
  /**
   * Bytes of a search on the wire with the engine's script, gzip: of its parts, or of the whole index where it has no
   * parts.
   */
  bytes?: { first: number; following: number };
  close(): Promise<void>;
}

/** Makes an engine over documents; engines that can leave words out get those that ours ignores. */
export type PeerFactory = (documents: PeerDocument[], ignoredWords: ReadonlySet<string>) => Promise<Peer>;

/** The documents of all agencies for another engine. */
export function peerDocuments(entities: SearchEntity[]): PeerDocument[] {
  return entities
    .filter((entity) => entity.kind === 'agency')
    .flatMap((entity) =>
      entity.documents.map((document) => {
        const textOf = (isName: boolean): string =>
          document.fields
            .filter((field) => ['acronym', 'name', 'popular', 'number', 'topic'].includes(field.name) === isName)
            .map((field) => field.text)
            .join('. ');
        return {
          id: document.path,
          agency: entity.id,
          country: entity.country,
          title: document.title,
          names: textOf(true),
          text: textOf(false),
        };
      }),
    );
}

/** The agencies of a list of hits, each once, in order. */
export function agenciesOf(ids: string[], documents: ReadonlyMap<string, PeerDocument>): string[] {
  return [...new Set(ids.flatMap((id) => documents.get(id)?.agency ?? []))];
}
