import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Edition } from './edition.ts';
import type { ObjectStore } from './object-store.ts';

/** Files that are written at once. */
const AT_ONCE = 16;

/**
 * Writes the files of an edition into a folder as any web server publishes them; with `packed` also their compressed
 * copies beside them, as nginx takes them (`gzip_static`).
 */
export async function exportEdition(
  { files }: Edition,
  objects: ObjectStore,
  folder: string,
  { packed = false }: { packed?: boolean } = {},
): Promise<void> {
  const made = new Set<string>();
  const work = files.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const record of work) {
        const file = join(folder, record.path);
        if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
        made.add(dirname(file));
        const { identity, gzip, br } = await objects.read(record);
        await writeFile(file, identity);
        if (packed && gzip) await writeFile(`${file}.gz`, gzip);
        if (packed && br) await writeFile(`${file}.br`, br);
      }
    }),
  );
}
