import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { builtTexts, isTextsChunk } from '../../texts/build-texts.ts';

/**
 * The gzip size in bytes of what the search box loads, bundled and minified as for the site: its scripts, and of
 * the texts those of the one language that says most.
 */
export async function searchScriptBytes(): Promise<number> {
  return bundledBytes(fileURLToPath(new URL('../../components/search/search-client.ts', import.meta.url)));
}

/** The gzip size in bytes of an installed package, bundled and minified whole. */
export async function packageScriptBytes(name: string): Promise<number> {
  return bundledBytes(fileURLToPath(import.meta.resolve(name)));
}

async function bundledBytes(entry: string): Promise<number> {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    plugins: [builtTexts()],
    build: { write: false, minify: true, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .flatMap((file) =>
      file.type === 'chunk' ? [{ name: file.facadeModuleId, bytes: gzipSync(file.code).length }] : [],
    );
  const ofLanguages = chunks.filter(({ name }) => isTextsChunk(name)).map(({ bytes }) => bytes);
  const scripts = chunks.filter(({ name }) => !isTextsChunk(name)).map(({ bytes }) => bytes);
  return scripts.reduce((sum, bytes) => sum + bytes, Math.max(0, ...ofLanguages));
}
