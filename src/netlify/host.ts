import type { Host } from '../server/build-site.ts';
import { runAstro } from '../server/rendering/compile-app.ts';
import { BY_MAIL_PATH, SENT_PATH, type NetlifyForms } from './deployment.ts';
import { finishNetlifyBuild } from './finish-build.ts';

export interface NetlifyHostOptions {
  repoDir: string;
  contentDir: string;
  siteUrl: string;
  forms: NetlifyForms;
}

/** What a build for Netlify does beside making pages: the functions, and what their host needs to know of them. */
export function netlifyHost({ repoDir, contentDir, siteUrl, forms }: NetlifyHostOptions): Host {
  return {
    furtherPages: forms === 'netlify' ? [SENT_PATH, BY_MAIL_PATH] : [],
    // Its adapter makes a function of the pages, and empties the folder in which it leaves their assets.
    prepare: (outDir) =>
      runAstro(repoDir, {
        ...process.env,
        OPENCHARTER_FUNCTION: 'netlify',
        OPENCHARTER_OUT_DIR: outDir,
        OPENCHARTER_CONTENT_DIR: contentDir,
        SITE_URL: siteUrl,
      }),
    finish: (site) => finishNetlifyBuild(site, { forms, siteUrl }),
  };
}
