import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The folder of the function that answers pages, and in it the module that Astro writes. */
export const siteFunction = { folder: '.netlify/v1/functions/ssr/', module: 'astro.mjs' } as const;

/**
 * The adapter for Netlify: static files into `outDir`, pages made on demand into one module that is complete in itself
 * (`ssr.noExternal`), which `bundle-functions.ts` makes a function of. Netlify's own adapter brings its development
 * server, image service, blob store and bundler along, 200 packages of which a portal uses none.
 */
export function netlifyFunction(): AstroIntegration {
  return {
    name: 'netlify-function',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig }) => {
        const server = new URL(siteFunction.folder, config.root);
        if (command === 'build') await rm(server, { recursive: true, force: true });
        updateConfig({
          session: false,
          build: { redirects: false, client: config.outDir, server, serverEntry: siteFunction.module },
        });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'netlify-function',
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./site-function.ts', import.meta.url)),
          supportedAstroFeatures: { staticOutput: 'stable', hybridOutput: 'stable', serverOutput: 'stable' },
        });
      },
    },
  };
}
