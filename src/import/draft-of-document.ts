import { formatProblem } from '../register/problem.ts';
import { readEntry, type Entry, type LoadedEntries } from '../register/read-entry.ts';
import { reservedName } from '../register/reserved-names.ts';
import { languageTag, partialDate, slug, webAddress } from '../schemas/primitives.ts';
import type { Remark } from './blocks.ts';
import { draftFiles, type DraftFile } from './draft-files.ts';
import { ImportError } from './import-error.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readDocument } from './read-document.ts';
import { recognise } from './recognise/document.ts';
import type { ImportOptions, Recognition } from './recognise/recognition.ts';
import { newReferenceProblems, registerKnowledge } from './register-knowledge.ts';

export interface DocumentRequest {
  /** Name of the document's file: its ending, and the source when the document has no title. */
  documentName: string;
  bytes: Buffer;
  options: ImportOptions;
  /** What is known already. */
  entries: LoadedEntries;
  /** The day of the import, ISO 8601. */
  today: string;
  limits?: Limits;
  /**
   * True where the charter is there already and what the document says is only compared with it: `sourceId` may then
   * be that of a source which the charter does not list yet.
   */
  beside?: boolean;
}

/** What became of a document: valid content that stands nowhere yet, and all that a person has to look at. */
export interface DocumentDraft {
  files: DraftFile[];
  services: number;
  /** Passages that no recogniser could place. */
  notPlaced: Remark[];
  /** Guesses and figures that were not understood. */
  toCheck: Remark[];
  leftOut: string[];
  /** True when the charter's draft holds in its body what was not placed. */
  keptInBody: boolean;
}

/**
 * Makes draft content of a document, and writes nothing. Throws an ImportError for a document that cannot be used or
 * whose draft would not be valid content.
 */
export async function draftOfDocument(request: DocumentRequest): Promise<DocumentDraft> {
  const { documentName, options, entries, beside = false } = request;
  checkOptions(options);
  refuseReservedAgency(options.agencyId);
  const document = await readDocument(documentName, request.bytes, request.limits ?? defaultLimits);
  const work = recognise(document.blocks, options, registerKnowledge(entries, options.agencyId));
  refuseUnrecognised(work, documentName);
  const withCharter = beside || needsCharter(work, entries, documentName);
  const files = draftFiles({ work, documentName, today: request.today, withCharter });
  validate(files, entries, beside);
  return {
    files,
    services: work.draft.services.length,
    notPlaced: work.remaining(),
    toCheck: [...(document.remarks ?? []), ...work.remarks],
    leftOut: document.leftOut,
    keptInBody: withCharter,
  };
}

function checkOptions({ agencyId, asOf, sourceUrl, language }: ImportOptions): void {
  const checks: [option: string, value: string | undefined, schema: typeof slug][] = [
    ['agency', agencyId, slug],
    ['as-of', asOf, partialDate],
    ['source-url', sourceUrl, webAddress],
    ['language', language, languageTag],
  ];
  for (const [option, value, schema] of checks) {
    const result = value === undefined ? undefined : schema.safeParse(value);
    if (result?.success === false)
      throw new ImportError(`--${option} "${value}" cannot be used.`, result.error.issues[0]?.message ?? 'Correct it.');
  }
}

function refuseReservedAgency(agencyId: string): void {
  const taken = reservedName('charters', agencyId);
  if (taken)
    throw new ImportError(
      `--agency ${agencyId} cannot be used. ${taken.message}`,
      `Choose another id, for example ${agencyId}-office.`,
    );
}

function refuseUnrecognised(work: Recognition, documentName: string): void {
  const { charter, services } = work.draft;
  const found = [
    charter.vision,
    charter.mission,
    charter.mandate,
    charter.coreFunctions,
    charter.coreValues,
    charter.standards,
    charter.customerRights,
    charter.customerObligations,
    charter.contacts,
  ];
  if (services.length > 0) return;
  if (found.some((part) => part !== undefined)) {
    work.remark(
      'document',
      'No table of services was found. Its columns must have headings, such as Service, Requirements, Cost, Time.',
    );
    return;
  }
  throw new ImportError(
    `Nothing that a charter consists of was found in ${documentName}.`,
    'Check that it is a service charter, with headings such as Vision or Core functions, or a table with headings such as Service, Requirements, Cost, Time.',
  );
}

/**
 * A table of services alone does not make a new charter when the agency has one; its figures then cite a source of that
 * charter.
 */
function needsCharter(work: Recognition, entries: LoadedEntries, documentName: string): boolean {
  const { agencyId, sourceId } = work.options;
  const existing = entries.charters.find(({ id }) => id === agencyId);
  const tableOnly = work.blocks.every((block) => block.kind === 'table');
  if (!existing || !tableOnly) {
    if (sourceId)
      throw new ImportError(
        '--source-id is for a table of services of an agency whose charter is in the content already.',
        'Leave it out; the document itself becomes the source.',
      );
    return true;
  }
  if (sourceId && existing.data.sources.some(({ id }) => id === sourceId)) return false;
  const known = existing.data.sources.map(({ id }) => id).join(', ');
  throw new ImportError(
    `${documentName} holds only services, and ${existing.file} does not list it as a source${sourceId ? ` "${sourceId}"` : ''}.`,
    `Add the document to the sources of that charter and name it: --source-id ID. It lists now: ${known}.`,
  );
}

function validate(drafts: DraftFile[], entries: LoadedEntries, beside: boolean): void {
  const read = drafts.map((draft) => readEntry(draft.collection, `content/${draft.path}`, draft.text));
  const problems = read.flatMap((result) => result.problems);
  const found = read.flatMap(({ entry }) => (entry ? [entry as Entry] : []));
  const valid = beside ? found.map((entry) => withSources(entry, entries)) : found;
  if (problems.length === 0) problems.push(...newReferenceProblems(entries, valid));
  if (problems.length === 0) return;
  throw new ImportError(
    `The draft would not be valid content; nothing was written.\n\n${problems.slice(0, 20).map(formatProblem).join('\n\n')}`,
    'Correct these passages in the document, or the options, and import it again.',
  );
}

/** A draft of a charter that is only compared with the one that exists: that one, with the sources of the draft added. */
function withSources(draft: Entry, { charters }: LoadedEntries): Entry {
  const existing = draft.collection === 'charters' ? charters.find(({ id }) => id === draft.id) : undefined;
  if (!existing) return draft;
  const { sources } = existing.data;
  const more = (draft.data as typeof existing.data).sources.filter(({ id }) => !sources.some((one) => one.id === id));
  return { ...existing, data: { ...existing.data, sources: [...sources, ...more] } } as Entry;
}
