import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completePublication } from '../../src/cms/git/complete-publication.ts';
import { openContentStore } from '../../src/cms/git/content-store.ts';
import { signIn } from './client.ts';
import { makePortal, SERVICE, type Portal } from './fixture.ts';

const SCRIPT = join(import.meta.dirname, 'review-and-die.ts');
const NAME = ['services-inec', 'party-registration'] as const;
let portal: Portal;
const folders: string[] = [];

beforeAll(async () => {
  portal = makePortal();
  const amina = await signIn(portal, 'amina@inec.example');
  await amina.save(NAME[0], SERVICE, (await amina.open(SERVICE)).replace('1000000', '2000000'));
});
afterAll(() => {
  portal.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function copyOf(dir: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'cms-killed-'));
  folders.push(copy);
  cpSync(dir, copy, { recursive: true });
  return copy;
}
function run(dir: string, what: string, step: string): boolean {
  const { signal, status, stderr } = spawnSync(process.execPath, [SCRIPT, dir, what, step], { encoding: 'utf8' });
  expect(signal ?? status, stderr).toBeOneOf(['SIGKILL', 0]);
  return signal === 'SIGKILL';
}
const fail = (event: object): never => {
  throw new Error(JSON.stringify(event));
};

/** What stands in a repository: the published commits, the draft's stage, and how many drafts are kept as discarded. */
async function stands(dir: string): Promise<string> {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: dir, encoding: 'utf8' }).trim();
  await completePublication(dir, fail);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('fsck', '--no-dangling', '--no-progress')).toBe('');
  const clock = (): Date => new Date('2026-11-02T11:00:00Z');
  const store = openContentStore({
    repoDir: dir,
    clock,
    committer: () => Promise.resolve({ name: 'P', email: 'p@p.example' }),
  });
  const draft = await store.drafts.find(...NAME);
  return [git('rev-list', '--count', 'HEAD'), draft?.status ?? 'none', (await store.discarded.list()).length].join(' ');
}

test.each([
  ['approve', [], '1 draft 0', ['1 draft 0', '1 pending_publish 0'], '1 pending_publish 0'],
  ['discard', [], '1 draft 0', ['1 draft 0', '1 draft 1', '1 none 1'], '1 none 1'],
  ['restore', ['discard'], '1 none 1', ['1 none 1', '1 draft 1', '1 draft 0'], '1 draft 0'],
  ['due', ['approve'], '1 pending_publish 0', ['1 pending_publish 0', '2 none 0'], '2 none 0'],
])(
  'whatever the step at which it is killed, %s is done or not done, git is clean, and it can be done again',
  async (what, first, before, allowed, after) => {
    const start = copyOf(portal.dir);
    for (const earlier of first) run(start, earlier, 'never');
    expect(await stands(start)).toBe(before);
    for (let step = 1; ; step++) {
      const dir = copyOf(start);
      const killed = run(dir, what, String(step));
      const left = await stands(dir);
      expect(allowed, `step ${step}`).toContain(left);
      if (left !== after) {
        run(dir, what, 'never');
        expect(await stands(dir), `step ${step}, done again`).toBe(after);
      }
      rmSync(dir, { recursive: true, force: true });
      if (!killed) break;
      expect(step).toBeLessThan(60);
    }
  },
);
