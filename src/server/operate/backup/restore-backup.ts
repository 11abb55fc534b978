import { existsSync } from 'node:fs';
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eraseAgain } from '../../../cases/desks/erase-again.ts';
import { ERASURES_KEPT_MONTHS, readErasures } from '../../../cases/store/erasures.ts';
import type { ErasureRow } from '../../../cases/store/tables.ts';
import { migrate } from '../../../database/migrations/index.ts';
import type { Database } from '../../../database/tables.ts';
import { makeFolder } from '../../../lib/make-folder.ts';
import { addMonths } from '../../../deadlines/working-days.ts';
import { CommandError } from '../../command.ts';
import { keptErasures, joined } from './erasure-list.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { checkFiles, rebuildDatabase } from './rebuild-database.ts';
import { keyCheckOf, openKey, SEALED_KEY } from './sealed-key.ts';
import { fileTarget, serverTarget, type Target } from './targets.ts';

export interface RestoreOptions {
  /** The folder of one backup, and that of all of them with the list of erasures. */
  folder: string;
  all: string;
  database: string;
  dataDir: string;
  /** The key that the portal has now, if it has one. */
  secret: string | undefined;
  passphrase?: string | undefined;
  /** Replace cases that the backup does not know, and another key. */
  replace: boolean;
  now: Date;
}

export interface Restored {
  manifest: Manifest;
  erased: { cases: number; identities: number };
  /** What was there before, and is kept beside what was put back. */
  setAside: string[];
}

/**
 * Puts a backup back: it is put together and compared in a place apart, brought up to date, and what was erased since
 * is erased again there, before anything of the portal is touched. Throws a `CommandError` where the portal runs, where
 * it holds cases that the backup does not know (unless `replace`), or where the key is missing or another.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { folder, all, database, dataDir, now } = options;
  const manifest = await readManifest(folder);
  refuseForgotten(manifest, now);
  await checkFiles(folder, manifest);
  const key = await keyFor(options, manifest);
  makeFolder(dataDir);
  const target = /^postgres(?:ql)?:/.test(database)
    ? await serverTarget(database)
    : await fileTarget(database, options.replace);
  const place = join(dataDir, `restoring-${process.pid}.sqlite`);
  try {
    const rebuilt = await rebuildDatabase(folder, manifest, place);
    let erased: Restored['erased'];
    try {
      await migrate(rebuilt);
      if (!options.replace) await refuseUnknown(target, rebuilt, manifest);
      erased = await eraseAgain(rebuilt, await everyErasure(all, target.current), now);
      await target.take(rebuilt);
    } finally {
      await rebuilt.destroy();
    }
    const setAside = await target.finish(place, now);
    return { manifest, erased, setAside: [...setAside, ...(await putFilesBack(options, manifest, key))] };
  } finally {
    await target.close();
    for (const ending of ['', '-wal', '-shm']) await rm(place + ending, { force: true });
  }
}

/** What was erased before so long is not remembered, so a backup older than that could bring it back. */
function refuseForgotten({ madeAt }: Manifest, now: Date): void {
  const oldest = addMonths(now.toISOString().slice(0, 10), -ERASURES_KEPT_MONTHS);
  if (madeAt.slice(0, 10) < oldest)
    throw new CommandError(
      'data',
      `The backup is older than ${ERASURES_KEPT_MONTHS} months. What was erased since is not remembered for so long, so it is not put back.`,
    );
}

async function everyErasure(all: string, current: Database | undefined): Promise<ErasureRow[]> {
  return joined([...(await keptErasures(all)), ...(current ? await readErasures(current) : [])]);
}

/** Counts cases that the backup does not have, or that something happened to since. */
async function refuseUnknown({ current }: Target, rebuilt: Database, { madeAt }: Manifest): Promise<void> {
  if (!current) return;
  const known = new Set((await rebuilt.selectFrom('cases').select('id').execute()).map(({ id }) => id));
  const there = await current.selectFrom('cases').select('id').execute();
  const changed = await current.selectFrom('events').select('case_id').distinct().where('at', '>', madeAt).execute();
  const lost = new Set([
    ...there.map(({ id }) => id).filter((id) => !known.has(id)),
    ...changed.map((row) => row.case_id),
  ]);
  if (lost.size > 0)
    throw new CommandError(
      'data',
      `The portal holds ${lost.size} cases that this backup does not know, or to which something happened since ${madeAt}. Make a backup of it first; then --replace puts this one in its place.`,
    );
}

/** The key to be put in place, or undefined where the right one is there. */
async function keyFor(
  { folder, secret, passphrase, replace }: RestoreOptions,
  manifest: Manifest,
): Promise<string | undefined> {
  if (secret && (manifest.keyCheck === undefined || keyCheckOf(secret) === manifest.keyCheck)) return undefined;
  const sealed = join(folder, SEALED_KEY);
  if (passphrase !== undefined && existsSync(sealed)) {
    if (secret && !replace)
      throw new CommandError(
        'data',
        'The key of this portal is another than that of the backup. --replace puts the backup’s in its place.',
      );
    return openKey(await readFile(sealed, 'utf8'), passphrase);
  }
  if (manifest.keyCheck === undefined) return undefined;
  throw new CommandError(
    'config',
    existsSync(sealed)
      ? 'The backup was made with a key that this portal does not have. Name the file of its passphrase: --passphrase-file FILE.'
      : 'The backup was made with a key that this portal does not have, and holds none. Put the key back first (OPENCHARTER_SECRET, or the file "secret" in the data folder): without it no link and no citizen’s secret opens a case.',
  );
}

async function putFilesBack(
  { folder, dataDir, now }: RestoreOptions,
  { files }: Manifest,
  key: string | undefined,
): Promise<string[]> {
  const setAside: string[] = [];
  for (const name of Object.keys(files)) {
    const [from, to] = [join(folder, name), join(dataDir, name)];
    const there = await readFile(to).catch(() => undefined);
    if (there?.equals(await readFile(from))) continue;
    if (there) setAside.push(await putAside(to, now));
    await copyFile(from, to);
  }
  if (key === undefined) return setAside;
  const file = join(dataDir, 'secret');
  if (existsSync(file)) setAside.push(await putAside(file, now));
  await writeFile(file, key, { flag: 'wx', mode: 0o600, flush: true });
  return setAside;
}

async function putAside(file: string, now: Date): Promise<string> {
  const aside = `${file}.replaced-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
  await rename(file, aside);
  return aside;
}
