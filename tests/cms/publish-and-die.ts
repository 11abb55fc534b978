import childProcess from 'node:child_process';
import fs from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';

/*
 * publish-and-die.ts FOLDER COLLECTION SLUG STEP: publishes a draft as the CMS does and is killed (SIGKILL) right after
 * its nth step that writes, or after the first whose name is given. What counts as a step is watched from outside, in
 * Node's own functions, so that no step of the code can be forgotten here. Ends with 0 where there were fewer steps.
 */
const [dir = '', collection = '', slug = '', until = ''] = process.argv.slice(2);
const WRITING = ['hash-object', 'read-tree', 'update-index', 'write-tree', 'commit-tree', 'update-ref'];
let count = 0;

function done(step: string): void {
  count += 1;
  if (String(count) === until || step === until) process.kill(process.pid, 'SIGKILL');
}

const spawn = childProcess.spawn;
childProcess.spawn = ((command: string, args: string[], options: object) => {
  const child = spawn(command, args, options);
  const step = args.find((arg) => WRITING.includes(arg));
  if (step) child.once('close', () => done(step));
  return child;
}) as typeof spawn;
for (const name of ['writeFile', 'rename', 'rm', 'open'] as const) {
  const real = fs.promises[name] as (...args: unknown[]) => Promise<unknown>;
  (fs.promises as unknown as Record<string, unknown>)[name] = async (...args: unknown[]) => {
    const result = await real(...args);
    done(name);
    return result;
  };
}
syncBuiltinESMExports();

const { openContentStore } = await import('../../src/cms/git/content-store.ts');
// A process that is killed would not leave it to the next one.
flushCompileCache();
const store = openContentStore({
  repoDir: dir,
  clock: () => new Date(),
  committer: async () => ({ name: 'Portal', email: 'portal@portal.example' }),
});
await store.exclusively(async () => {
  const draft = await store.drafts.get(collection, slug);
  await store.publishDraft(draft, 'Change it', { name: 'Amina Bello', email: 'amina@inec.example' });
});
