import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/*
 * npm run weigh:editor: what the editor at /admin/ weighs by part, packed as it is sent; for src/docs/cms.md. Parts are
 * packed by themselves here, so together they come to somewhat more than the files.
 */
const repoDir = resolve(import.meta.dirname, '..', '..');
const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const backends = /decap-cms-backend-(?!proxy)/;

const made = await build({
  configFile: resolve(repoDir, 'src/cms/editor/vite.config.ts'),
  logLevel: 'silent',
  build: { write: false },
});
const files = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
const chunks = files.filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');

const loaded = new Set(chunks.filter((chunk) => chunk.isEntry).map(({ fileName }) => fileName));
const atTheDoor = new Set(loaded);
const of = (name: string): Rolldown.OutputChunk | undefined => chunks.find(({ fileName }) => fileName === name);
for (const name of atTheDoor) for (const next of of(name)?.imports ?? []) atTheDoor.add(next);
for (const name of loaded) {
  const { imports = [], dynamicImports = [] } = of(name) ?? {};
  const lazily = dynamicImports.filter(
    (next) => !backends.test(of(next)?.facadeModuleId ?? '') && !/no-webp/.test(next),
  );
  for (const next of [...imports, ...lazily]) loaded.add(next);
}

const parts = new Map<string, string[]>();
for (const chunk of chunks.filter(({ fileName }) => loaded.has(fileName)))
  for (const [id, { code }] of Object.entries(chunk.modules)) {
    const part = partOf(id);
    parts.set(part, [...(parts.get(part) ?? []), code ?? '']);
  }
const rows = [...parts].map(([part, code]) => ({ part, kilobytes: packed(code.join('\n')) }));
for (const { part, kilobytes } of rows.sort((a, b) => b.kilobytes - a.kilobytes))
  console.log(`${kilobytes.toFixed(0).padStart(6)} kB  ${part} (not minified)`);
const total = (names: Set<string>): number => [...names].reduce((sum, name) => sum + packed(of(name)?.code ?? ''), 0);
console.log(`${total(atTheDoor).toFixed(0).padStart(6)} kB  scripts before anybody is signed in`);
console.log(`${total(loaded).toFixed(0).padStart(6)} kB  all scripts of the editor`);

function partOf(id: string): string {
  const [, name] = inPackage.exec(id) ?? [];
  if (name === undefined) return 'our own';
  if (/^(?:react|react-dom|scheduler)$/.test(name)) return 'react';
  if (name.startsWith('decap-cms')) return "Decap's core, words and look";
  if (/^(?:immutable|lodash|immer|redux.*|react-redux|@reduxjs.*)$/.test(name)) return 'values and state';
  if (/dnd/.test(name)) return 'drag and drop';
  if (/^(?:react-select|@floating-ui.*|react-modal|react-aria.*|react-toastify)$/.test(name))
    return 'choices, dialogs, notices';
  if (name === 'yaml') return 'YAML';
  return 'all else';
}

/** Kilobytes as the portal packs a file (src/server/edition/object-store.ts). */
function packed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength / 1000;
}
