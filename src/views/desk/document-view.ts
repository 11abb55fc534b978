import { isDeepStrictEqual } from 'node:util';
import { charterPath, servicePath, sourcesOf, type PresentEntries } from '../../cms/from-document/present-entries.ts';
import type { Proposal, ProposedEntry } from '../../cms/from-document/proposal.ts';
import { pathOf } from '../../cms/from-document/take-over.ts';
import { fieldWords, type FieldWords } from '../../schemas/field-words.ts';
import { fieldMeta } from '../../schemas/field.ts';
import { collections } from '../../schemas/collections.ts';
import type { Evidence, Source } from '../../schemas/provenance.ts';
import { editorDraftAddress } from '../../site/editor-address.ts';
import { entryTitle } from './names.ts';
import { figureLines, servicesAsRead, type Reading, type ServiceAsRead } from './proposed-service.ts';
import { sourceInWords } from './source-in-words.ts';
import { valueLines, withoutEvidence } from './value-words.ts';
import type * as z from 'zod';

/** A field of an entry: as it is here, and as the document has it. */
export interface ProposedField {
  name: string;
  label: string;
  here: string[];
  document: string[];
  /** True where the words are the same and only their source or date differs. */
  isSourceOnly: boolean;
  /** Whether its box is ticked: where nothing stands here yet. */
  isTicked: boolean;
}

export interface ProposedEntryView {
  /** Which entry a form is about. */
  key: string;
  kind: ProposedEntry['kind'];
  name: string;
  state: 'new' | 'changed' | 'same';
  isDraft: boolean;
  /** All fields of a new entry; of another, those that differ. */
  fields: ProposedField[];
  /** A service as its page would say it with all that the document has. */
  read: ServiceAsRead | undefined;
  editor: string;
}

export interface DocumentView {
  document: string;
  source: string;
  /** Where the charter lists the document, so that figures may cite it: drafts also what only its draft lists. */
  listed: 'published' | 'draft' | undefined;
  hasCharterDraft: boolean;
  services: ProposedEntryView[];
  charter: ProposedEntryView | undefined;
  notPlaced: Proposal['notPlaced'];
  toCheck: Proposal['toCheck'];
  leftOut: string[];
}

export const keyOf = ({ kind, slug }: ProposedEntry): string => `${kind}/${slug}`;

/** What the page shows of a proposal beside what the body has now. */
export function documentView(proposal: Proposal, present: PresentEntries, reading: Reading): DocumentView {
  const { language } = reading;
  const words = fieldWords(language);
  const services = proposal.entries.filter(({ kind }) => kind === 'services');
  const valuesHere = ({ slug }: ProposedEntry): Record<string, unknown> | undefined =>
    present.entries.get(servicePath(proposal.agency, slug))?.data;
  const readings = {
    document: servicesAsRead(
      proposal,
      present,
      services.map((entry) => [entry.slug, { ...valuesHere(entry), ...entry.data }]),
      reading,
    ),
    here: servicesAsRead(
      proposal,
      present,
      services.map((entry) => [entry.slug, valuesHere(entry) ?? {}]),
      reading,
    ),
  };
  const entries = proposal.entries.map((entry) => entryView({ proposal, entry, readings }, present, words));
  const { source, document, notPlaced, toCheck, leftOut } = proposal;
  const lists = (charter: Record<string, unknown>): boolean => sourcesOf(charter).some(({ id }) => id === source.id);
  const drafted = present.entries.get(charterPath(proposal.agency))?.data ?? {};
  return {
    document,
    source: sourceInWords(source, language),
    listed: lists(present.charter) ? 'published' : lists(drafted) ? 'draft' : undefined,
    hasCharterDraft: present.hasCharterDraft,
    services: entries.filter(({ kind }) => kind === 'services'),
    charter: entries.find(({ kind, fields }) => kind === 'charters' && fields.length > 0),
    notPlaced,
    toCheck,
    leftOut,
  };
}

/** Services as the document has them, and as they stand here. */
type Readings = Record<'document' | 'here', Map<string, ServiceAsRead>>;

function entryView(
  { proposal, entry, readings }: { proposal: Proposal; entry: ProposedEntry; readings: Readings },
  { entries }: PresentEntries,
  words: FieldWords,
): ProposedEntryView {
  const { kind, slug, data } = entry;
  const now = entries.get(pathOf(proposal, entry));
  const isService = kind === 'services';
  const read = isService ? readings.document.get(slug) : undefined;
  const readHere = isService ? readings.here.get(slug) : undefined;
  const sources = [...sourcesOf(entries.get(charterPath(proposal.agency))?.data ?? {}), proposal.source] as Source[];
  const cited = (name: string, value: unknown): string[] | undefined =>
    name === 'evidence'
      ? sources
          .filter(({ id }, at) => sources.findIndex((source) => source.id === id) === at)
          .filter(({ id }) => (value as Partial<Evidence> | undefined)?.sources?.includes(id))
          .map((source) => sourceInWords(source, words.language))
      : undefined;
  const shape = collections[kind].schema.shape as Record<string, z.ZodType>;
  const fields = Object.entries(data).flatMap(([name, value]): ProposedField[] => {
    const schema = shape[name];
    const here = now?.data[name];
    if (!schema || (now && isDeepStrictEqual(here, value))) return [];
    return [
      {
        name,
        label: words.label(fieldMeta(schema)?.label ?? name),
        here: cited(name, here) ?? figureLines(name, readHere, words.language) ?? valueLines(schema, here, words),
        document: cited(name, value) ?? figureLines(name, read, words.language) ?? valueLines(schema, value, words),
        isSourceOnly: now !== undefined && isDeepStrictEqual(withoutEvidence(here), withoutEvidence(value)),
        isTicked: here === undefined,
      },
    ];
  });
  const shown = fields.filter(
    ({ name, document, isSourceOnly }) => name !== 'order' && (document.length > 0 || isSourceOnly),
  );
  const collection = isService ? `services-${proposal.agency}` : `charter-${proposal.agency}`;
  return {
    key: keyOf(entry),
    kind,
    name: entryTitle(data, slug, words.language),
    state: !now ? 'new' : shown.length > 0 ? 'changed' : 'same',
    isDraft: now?.isDraft ?? false,
    fields: shown,
    read,
    editor: editorDraftAddress(words.language, proposal.agency, collection, slug),
  };
}
