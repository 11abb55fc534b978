import { resolve } from 'node:path';
import { contentPlace } from '../lib/content-place.ts';
import { readEnvironment } from '../lib/environment.ts';
import { compileApp } from '../server/rendering/compile-app.ts';

// npm run compile: compiles the pages, without content, so that a portal can be started where nothing compiles them.
const repoDir = resolve(import.meta.dirname, '..', '..');
try {
  const { contentDir } = contentPlace(readEnvironment(process.env, repoDir), repoDir);
  console.log(await compileApp({ repoDir, contentDir, log: (event) => console.log(JSON.stringify(event)) }));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
