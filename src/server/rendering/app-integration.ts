import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Tells Astro to compile the pages for `app-entry.ts`, which is opened by our own server. */
export function portalApp(): AstroIntegration {
  return {
    name: 'portal-app',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ session: false, build: { redirects: false } }),
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'portal-app',
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./app-entry.ts', import.meta.url)),
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'stable',
            hybridOutput: 'stable',
            sharpImageService: 'stable',
          },
        }),
    },
  };
}
