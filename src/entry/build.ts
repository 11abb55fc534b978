import { resolve } from 'node:path';
import { publishedCommit } from '../cms/git/complete-publication.ts';
import { ContentError } from '../register/problem.ts';
import { deploymentNotice, readDeployment } from '../netlify/deployment.ts';
import { loadRegister } from '../register/load.ts';
import { contentPlace } from '../lib/content-place.ts';
import { readEnvironment } from '../lib/environment.ts';
import { buildSite, type BuiltSite } from '../server/build-site.ts';

// npm run build: builds the site into dist/ for the address in SITE_URL.
const repoDir = resolve(import.meta.dirname, '..', '..');
const deployment = readDeployment(process.env);
try {
  // Before the content is read: what is published meanwhile may be missing in this edition.
  const env = readEnvironment(process.env, repoDir);
  const { contentRepoDir, contentDir } = contentPlace(env, repoDir);
  const commit = await publishedCommit(contentRepoDir);
  await buildSite({
    repoDir,
    outDir: resolve(repoDir, 'dist'),
    contentDir,
    siteUrl: env.SITE_URL || 'http://localhost:4321',
    commit,
    register: await loadRegister(contentDir),
    finish: deployment.target === 'netlify' ? finishForNetlify : undefined,
  });
  console.log(deploymentNotice(deployment));
} catch (error) {
  console.error(error instanceof ContentError ? error.message : (error as Error).message);
  process.exitCode = 1;
}

/** Netlify compresses by itself. Loaded only there, because it brings the bundler along. */
async function finishForNetlify(site: BuiltSite): Promise<void> {
  const { finishNetlifyBuild } = await import('../netlify/finish-build.ts');
  await finishNetlifyBuild(site);
}
