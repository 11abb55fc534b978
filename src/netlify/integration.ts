import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SENT_PATH, type Deployment } from './deployment.ts';

/**
 * Tells the pages what they are built for and, where Netlify Forms takes complaints, adds the pages that then stand in
 * for the case pages.
 */
export function netlifyParts({ target, forms }: Deployment): AstroIntegration {
  return {
    name: 'netlify-parts',
    hooks: {
      'astro:config:setup': ({ updateConfig, injectRoute }) => {
        updateConfig({
          vite: {
            define: {
              'import.meta.env.OPENCHARTER_TARGET': JSON.stringify(target),
              'import.meta.env.OPENCHARTER_OUTSIDE_FORM':
                forms === 'netlify' ? JSON.stringify({ sentPath: SENT_PATH }) : 'undefined',
            },
          },
        });
        if (forms !== 'netlify') return;
        for (const name of ['complaint-sent', 'complaints-by-mail']) {
          const entrypoint = fileURLToPath(new URL(`./pages/${name}.astro`, import.meta.url));
          injectRoute({ pattern: `/[...language]/${name}`, entrypoint });
        }
      },
    },
  };
}
