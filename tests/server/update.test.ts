import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOf } from '../register/fixtures.ts';

const repo = resolve(import.meta.dirname, '..', '..');
const SERVICE = 'content/services/water/connection.yaml';
const TOPIC = 'content/topics/water.yaml';
const identity = ['-c', 'user.name=Officer', '-c', 'user.email=officer@water.example'];

let folder: string;
let server: string;
let other: string;

const git = (dir: string, ...args: string[]): string =>
  execFileSync('git', ['-C', dir, ...identity, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
const change = (dir: string, file: string, from: string | RegExp, to: string): void =>
  writeFileSync(join(dir, file), readFileSync(join(dir, file), 'utf8').replace(from, to));
const update = (...args: string[]) =>
  spawnSync(process.execPath, [join(repo, 'src', 'entry', 'update.ts'), server, ...args], { encoding: 'utf8' });

/** A git host, the server's clone with a commit as the CMS makes it, and a clone of somebody who works elsewhere. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opencharter-update-test-'));
  const [host, first] = [join(folder, 'host.git'), join(folder, 'first')];
  [server, other] = [join(folder, 'server'), join(folder, 'other')];
  cpSync(contentOf('sound'), join(first, 'content'), { recursive: true });
  // The check that comes with a commit is the one of that commit; here, of all of them, the real one.
  mkdirSync(join(first, 'src', 'entry'), { recursive: true });
  writeFileSync(
    join(first, 'src', 'entry', 'check-content.ts'),
    `await import(${JSON.stringify(join(repo, 'src', 'entry', 'check-content.ts'))});\n`,
  );
  writeFileSync(join(first, '.gitignore'), 'node_modules\n');
  git(first, 'init', '-q', '-b', 'main');
  git(first, 'add', '.');
  git(first, 'commit', '-qm', 'Begin');
  git(folder, 'clone', '-q', '--bare', first, host);
  for (const clone of [server, other]) git(folder, 'clone', '-q', host, clone);
  symlinkSync(join(repo, 'node_modules'), join(server, 'node_modules'));
  change(server, SERVICE, 'amount: 1500', 'amount: 1600');
  git(server, 'commit', '-qam', 'Change fees of water/connection');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function elsewhere(file: string, from: string | RegExp, to: string): void {
  change(other, file, from, to);
  git(other, 'commit', '-qam', 'Change it elsewhere');
  git(other, 'push', '-q');
}

test('what officers published here and what is new at the host come together, and go to the host where asked', () => {
  elsewhere(TOPIC, /^/, '# Reviewed.\n');
  const { status, stdout, stderr } = update('--push');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Taken over: 1 files changed. Restart the portal');
  expect(readFileSync(join(server, SERVICE), 'utf8')).toContain('amount: 1600');
  expect(readFileSync(join(server, TOPIC), 'utf8')).toContain('# Reviewed.');
  expect(git(server, 'status', '--porcelain')).toBe('');
  git(other, 'pull', '-q');
  expect(readFileSync(join(other, SERVICE), 'utf8')).toContain('amount: 1600');
  expect(update('--push').stdout).toBe('There is nothing new.\n');
});

test.each([
  [
    'the same line changed on both sides',
    () => elsewhere(SERVICE, 'amount: 1500', 'amount: 1700'),
    `file by file:\n  ${SERVICE}\n`,
  ],
  ['a mistake that comes along', () => elsewhere(TOPIC, /^name:/m, 'nmae:'), 'Did you mean "name"?'],
  [
    'a file changed by hand that would be overwritten',
    () => {
      elsewhere(TOPIC, /^/, '# Reviewed.\n');
      change(server, TOPIC, /^/, '# By hand.\n');
    },
    'Commit or undo these changes',
  ],
])('%s is told, and nothing here has changed or is half done', (_, prepare, told) => {
  prepare();
  const before = [git(server, 'rev-parse', 'HEAD'), git(server, 'status'), readFileSync(join(server, TOPIC), 'utf8')];
  const { status, stderr } = update('--push');
  expect([status, stderr]).toEqual([1, expect.stringContaining(told)]);
  expect([git(server, 'rev-parse', 'HEAD'), readFileSync(join(server, TOPIC), 'utf8')]).toEqual([before[0], before[2]]);
  expect(git(server, 'status', '--porcelain')).toBe(before[2]?.includes('By hand') ? `M ${TOPIC}` : '');
  expect(git(server, 'status')).not.toMatch(/rebase|merging|conflict/i);
});
