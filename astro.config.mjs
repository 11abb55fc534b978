import { createRequire } from 'node:module';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { readDeployment } from './src/netlify/deployment.ts';
import { netlifyFunction } from './src/netlify/function-adapter.ts';
import { netlifyParts } from './src/netlify/integration.ts';
import { portalApp } from './src/server/rendering/app-integration.ts';
import { ownAddress } from './src/server/rendering/own-address.ts';
import { localisedRoutes } from './src/site/localised-routes.ts';
import { builtTexts } from './src/texts/build-texts.ts';

const { dependencies } = createRequire(import.meta.url)('./package.json');
const deployment = readDeployment(process.env);
// What a function on Netlify holds; the pages that it publishes as files are compiled as everywhere.
const forFunction = process.env.OPENCHARTER_FUNCTION === 'netlify';

// What the portal is read and filled in with at least. The CMS needs a newer one.
const oldestBrowsers = ['chrome80', 'firefox84', 'safari13'];

/** Only what is sent is lowered: lowered for old browsers, pages that a server makes took a fifth more of the processor. */
const loweredForBrowsers = {
  name: 'lowered-for-browsers',
  configEnvironment: (name) => (name === 'client' ? { build: { target: oldestBrowsers } } : undefined),
};

export default defineConfig({
  // Nothing of the content is compiled: pages are made from it when an edition is made, or asked for.
  output: 'server',
  adapter: forFunction ? netlifyFunction() : portalApp(),
  outDir: process.env.OPENCHARTER_OUT_DIR ?? './dist',
  // One cache for each checkout: a clone that borrows node_modules must not write into another's.
  cacheDir: './.cache/astro',
  ...(forFunction ? { site: process.env.SITE_URL } : {}),
  // Pages end in a slash (the server redirects); endpoints such as /api/cms do not.
  trailingSlash: 'ignore',
  // The default of Astro 7 drops the spaces between inline elements.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  // Forms are refused unless they come from our own address, which our server tells when it opens the pages.
  security: { checkOrigin: true, ...(forFunction ? { allowedDomains: ownAddress(process.env.SITE_URL) } : {}) },
  integrations: [localisedRoutes(), netlifyParts(deployment)],
  // Scripts stay files: the content security policy allows none inside a page.
  vite: {
    plugins: [tailwindcss(), builtTexts(), loweredForBrowsers],
    build: { assetsInlineLimit: 0, target: 'node20', cssTarget: oldestBrowsers },
    // What a production install brings stays outside; a function is complete in itself, so that nothing depends on how
    // its packages are found at run time.
    ssr: { noExternal: true, external: ['pg-native', 'sharp', ...(forFunction ? [] : Object.keys(dependencies))] },
  },
});
