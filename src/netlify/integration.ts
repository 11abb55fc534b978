import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SENT_PATH, type Deployment } from './deployment.ts';

/**
 * Tells the pages what they are built for, and adds those that then stand in for pages made on demand: where Netlify
 * Forms takes complaints for those of cases, on a host of files for the search and the deadlines.
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
        // A host of files answers nothing, so these pages are made with an edition.
        if (target === 'static')
          for (const name of ['search', 'deadline'])
            injectRoute({ pattern: `/[...language]/${name}`, entrypoint: page(`../pages/${name}.astro`) });
        if (forms !== 'netlify') return;
        for (const name of ['complaint-sent', 'complaints-by-mail']) {
          injectRoute({ pattern: `/[...language]/${name}`, entrypoint: page(`./pages/${name}.astro`) });
        }
      },
    },
  };
}

function page(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
