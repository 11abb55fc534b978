import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import {
  charterPath,
  nextSourceId,
  servicePath,
  sourcesOf,
  type PresentEntries,
} from '../../cms/from-document/present-entries.ts';
import type { Proposal, ProposedEntry } from '../../cms/from-document/proposal.ts';
import type { DocumentReader } from '../../import/read-for-desk.ts';
import { line, partialDate, webAddress } from '../../schemas/primitives.ts';
import { source as sourceSchema, verification, type Source } from '../../schemas/provenance.ts';

/** What an officer says of a document, as typed. */
export const describedFields = ['listed', 'title', 'date', 'kind', 'url'] as const;
export type DescribedField = (typeof describedFields)[number];
export type Described = Partial<Record<DescribedField, string>>;

/** A field of the form that has to be corrected. */
export type WrongField = DescribedField | 'file';

/** Why a document was not read: fields to correct, or what is wrong with the file and what to do. */
export type ReadingRefusal = { fields: WrongField[] } | { what: string; remedy: string };

/** Parts of a charter that say who the body is, which a document does not change. */
const IDENTITY = new Set([
  'name',
  'acronym',
  'aliases',
  'popularNames',
  'type',
  'parent',
  'jurisdiction',
  'language',
  'summary',
  'sources',
  'evidence',
]);

const title = z.string().trim().min(1).pipe(line);

/** The source that a document is, of what was typed; `fields` names what is wrong. */
export function describedSource(
  typed: Described,
  sources: Record<string, unknown>[],
  today: string,
): { source: Source } | { fields: DescribedField[] } {
  if (typed.listed) {
    const listed = sourceSchema.safeParse(sources.find(({ id }) => id === typed.listed));
    return listed.success ? { source: listed.data } : { fields: ['listed'] };
  }
  const read = z
    .object({ title, date: partialDate.optional(), kind: verification, url: webAddress.optional() })
    .safeParse({
      title: typed.title ?? '',
      date: typed.date?.trim() || undefined,
      kind: typed.kind,
      url: typed.url?.trim() || undefined,
    });
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    return { fields: describedFields.filter((name) => wrong.has(name)) };
  }
  const { data } = read;
  return {
    source: {
      id: nextSourceId(sources),
      title: data.title,
      ...(data.url ? { url: data.url } : {}),
      ...(data.date ? { publishedOn: data.date } : {}),
      readOn: today,
      kind: data.kind,
    },
  };
}

/** Reads a document and proposes what to take over of it; nothing is stored. */
export async function readUpload(
  read: DocumentReader,
  {
    agency,
    file,
    typed,
    present,
    today,
  }: {
    agency: string;
    file: File | undefined;
    typed: Described;
    present: PresentEntries;
    today: string;
  },
): Promise<{ proposal: Proposal } | { refusal: ReadingRefusal }> {
  const drafted = present.entries.get(charterPath(agency))?.data ?? {};
  const described = describedSource(typed, typed.listed ? sourcesOf(present.charter) : sourcesOf(drafted), today);
  const isGiven = file !== undefined && file.size > 0;
  if ('fields' in described || !isGiven)
    return {
      refusal: { fields: [...(isGiven ? [] : ['file' as const]), ...('fields' in described ? described.fields : [])] },
    };
  const documentName = (file.name.split(/[\\/]/).at(-1) ?? '').slice(-120) || 'document';
  const found = await read({
    agencyId: agency,
    documentName,
    bytes: Buffer.from(await file.arrayBuffer()),
    source: described.source,
    today,
  });
  if ('refusal' in found) return { refusal: found.refusal };
  const { files, notPlaced, toCheck, leftOut } = found.draft;
  return {
    proposal: {
      document: documentName,
      agency,
      source: described.source,
      editWindow: randomUUID().replaceAll('-', ''),
      entries: files.flatMap((draft) => entryOf(draft, agency, present)),
      notPlaced,
      // Who the body is stands in the charter already.
      toCheck: toCheck.filter(({ place }) => place !== 'charter'),
      leftOut,
    },
  };
}

function entryOf(
  draft: { collection: 'charters' | 'services'; path: string; data: Record<string, unknown> },
  agency: string,
  { entries }: PresentEntries,
): ProposedEntry[] {
  const slug =
    draft.path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  const isCharter = draft.collection === 'charters';
  const blob = entries.get(isCharter ? charterPath(agency) : servicePath(agency, slug))?.blob;
  // Where a service that exists stands among the others is not for the document to say.
  const without = (name: string): boolean => (isCharter ? IDENTITY.has(name) : blob !== undefined && name === 'order');
  const data = Object.fromEntries(Object.entries(draft.data).filter(([name]) => !without(name)));
  if (Object.keys(data).length === 0) return [];
  // As it comes back with the form: without members that are undefined.
  return [
    { kind: draft.collection, slug, ...(blob ? { blob } : {}), data: JSON.parse(JSON.stringify(data)) as typeof data },
  ];
}
