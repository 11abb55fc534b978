import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/*
 * Makes the editor at /admin/: one page, what it needs to sign somebody in, and Decap in parts that are fetched when an
 * entry is opened. Parts of Decap that the portal has no use for are replaced by small ones; what each weighed is in
 * src/docs/cms.md.
 */
const repoDir = fileURLToPath(new URL('../../../', import.meta.url));
const replaced = (name: string): string => fileURLToPath(new URL(`./replaced/${name}.ts`, import.meta.url));

/** By the name under which Decap asks for it. */
const replacements: [RegExp, string][] = [
  [/\/constants\/configSchema$/, replaced('config-check')],
  [/^react-markdown$/, replaced('hint-text')],
  [/^remark-gfm$/, replaced('no-markdown-plugin')],
  [/^gray-matter$/, replaced('front-matter')],
  [/^@iarna\/toml\/parse-string$/, replaced('no-toml')],
  [/^localforage$/, replaced('late-backup')],
  [/^tomlify-j0\.4$/, replaced('no-toml')],
  [/^@jsquash\/webp/, replaced('no-webp')],
];

const smallerParts: Plugin = {
  name: 'smaller-parts-of-decap',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer?.includes('/node_modules/decap-cms-') ? replacements.find(([name]) => name.test(source))?.[1] : undefined,
};

export default defineConfig({
  root: repoDir,
  cacheDir: fileURLToPath(new URL('../../../.cache/vite-editor', import.meta.url)),
  publicDir: false,
  plugins: [smallerParts],
  resolve: { dedupe: ['react', 'react-dom', 'immutable', 'lodash'] },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
  build: {
    target: 'es2022',
    assetsDir: 'admin/assets',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    manifest: true,
    modulePreload: { polyfill: false },
    license: { fileName: 'admin/assets/licences.md' },
    rolldownOptions: {
      input: fileURLToPath(new URL('../../../admin/index.html', import.meta.url)),
      output: {
        // It outlives many an update of the rest in the caches of browsers.
        codeSplitting: { groups: [{ name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\// }] },
      },
      // Parts of Decap mention `eval` where it is never reached; the policy of the page forbids it.
      checks: { eval: false },
    },
  },
});
