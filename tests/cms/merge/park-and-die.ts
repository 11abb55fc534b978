import childProcess from 'node:child_process';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';

/*
 * park-and-die.ts FOLDER BASE STEP: keeps a second saver's version as the CMS does and is killed (SIGKILL) right after its
 * nth step that writes to git. Ends with 0 where there were fewer steps.
 */
const [dir = '', base = '', until = ''] = process.argv.slice(2);
const WRITING = ['hash-object', 'read-tree', 'update-index', 'write-tree', 'commit-tree', 'update-ref'];
let count = 0;

const spawn = childProcess.spawn;
childProcess.spawn = ((command: string, args: string[], options: object) => {
  const child = spawn(command, args, options);
  if (args.some((arg) => WRITING.includes(arg)))
    child.once('close', () => {
      count += 1;
      if (String(count) === until) process.kill(process.pid, 'SIGKILL');
    });
  return child;
}) as typeof spawn;
syncBuiltinESMExports();

const { openContentStore } = await import('../../../src/cms/git/content-store.ts');
const { SERVICE } = await import('../fixture.ts');
// A process that is killed would not leave it to the next one.
flushCompileCache();
const store = openContentStore({
  repoDir: dir,
  clock: () => new Date(),
  committer: async () => ({ name: 'Portal', email: 'portal@portal.example' }),
});
await store.exclusively(async () => {
  const blob = await store.writeBlob('name: Mine\n');
  await store.parked.park({
    officer: { name: 'Chidi Obi', email: 'chidi@inec.example' },
    collection: 'services-inec',
    slug: 'party-registration',
    path: SERVICE,
    tip: (await store.head()).commit,
    base,
    changes: [{ path: SERVICE, blob }],
    editWindow: 'abcdefgh',
  });
});
