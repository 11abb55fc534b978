import { resolve } from 'node:path';
import { publishedCommit } from '../cms/git/complete-publication.ts';
import { ContentError } from '../register/problem.ts';
import { deploymentNotice, readDeployment, type Deployment } from '../netlify/deployment.ts';
import { contentPlace } from '../lib/content-place.ts';
import { readEnvironment } from '../lib/environment.ts';
import { buildSite, type Host } from '../server/build-site.ts';

// npm run build: builds the site into dist/ for the address in SITE_URL.
const repoDir = resolve(import.meta.dirname, '..', '..');
const deployment = readDeployment(process.env);
const env = readEnvironment(process.env, repoDir);
const { contentRepoDir, contentDir } = contentPlace(env, repoDir);
const siteUrl = env.SITE_URL || 'http://localhost:4321';
try {
  // Before the content is read: what is published meanwhile may be missing in this edition.
  const commit = await publishedCommit(contentRepoDir);
  await buildSite({
    repoDir,
    outDir: resolve(repoDir, 'dist'),
    contentDir,
    siteUrl,
    commit,
    host: await hostOf(deployment),
    log: (event) => console.log(JSON.stringify(event)),
  });
  console.log(deploymentNotice(deployment));
} catch (error) {
  console.error(error instanceof ContentError ? error.message : (error as Error).message);
  process.exitCode = 1;
}

/** Loaded only where it is built for, because it brings the bundler along. */
async function hostOf(deployment: Deployment): Promise<Host | undefined> {
  if (deployment.target === 'node') return undefined;
  if (deployment.target === 'static') return (await import('../netlify/files-host.ts')).filesHost();
  return (await import('../netlify/host.ts')).netlifyHost({ repoDir, contentDir, siteUrl, forms: deployment.forms });
}
