import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ownContentPlace } from '../lib/content-place.ts';

/*
 * npm run update [-- FOLDER --push]: for the repository of the content (or that named, or that of the code where the
 * content lies in it), brings what is new at the git host together with what officers published here, checks the
 * content of both together, and only then moves this branch and its files, all at once. Where the two cannot be brought
 * together, or the content has a mistake then, nothing here has changed and it says why (exit 1). Never leaves a merge
 * half done.
 */
const named = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
const dir = named ? resolve(named) : ownContentPlace().contentRepoDir;
const push = process.argv.includes('--push');
const TRIES = 3;

class Refusal extends Error {}

function git(...args: string[]): string {
  return execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** What git says whether or not it succeeds. */
function tried(...args: string[]): { ok: boolean; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('git', ['-C', dir, ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
  });
  return { ok: status === 0, out: stdout.trim(), err: stderr.trim() };
}

try {
  console.log(update());
} catch (error) {
  console.error(
    error instanceof Refusal
      ? error.message
      : `The update stopped, and nothing here has changed: ${(error as Error).message}`,
  );
  process.exitCode = 1;
}

function update(): string {
  const upstream = tried('rev-parse', '--abbrev-ref', '@{upstream}');
  if (!upstream.ok)
    throw new Refusal('This branch follows none at a git host. Name it once: git branch --set-upstream-to=origin/main');
  for (let attempt = 1; ; attempt++) {
    const fetched = tried('fetch', '--quiet');
    if (!fetched.ok)
      throw new Refusal(`The git host could not be reached; nothing here has changed. git says: ${fetched.err}`);
    const told = takeOver(upstream.out);
    if (!push || git('rev-list', '--count', '@{upstream}..HEAD') === '0') return told;
    const pushed = tried('push', '--quiet');
    if (pushed.ok) return `${told} What was published here is at the git host.`;
    // Somebody else pushed in between.
    if (attempt === TRIES)
      throw new Refusal(`${told} But the git host does not take what was published here. git says: ${pushed.err}`);
  }
}

/** Moves the branch and its files to both sides brought together. */
function takeOver(upstream: string): string {
  for (let attempt = 1; ; attempt++) {
    const head = git('rev-parse', 'HEAD');
    if (git('rev-list', '--count', `${head}..${upstream}`) === '0') return 'There is nothing new.';
    const commit = merged(head, upstream);
    const changed = git('diff', '--name-only', head, commit).split('\n');
    if (!changed.includes('package-lock.json')) check(commit);
    const moved = tried('merge', '--ff-only', '--quiet', commit);
    if (moved.ok) return `Taken over: ${changed.length} files changed. ${nextStep(changed)}`;
    // An officer published meanwhile: bring that in too.
    if (git('rev-parse', 'HEAD') !== head && attempt < TRIES) continue;
    throw new Refusal(
      `Files here were changed by hand and not committed, so nothing was taken over. Commit or undo these changes, then try again. git says: ${moved.err}`,
    );
  }
}

function merged(head: string, upstream: string): string {
  if (git('merge-base', head, upstream) === head) return git('rev-parse', upstream);
  const result = tried('merge-tree', '--write-tree', '--name-only', '--no-messages', head, upstream);
  const [tree = '', ...conflicts] = result.out.split('\n').filter(Boolean);
  if (conflicts.length > 0) {
    throw new Refusal(
      `The same lines were changed here and at the git host; nothing here has changed. Somebody has to decide, file by file:\n  ${conflicts.join('\n  ')}\nMerge them in another clone of both, push, and run this again.`,
    );
  }
  if (!result.ok) throw new Refusal(`git 2.38 or later is needed; nothing here has changed. git says: ${result.err}`);
  const identity = ['-c', 'user.name=Portal', '-c', 'user.email=portal@localhost'];
  return git(
    ...identity,
    'commit-tree',
    tree,
    '-p',
    head,
    '-p',
    git('rev-parse', upstream),
    '-m',
    `Bring in what is new at ${upstream}`,
  );
}

/** Runs the check over the content of that commit, in a folder apart: the check that comes with it, or this code's. */
function check(commit: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'opencharter-update-'));
  try {
    const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') };
    for (const args of [
      ['read-tree', commit],
      ['checkout-index', '--all', `--prefix=${folder}/`],
    ])
      execFileSync('git', ['-C', dir, ...args], { env, stdio: 'pipe' });
    const its = join(folder, 'src', 'entry', 'check-content.ts');
    const withCode = existsSync(its);
    if (withCode) symlinkSync(join(dir, 'node_modules'), join(folder, 'node_modules'));
    const checker = withCode ? its : join(import.meta.dirname, 'check-content.ts');
    const checked = spawnSync(process.execPath, [checker, join(folder, 'content')], { encoding: 'utf8' });
    if (checked.status !== 0)
      throw new Refusal(
        `With what is new, the content has a mistake; nothing here has changed. Mend it at the git host:\n\n${checked.stderr.trim()}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nextStep(changed: string[]): string {
  if (changed.includes('package-lock.json')) return 'Now: npm ci && npm run check:content, then restart the portal.';
  return 'Restart the portal to see it.';
}
