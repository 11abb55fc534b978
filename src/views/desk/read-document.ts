import { nextSourceId } from '../../lib/next-source-id.ts';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { GivenDocument } from '../../cms/from-document/held-documents.ts';
import { charterPath, servicePath, type PresentEntries } from '../../cms/from-document/present-entries.ts';
import type { Proposal, ProposedEntry } from '../../cms/from-document/proposal.ts';
import { sameSource } from '../../cms/from-document/same-source.ts';
import { defaultLimits } from '../../import/limits.ts';
import type { DocumentReader } from '../../import/read-for-desk.ts';
import type { Language } from '../../lib/locales.ts';
import { readWrittenDate } from '../../lib/written-date.ts';
import { line, partialDate, webAddress } from '../../schemas/primitives.ts';
import { source as sourceSchema, verification, type Source } from '../../schemas/provenance.ts';
import { pageTexts } from '../../texts/texts.ts';
import { sourceInWords } from './source-in-words.ts';

/** What an officer says of a document, as typed. */
export const describedFields = ['listed', 'title', 'date', 'kind', 'url'] as const;
export type DescribedField = (typeof describedFields)[number];
export type Described = Partial<Record<DescribedField, string>>;

/** What is wrong with the document and with what is said of it, in words, by the fields of the form. */
export type DocumentProblems = Partial<Record<DescribedField | 'document', string>>;

/** Why a document was not read: fields to correct, or what is wrong with the file and what to do. */
export type ReadingRefusal = { problems: DocumentProblems } | { what: string; remedy: string };

/** Larger ones are neither kept nor read. */
const { fileBytes: BYTES_MAX } = defaultLimits;

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

interface Describing {
  /** The sources that the charter or its draft lists. */
  sources: Record<string, unknown>[];
  /** The day on which it is read (ISO 8601). */
  today: string;
  language: Language;
}

/**
 * The source that a document is, of what was typed; else what is wrong with it. `listed`: which source of the list it
 * is already.
 */
export function describedSource(
  typed: Described,
  { sources, today, language }: Describing,
): { source: Source } | { problems: DocumentProblems; listed?: string } {
  const { errors } = pageTexts('desk-import', language);
  if (typed.listed) {
    const listed = sourceSchema.safeParse(sources.find(({ id }) => id === typed.listed));
    return listed.success ? { source: listed.data } : { problems: { listed: errors.listed } };
  }
  // A document was written before today.
  const written = typed.date?.trim()
    ? readWrittenDate(typed.date, 'any', today, { yearsAhead: 0 })
    : { date: undefined };
  const read = z
    .object({ title, date: partialDate.optional(), kind: verification, url: webAddress.optional() })
    .safeParse({
      title: typed.title ?? '',
      date: 'date' in written ? written.date : typed.date,
      kind: typed.kind,
      url: typed.url?.trim() || undefined,
    });
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const fields = describedFields.filter((name) => wrong.has(name));
    return { problems: Object.fromEntries(fields.map((name) => [name, errors[name]])) };
  }
  const { data } = read;
  const source = {
    id: nextSourceId(sources.map(({ id }) => String(id))),
    title: data.title,
    ...(data.url ? { url: data.url } : {}),
    ...(data.date ? { publishedOn: data.date } : {}),
    readOn: today,
    kind: data.kind,
  };
  const same = sourceSchema.safeParse(sameSource(sources, source)).data;
  if (!same) return { source };
  return { problems: { listed: errors.same({ source: sourceInWords(same, language) }) }, listed: same.id };
}

/** What is wrong with the choice of a document, before anybody reads it; `size` in bytes. */
export function documentProblem(document: { size: number } | undefined, language: Language): string | undefined {
  const { errors } = pageTexts('desk-import', language);
  if (!document) return errors.document;
  return document.size > BYTES_MAX ? errors.large : undefined;
}

/** Reads a document and proposes what to take over of it. */
export async function readDocument(
  read: DocumentReader,
  {
    agency,
    document,
    source,
    present,
    today,
  }: {
    agency: string;
    document: GivenDocument;
    source: Source;
    present: PresentEntries;
    today: string;
  },
): Promise<{ proposal: Proposal } | { refusal: { what: string; remedy: string } }> {
  const found = await read({ agencyId: agency, documentName: document.name, bytes: document.bytes, source, today });
  if ('refusal' in found) return { refusal: found.refusal };
  const { files, notPlaced, toCheck, leftOut } = found.draft;
  return {
    proposal: {
      document: document.name,
      agency,
      source,
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
