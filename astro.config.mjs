import node from '@astrojs/node';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { readDeployment } from './src/netlify/deployment.ts';
import { netlifyFunction } from './src/netlify/function-adapter.ts';
import { netlifyParts } from './src/netlify/integration.ts';
import { localisedRoutes } from './src/site/localised-routes.ts';
import { builtTexts } from './src/texts/build-texts.ts';

const deployment = readDeployment(process.env);
const onNetlify = deployment.target === 'netlify';

/**
 * The address at which a reverse proxy reaches us. Nothing stands before a portal on this machine, and no header is
 * believed there.
 */
function publicAddress(siteUrl) {
  if (!siteUrl) return [];
  const { protocol, hostname, port } = new URL(siteUrl);
  return hostname === 'localhost' ? [] : [{ protocol: protocol.slice(0, -1), hostname, ...(port ? { port } : {}) }];
}

// What the portal is read and filled in with at least. The CMS needs a newer one.
const oldestBrowsers = ['chrome80', 'firefox84', 'safari13'];

export default defineConfig({
  output: 'static',
  adapter: onNetlify ? netlifyFunction() : node({ mode: 'middleware' }),
  outDir: process.env.OPENCHARTER_OUT_DIR ?? './dist',
  // One cache for each checkout: a clone that borrows node_modules must not write into another's.
  cacheDir: './.cache/astro',
  site: process.env.SITE_URL,
  // Pages end in a slash (the server redirects); endpoints such as /api/cms do not.
  trailingSlash: 'ignore',
  // The default of Astro 7 drops the spaces between inline elements.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 16 },
  devToolbar: { enabled: false },
  // Forms are refused unless they come from our own address, which behind a reverse proxy only its headers tell.
  security: { checkOrigin: true, allowedDomains: publicAddress(process.env.SITE_URL) },
  integrations: [localisedRoutes(), netlifyParts(deployment)],
  // Scripts stay files: the content security policy allows none inside a page.
  vite: {
    plugins: [tailwindcss(), builtTexts()],
    build: { assetsInlineLimit: 0, target: oldestBrowsers, cssTarget: oldestBrowsers },
    // A function is complete in itself, so nothing depends on how its packages are found at run time.
    ...(onNetlify ? { ssr: { noExternal: true, external: ['pg-native', 'sharp'] } } : {}),
  },
});
