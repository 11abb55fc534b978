import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { entriesOf } from '../register/handed-content.ts';
import type { Register } from '../register/register.ts';
import { builtTexts } from '../texts/build-texts.ts';
import type { NetlifyForms } from './deployment.ts';
import { siteFunction } from './function-adapter.ts';
import type { Published } from './with-headers.ts';

export interface FunctionOptions {
  repoDir: string;
  register: Register;
  /** Netlify's folder of functions that a build leaves behind: .netlify/v1/functions. */
  functionsDir: string;
  forms: NetlifyForms;
}

interface FunctionSource {
  name: string;
  maker: string;
  file: string;
  config: object;
}

/*
 * A function named after an event is called when it happens; "-background" has Netlify repeat it where it failed.
 * Each is one file, so nothing has to be found at run time.
 */
const sources: Record<NetlifyForms, FunctionSource> = {
  netlify: {
    name: 'submission-created-background',
    maker: 'submissionCreated',
    file: 'submission-created.ts',
    config: {},
  },
  portal: { name: 'drain-outbox', maker: 'drainOutbox', file: 'drain-outbox.ts', config: { schedule: '*/5 * * * *' } },
};

/** Bundles the function that belongs to the way of taking complaints, with the content inside it. */
export async function bundleFunctions({ repoDir, register, functionsDir, forms }: FunctionOptions): Promise<void> {
  const { name, maker, file, config } = sources[forms];
  const folder = join(repoDir, '.netlify', 'entries');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'content.json'), JSON.stringify(contentWithoutBodies(register)));
  const entry = join(folder, `${name}.ts`);
  await writeFile(
    entry,
    [
      `import { ${maker} } from ${JSON.stringify(join(repoDir, 'src', 'netlify', file))};`,
      `import entries from './content.json';`,
      `export default ${maker}(entries);`,
      // Netlify reads this without running the file.
      `export const config = ${JSON.stringify({ ...config, nodeBundler: 'none' })};`,
    ].join('\n'),
  );
  await bundle(repoDir, entry, join(functionsDir, name), name);
}

/**
 * Puts the security headers around the module that Astro made, and tells it where the search index and the content
 * lie, which pages are published and what to show when one fails.
 */
export async function wrapSiteFunction({
  repoDir,
  functionsDir,
  register,
  pages,
  failure,
  notFound,
}: Pick<FunctionOptions, 'repoDir' | 'functionsDir' | 'register'> & Published): Promise<void> {
  const folder = join(functionsDir, 'ssr');
  await bundle(repoDir, join(repoDir, 'src', 'netlify', 'with-headers.ts'), folder, 'with-headers');
  await copyPictureLibrary(repoDir, folder);
  await writeFile(
    join(folder, 'pages.mjs'),
    `export const published = ${JSON.stringify({ pages, failure, notFound } satisfies Published)};\n`,
  );
  await writeFile(join(folder, 'content.json'), JSON.stringify(contentWithoutBodies(register)));
  await writeFile(
    join(folder, 'ssr.mjs'),
    `import { fileURLToPath } from 'node:url';
import handler from './${siteFunction.module}';
import { published } from './pages.mjs';
import { withHeaders } from './with-headers.mjs';

process.env.OPENCHARTER_SEARCH_DIR = fileURLToPath(new URL('./search-index', import.meta.url));
process.env.OPENCHARTER_CONTENT_FILE = fileURLToPath(new URL('./content.json', import.meta.url));
export default withHeaders(handler, published);
// Netlify reads this without running the file.
export const config = { name: 'Pages made on demand', path: '/*', preferStatic: true, nodeBundler: 'none', includedFiles: ['**/*'] };
`,
  );
}

/**
 * Pictures are drawn anew by machine code that no bundle can hold, so it lies beside the function as packages do. It is
 * that of the machine that builds: build where Netlify does, or on Linux with the same kind of processor.
 */
async function copyPictureLibrary(repoDir: string, folder: string): Promise<void> {
  const packages = join(repoDir, 'node_modules');
  const machine = (await readdir(join(packages, '@img'))).map((name) => `@img/${name}`);
  for (const name of ['sharp', 'detect-libc', 'semver', ...machine])
    await cp(join(packages, name), join(folder, 'node_modules', name), { recursive: true, dereference: true });
}

/** Rendered bodies are for pages; leaving them out keeps a function small and quick to wake. */
function contentWithoutBodies(register: Register): Record<string, object[]> {
  return Object.fromEntries(
    Object.entries(entriesOf(register)).map(([name, list]) => [
      name,
      list.map(({ id, data }) => ({ id, data, html: '' })),
    ]),
  );
}

async function bundle(repoDir: string, entry: string, outDir: string, name: string): Promise<void> {
  await build({
    configFile: false,
    root: repoDir,
    logLevel: 'warn',
    publicDir: false,
    plugins: [builtTexts()],
    ssr: { noExternal: true, external: ['pg-native', 'sharp'] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node22',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es', codeSplitting: false } },
    },
  });
}
