import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { loadEntries } from '../register/load.ts';
import { formatProblem } from '../register/problem.ts';
import { readEntry, type Entry, type LoadedEntries } from '../register/read-entry.ts';
import { reservedName } from '../register/reserved-names.ts';
import { parseSourceFile } from '../register/source-file.ts';
import { languageTag, partialDate, slug, webAddress } from '../schemas/primitives.ts';
import { compareData, isSame, type Comparison } from './compare.ts';
import { draftFiles, type DraftFile } from './draft-files.ts';
import { ImportError } from './import-error.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readDocument } from './read-document.ts';
import { recognise } from './recognise/document.ts';
import type { ImportOptions, Recognition } from './recognise/recognition.ts';
import type { ImportReport } from './report.ts';
import { newReferenceProblems, registerKnowledge } from './register-knowledge.ts';
import { writeFiles } from './write-files.ts';

export interface ImportRequest {
  file: string;
  options: ImportOptions;
  /** The content folder: what is known already, and where files go unless `outDir` says otherwise. */
  contentDir: string;
  outDir?: string;
  /** Files, or folders of files, that may be replaced, for example charters/inec.mdx or services/inec. */
  force?: string[];
  dryRun?: boolean;
  /** The day of the import, ISO 8601. */
  today: string;
  limits?: Limits;
}

/**
 * Imports a charter document as draft content. Everything is validated before anything is written, and a file that
 * exists is compared instead of replaced unless it is named in `force`. Throws an ImportError, with nothing written,
 * for a document that cannot be used.
 */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const { options, contentDir } = request;
  checkOptions(options);
  refuseReservedAgency(options.agencyId);
  const document = await readDocument(request.file, request.limits ?? defaultLimits);
  const { entries } = await loadEntries(contentDir);
  const work = recognise(document.blocks, options, registerKnowledge(entries, options.agencyId));
  const documentName = basename(request.file);
  refuseUnrecognised(work, documentName);
  const withCharter = needsCharter(work, entries, documentName);
  const drafts = draftFiles({ work, documentName, today: request.today, withCharter });
  validate(drafts, entries);
  const target = request.outDir ?? contentDir;
  const files = await Promise.all(
    drafts.map(async (draft) => ({
      draft,
      path: join(target, draft.path),
      comparison: await compareExisting(join(target, draft.path), draft),
    })),
  );
  const report: ImportReport = {
    document: documentName,
    agencyId: options.agencyId,
    services: work.draft.services.length,
    notPlaced: work.remaining(),
    toCheck: [...(document.remarks ?? []), ...work.remarks],
    leftOut: document.leftOut,
    keptInBody: withCharter,
    files: files.map(({ path, comparison }) => ({ path: shown(path), ...(comparison ? { comparison } : {}) })),
    written: [],
  };
  const changed = files.filter(({ comparison }) => !comparison || !isSame(comparison));
  const refusal = refusalFor(request, changed);
  if (refusal) return { ...report, refusal };
  if (request.dryRun) return report;
  await writeFiles(
    changed.map(({ draft, path, comparison }) => ({ path, text: draft.text, replace: comparison !== undefined })),
  );
  return { ...report, written: changed.map(({ path }) => shown(path)) };
}

/** A path as it is shortest from where the import was started. */
function shown(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
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

function validate(drafts: DraftFile[], entries: LoadedEntries): void {
  const read = drafts.map((draft) => readEntry(draft.collection, `content/${draft.path}`, draft.text));
  const problems = read.flatMap((result) => result.problems);
  const valid = read.flatMap(({ entry }) => (entry ? [entry as Entry] : []));
  if (problems.length === 0) problems.push(...newReferenceProblems(entries, valid));
  if (problems.length === 0) return;
  throw new ImportError(
    `The draft would not be valid content; nothing was written.\n\n${problems.slice(0, 20).map(formatProblem).join('\n\n')}`,
    'Correct these passages in the document, or the options, and import it again.',
  );
}

async function compareExisting(path: string, draft: DraftFile): Promise<Comparison | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new ImportError(`${path} cannot be read (${error.code}).`, 'Check what stands there.', { cause: error });
  });
  return text === undefined
    ? undefined
    : compareData(authored(path, text, draft), authored(draft.path, draft.text, draft));
}

/** What a file says as it is written; a file that is broken counts as one text. */
function authored(path: string, text: string, { collection }: DraftFile): unknown {
  const { source } = parseSourceFile(path, text, collection === 'charters' ? 'mdx' : 'yaml');
  if (!source) return { text };
  return collection === 'charters'
    ? { ...(source.data as object), ...(source.body.trim() ? { body: source.body } : {}) }
    : source.data;
}

function refusalFor(
  { force = [], dryRun }: ImportRequest,
  changed: { draft: DraftFile; comparison: Comparison | undefined }[],
): string | undefined {
  const wanted = force.map((name) => name.replace(/^(?:\.\/)?(?:content\/)?|\/$/g, ''));
  const covers = (name: string, path: string): boolean =>
    path === name || path.replace(/\.\w+$/, '') === name || path.startsWith(`${name}/`);
  const unknown = wanted.find((name) => !changed.some(({ draft }) => covers(name, draft.path)));
  if (unknown !== undefined)
    throw new ImportError(
      `--force ${unknown} names no file that this import would change.`,
      `It would change: ${changed.map(({ draft }) => draft.path).join(', ') || 'nothing'}.`,
    );
  const blocked = changed.filter(
    ({ draft, comparison }) => comparison && !wanted.some((name) => covers(name, draft.path)),
  );
  if (blocked.length === 0 || dryRun) return undefined;
  return `Nothing was written: ${blocked.length} of these files exist and would change.\n  Fix: copy what you need by hand; or write the draft elsewhere with --out FOLDER; or replace what you name with --force, for example --force ${blocked[0]?.draft.path}.`;
}
