import childProcess from 'node:child_process';
import fs from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';

/*
 * review-and-die.ts FOLDER WHAT N: does something with the draft of the folder's portal (approve, discard, restore, or
 * publish what is due) and is killed (SIGKILL) right after its nth step that writes, watched from outside as in
 * publish-and-die.ts. Ends with 0 where there were fewer steps.
 */
const [dir = '', what = '', until = ''] = process.argv.slice(2);
const WRITING = ['hash-object', 'read-tree', 'update-index', 'write-tree', 'commit-tree', 'update-ref'];
let count = 0;

function done(): void {
  count += 1;
  if (String(count) === until) process.kill(process.pid, 'SIGKILL');
}

const spawn = childProcess.spawn;
childProcess.spawn = ((command: string, args: string[], options: object) => {
  const child = spawn(command, args, options);
  if (args.some((arg) => WRITING.includes(arg))) child.once('close', done);
  return child;
}) as typeof spawn;
for (const name of ['writeFile', 'rename', 'rm', 'open'] as const) {
  const real = fs.promises[name] as (...args: unknown[]) => Promise<unknown>;
  (fs.promises as unknown as Record<string, unknown>)[name] = async (...args: unknown[]) => {
    const result = await real(...args);
    done();
    return result;
  };
}
syncBuiltinESMExports();

const { openContentStore } = await import('../../src/cms/git/content-store.ts');
const { takeStep } = await import('../../src/cms/review/take-step.ts');
const { discardDraft, restoreDraft } = await import('../../src/cms/review/discard.ts');
const { publishDue } = await import('../../src/cms/review/publish-due.ts');
const { loadRegister } = await import('../../src/register/load.ts');
const { officer } = await import('../../src/schemas/officer.ts');
// A process that is killed would not leave it to the next one.
flushCompileCache();

const rita = {
  ...officer.parse({ name: 'Rita Musa', email: 'rita@review.example', role: 'reviewer' }),
  agencies: ['inec'],
};
const committer = () => Promise.resolve({ name: 'Portal', email: 'portal@portal.example' });
// The day on which the draft is due has come for whoever publishes what is due.
const clock = () => new Date(what === 'due' ? '2026-11-05T09:00:00Z' : '2026-11-02T10:00:00Z');
const store = openContentStore({ repoDir: dir, clock, committer });
const name = { collection: 'services-inec', slug: 'party-registration' };
const shared = {
  store,
  clock,
  register: () => loadRegister(`${dir}/content`),
  published: () => undefined,
  inWords: () => Promise.resolve({ subject: 'Change it', lines: [] }),
  post: { tellStep: () => Promise.resolve(), tellPublished: () => Promise.resolve() },
  log: () => undefined,
};
const context = { ...shared, officer: rita };

if (what === 'due') await publishDue({ shared, officers: () => Promise.resolve([rita]), portal: committer });
else
  await store.exclusively(async () => {
    if (what === 'approve') return takeStep(context, { ...name, step: 'approved', from: '2026-11-04' });
    if (what === 'discard') return discardDraft(context, name);
    const [kept] = await store.discarded.list();
    if (kept) await restoreDraft(context, { ...name, id: kept.id });
  });
