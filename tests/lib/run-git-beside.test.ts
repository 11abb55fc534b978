import { execFileSync, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createGitBeside, startSmall } from '../../src/lib/run-git-beside.ts';
import { runGit, type GitRequest } from '../../src/lib/run-git.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'));
  execFileSync('git', ['init', '-q'], { cwd: folder });
  return () => rmSync(folder, { recursive: true });
});

const ask = (args: string[], input: GitRequest['input'] = ''): GitRequest => ({
  args,
  cwd: folder,
  env: { PATH: process.env.PATH, HOME: folder },
  input,
});
const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256));

test('answers are those of git itself, byte for byte, also when many are asked at once', async () => {
  const beside = createGitBeside();
  const written = await beside(ask(['hash-object', '-w', '--stdin'], bytes));
  const id = Buffer.from(written.out).toString().trim();
  const requests = [
    ask(['cat-file', 'blob', id]),
    ask(['cat-file', '--batch'], `${id}\n`),
    ask(['rev-parse', '--verify', 'no-such-branch']),
    ask(['symbolic-ref', 'HEAD']),
  ];
  const found = await Promise.all(requests.map(beside));
  for (const [index, request] of requests.entries()) {
    const { code, out, err } = await runGit(request);
    expect(found[index]?.code).toBe(code);
    expect(found[index]?.err).toBe(err);
    expect(Buffer.from(found[index]?.out ?? []).equals(out)).toBe(true);
  }
  expect(Buffer.from(found[0]?.out ?? []).equals(bytes)).toBe(true);
});

test('where there is no git, it is said so', async () => {
  await expect(createGitBeside()({ ...ask(['version']), env: { PATH: folder } })).rejects.toThrow(/install git/);
});

test('when the process beside is killed, the asker hears of it, and the next request is answered', async () => {
  const started: ChildProcess[] = [];
  const beside = createGitBeside(() => {
    const small = startSmall();
    started.push(small);
    return small;
  });
  await beside(ask(['version']));
  const pending = beside(ask(['cat-file', '--batch'], bytes));
  started[0]?.kill('SIGKILL');
  await expect(pending).rejects.toThrow(/Try again/);
  expect((await beside(ask(['version']))).code).toBe(0);
  expect(started).toHaveLength(2);
});

test('a program that used it ends by itself, and leaves no process behind', () => {
  const program = `
    const { gitIn, startGitBeside } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/lib/git.ts'))});
    startGitBeside();
    process.stdout.write(await gitIn(${JSON.stringify(folder)})(['symbolic-ref', 'HEAD']));
  `;
  // What stayed would hold the error output open, and this would not return.
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^refs\/heads\//);
});
