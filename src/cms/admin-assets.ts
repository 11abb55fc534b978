import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files of /admin/ itself. The list of officers lies beside them and is never among them. */
const OWN_FILES = ['index.html', 'admin.js', 'form-lock.js', 'admin.css', 'preview.js', 'preview.css'];
const ownFolder = fileURLToPath(new URL('../../admin/', import.meta.url));

/**
 * Gives, for each file served under /admin/, the file it is copied from. Decap's parts that it loads later are
 * included.
 */
export async function adminAssets(): Promise<Map<string, string>> {
  const decap = dirname(createRequire(import.meta.url).resolve('decap-cms'));
  const parts = (await readdir(decap)).filter((name) =>
    /^(?:\d+\.)?decap-cms\.js(?:\.LICENSE\.txt)?$|\.wasm$/.test(name),
  );
  return new Map([
    ...OWN_FILES.map((name) => [name, join(ownFolder, name)] as const),
    ...parts.map((name) => [name, join(decap, name)] as const),
  ]);
}

/** Copies everything that /admin/ needs into a folder, for example dist/client/admin. */
export async function copyAdminAssets(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  for (const [name, from] of await adminAssets()) await copyFile(from, join(outDir, name));
}
