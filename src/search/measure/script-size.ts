import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Gives the gzip size in bytes of the script that the search box loads, bundled and minified as for the site. */
export async function searchScriptBytes(): Promise<number> {
  return bundledBytes(fileURLToPath(new URL('../../components/search/search-client.ts', import.meta.url)));
}

/** Gives the gzip size in bytes of an installed package, bundled and minified whole. */
export async function packageScriptBytes(name: string): Promise<number> {
  return bundledBytes(fileURLToPath(import.meta.resolve(name)));
}

async function bundledBytes(entry: string): Promise<number> {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .reduce((total, file) => total + (file.type === 'chunk' ? gzipSync(file.code).length : 0), 0);
}
