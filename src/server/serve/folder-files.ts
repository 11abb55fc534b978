import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { EditionFiles, FileRecord } from './edition-files.ts';

/** Files whose sizes and times are asked for at once. */
const AT_ONCE = 64;

/**
 * The files of a folder, with the `.br` and `.gz` copies beside them. What comes into the folder later is not seen.
 * A file is known by its path, size and time of change, so that none has to be read before somebody asks for it. Hidden
 * files stay hidden, but for those in `.well-known` (RFC 8615).
 */
export async function filesOfFolder(folder: string): Promise<EditionFiles> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile())
    .map((item) => `/${relative(folder, join(item.parentPath, item.name)).split(sep).join('/')}`)
    .filter((path) => !/\/\.(?!well-known\/)/.test(path));
  const there = new Set(names);
  const isCopy = (path: string): boolean => /\.(?:br|gz)$/.test(path) && there.has(path.slice(0, -3));
  const records = new Map<string, FileRecord>();
  const work = names.filter((path) => !isCopy(path)).values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const path of work) records.set(path.normalize(), await recordOf(folder, path));
    }),
  );
  return {
    at: (path) => records.get(path),
    async read({ path }) {
      const file = join(folder, path);
      const [identity, gzip, br] = await Promise.all([
        readFile(file),
        there.has(`${path}.gz`) ? readFile(`${file}.gz`) : undefined,
        there.has(`${path}.br`) ? readFile(`${file}.br`) : undefined,
      ]);
      return { identity, ...(gzip ? { gzip } : {}), ...(br ? { br } : {}) };
    },
  };
}

async function recordOf(folder: string, path: string): Promise<FileRecord> {
  const { size, mtimeMs } = await stat(join(folder, path));
  const hash = createHash('sha256').update(`${path}\0${size}\0${mtimeMs}`).digest('base64url').slice(0, 22);
  return { path, hash, size };
}
