import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

/*
 * npm run check: all that needs no test to run. As many checks at a time as there are cores, the longest first; what
 * one says is printed when it ends, so that the words of two never mix. Exits 1 when one of them found something.
 */
const checks = ['check:types', 'check:lint', 'check:format', 'check:content', 'check:structure'];
const repoDir = resolve(import.meta.dirname, '..', '..');
const waiting = checks.values();
const failed: string[] = [];

await Promise.all(Array.from({ length: availableParallelism() }, runInTurn));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}. Run one alone with npm run ${failed[0]}.`);
  process.exitCode = 1;
}

async function runInTurn(): Promise<void> {
  for (const check of waiting) {
    const started = performance.now();
    const { code, said } = await run(check);
    process.stdout.write(`${check} ${((performance.now() - started) / 1000).toFixed(1)} s\n${said}`);
    if (code !== 0) failed.push(check);
  }
}

function run(check: string): Promise<{ code: number | null; said: string }> {
  const child = spawn('npm', ['run', '--silent', check], {
    cwd: repoDir,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, said }));
  });
}
