import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '../server/build-site.ts';
import { urls } from '../site/urls.ts';
import { closeDesk, writeHeaders } from './published-files.ts';

const NO_DESK =
  'This portal consists of files alone, so there is no charter desk. Edit the files in content/ in the repository and build it again.';

/** What a build for a host of files alone does beside making pages: the pages of the search and of deadlines, and no charter desk. */
export function filesHost(): Host {
  return {
    furtherPages: [urls.search('en'), urls.deadline('en')],
    async prepare(outDir) {
      await rm(outDir, { recursive: true, force: true });
      await mkdir(outDir, { recursive: true });
    },
    async finish({ siteDir }) {
      await closeDesk(join(siteDir, 'admin'), NO_DESK);
      await writeHeaders(siteDir, { name: 'portal' });
    },
  };
}
