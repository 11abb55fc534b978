import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { EnvironmentOptions } from 'vite';

/**
 * What makes pages runs in Node, whatever the browsers that its scripts are written for. Astro takes one target for
 * both, and Vite would add what is given here to that one.
 */
const forNode = {
  name: 'compile-for-node',
  configEnvironment(name: string, { build }: EnvironmentOptions): void {
    if (name === 'ssr' && build) build.target = 'node20';
  },
};

/** Tells Astro to compile the pages for `app-entry.ts`, which is opened by our own server. */
export function portalApp(): AstroIntegration {
  return {
    name: 'portal-app',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({ session: false, build: { redirects: false }, vite: { plugins: [forNode] } }),
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
