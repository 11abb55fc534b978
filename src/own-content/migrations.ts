import type { Document } from 'yaml';
import type { CollectionName } from '../schemas/collections.ts';

/** What content of the version before needs, to be content of version `to`. */
export interface Migration {
  to: number;
  /** Files and folders, from the top of the repository, that lie elsewhere since. One that is not there is passed over. */
  moves?: { from: string; to: string }[];
  /** Changes the fields of a file; is shown every file of every collection. */
  edit?: (collection: CollectionName, document: Document) => void;
}

/** In their order. A change of a schema that content shipped before does not satisfy brings one along. */
export const migrations: Migration[] = [
  {
    // Everything that a portal owns lies under content/.
    to: 2,
    moves: [
      { from: 'admin/officers.yaml', to: 'content/officers.yaml' },
      { from: 'public/media', to: 'content/media' },
    ],
  },
];
