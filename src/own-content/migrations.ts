import { isMap, isSeq, YAMLSeq, type Document, type YAMLMap } from 'yaml';
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
  {
    // An Act may open several doors after a refusal; the one review of before is the first of them. What it wants published
    // is a list of duties, each with its section, where it was a list of sentences with one source.
    to: 3,
    edit: (collection, document) => {
      const law: unknown = document.get('informationLaw');
      if (collection !== 'jurisdictions' || !isMap(law)) return;
      const review = law.get('review', true) as unknown;
      if (isMap(review)) replaceReview(document, law, review);
      const proactive = law.get('proactive', true) as unknown;
      if (isMap(proactive)) replaceProactive(document, law, proactive);
      const translations: unknown = document.get('translations');
      for (const item of isSeq<YAMLMap>(translations) ? translations.items : [])
        item.set('field', movedTo(String(item.get('field'))));
    },
  },
];

/** Where a text stands since version 3. */
function movedTo(path: string): string {
  return path
    .replace(/^informationLaw\.review\./, 'informationLaw.remedies.0.')
    .replace(/^informationLaw\.proactive\.items\.(\d+)$/, 'informationLaw.proactive.$1.says')
    .replace(/^informationLaw\.proactive\.evidence\./, 'informationLaw.proactive.0.evidence.');
}

function replaceReview(document: Document, law: YAMLMap, review: YAMLMap): void {
  review.set('kind', review.has('agency') ? 'commission' : 'court');
  review.set('runsFrom', document.createNode(['refusal', 'silence']));
  const pair = law.items.find(({ key }) => String(key) === 'review');
  if (!pair) return;
  pair.key = document.createNode('remedies');
  const list = new YAMLSeq<YAMLMap>();
  list.add(review);
  pair.value = list;
}

function replaceProactive(document: Document, law: YAMLMap, proactive: YAMLMap): void {
  const { items = [], evidence } = proactive.toJSON() as { items?: string[]; evidence: unknown };
  const duties = items.map((says, at) => ({
    id: `duty-${at + 1}`,
    section: /\((s\.[\d()a-z]+)\)/.exec(says)?.[1] ?? 'not stated',
    says,
    wordingRead: false,
    evidence,
  }));
  law.set('proactive', document.createNode(duties, { aliasDuplicateObjects: false }));
}
