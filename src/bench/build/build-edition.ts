import { publishedCommit } from '../../cms/git/complete-publication.ts';
import { contentPlace } from '../../lib/content-place.ts';
import { buildSite } from '../../server/build-site.ts';

/*
 * Builds one edition as npm run build does, into a folder of its own and in a process that can be measured whole:
 * node src/bench/build/build-edition.ts CODE CONTENT OUT
 */
const [repoDir = '', content = '', outDir = ''] = process.argv.slice(2);
const { contentRepoDir, contentDir } = contentPlace({ OPENCHARTER_CONTENT: content }, repoDir);
await buildSite({
  repoDir,
  outDir,
  contentDir,
  siteUrl: 'http://localhost:4321',
  commit: await publishedCommit(contentRepoDir),
  log: () => undefined,
});
