import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { loadEntries } from '../register/load.ts';
import { parseSourceFile } from '../register/source-file.ts';
import { compareData, isSame, type Comparison } from './compare.ts';
import type { DraftFile } from './draft-files.ts';
import { draftOfDocument } from './draft-of-document.ts';
import { ImportError } from './import-error.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readLimited } from './read-document.ts';
import type { ImportOptions } from './recognise/recognition.ts';
import type { ImportReport } from './report.ts';
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
  const limits = request.limits ?? defaultLimits;
  const bytes = await readLimited(request.file, limits);
  const documentName = basename(request.file);
  const { entries } = await loadEntries(contentDir);
  const { files: drafts, ...found } = await draftOfDocument({
    documentName,
    bytes,
    options,
    entries,
    today: request.today,
    limits,
  });
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
    ...found,
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
