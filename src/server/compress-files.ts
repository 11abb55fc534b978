import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(?:html|css|js|json|svg|xml|txt)$/;
const BYTES_MIN = 1024;
const AT_ONCE = 16;

/**
 * Writes .br and .gz copies beside every text file of a folder, so that the server compresses nothing while people
 * wait.
 */
export async function compressFiles(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile() && compressible.test(item.name))
    .map((item) => join(item.parentPath, item.name));
  const work = files.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const file of work) await compressFile(file);
    }),
  );
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.byteLength < BYTES_MIN) return;
  // Quality 6 is within two per cent of the best for pages of this size and several times faster.
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength },
    }),
    promisify(gzip)(content, { level: 7 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
