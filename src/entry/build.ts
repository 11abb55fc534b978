import { resolve } from 'node:path';
import { publishedCommit } from '../cms/git/settle.ts';
import { ContentError } from '../register/problem.ts';
import { deploymentNotice, readDeployment } from '../netlify/deployment.ts';
import { loadRegister } from '../register/load.ts';
import { readEnvironment } from '../server/environment.ts';
import { buildSite } from '../server/build-site.ts';

// npm run build: builds the site into dist/ for the address in SITE_URL.
const repoDir = resolve(import.meta.dirname, '..', '..');
const contentDir = resolve(repoDir, 'content');
try {
  // Before the content is read: what is published meanwhile may be missing in this edition.
  const commit = await publishedCommit(repoDir);
  await buildSite({
    repoDir,
    outDir: resolve(repoDir, 'dist'),
    contentDir,
    siteUrl: readEnvironment(process.env, repoDir).SITE_URL || 'http://localhost:4321',
    commit,
    register: await loadRegister(contentDir),
  });
  console.log(deploymentNotice(readDeployment(process.env)));
} catch (error) {
  console.error(error instanceof ContentError ? error.message : (error as Error).message);
  process.exitCode = 1;
}
