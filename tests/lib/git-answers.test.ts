import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { gitIn, type Git } from '../../src/lib/git.ts';
import { rememberAnswers } from '../../src/lib/git-answers.ts';

function repository() {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@opencharter.example'];
  const run = (...args: string[]): string =>
    execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
  run('init', '-q', '-b', 'main');
  const commit = (text: string): string => {
    writeFileSync(join(folder, 'fee.yaml'), text);
    run('add', '.');
    run('commit', '-q', '-m', text);
    return run('rev-parse', 'HEAD');
  };
  const asked: string[] = [];
  const counting: Git = (args, options) => {
    asked.push(args.join(' '));
    return gitIn(folder)(args, options);
  };
  return { commit, asked, ask: rememberAnswers(counting) };
}

test('what git says of objects named by their ids, and of its place, is asked for once', async () => {
  const { commit, asked, ask } = repository();
  const [first, second] = [commit('500'), commit('1,000')];
  const questions = [
    ['ls-tree', '-r', '-z', first, '--', 'fee.yaml'],
    ['diff-tree', '-r', '-z', first, second],
    ['merge-base', first, second],
    ['log', '--format=%B', `${first}..${second}`],
    ['rev-parse', '--git-dir'],
  ];
  for (const question of [...questions, ...questions]) {
    expect(await ask(question)).toEqual(await ask([...question]));
  }
  expect(asked).toEqual(questions.map((question) => question.join(' ')));
});

test('what a name stands for is asked for each time, because names move', async () => {
  const { commit, ask } = repository();
  commit('500');
  const questions = [
    ['ls-tree', '-r', 'HEAD', '--', 'fee.yaml'],
    ['log', '--format=%B'],
    ['log', '--format=%B', 'main'],
    ['rev-parse', 'HEAD'],
  ];
  const before = await Promise.all(questions.map((question) => ask(question)));
  commit('1,000');
  for (const [index, question] of questions.entries()) expect(await ask(question)).not.toEqual(before[index]);
});

test('an object that was not there is asked for again, since it may come', async () => {
  const { commit, ask } = repository();
  commit('500');
  const later = '7'.repeat(40);
  await expect(ask(['ls-tree', later])).rejects.toThrow(/ls-tree failed/);
  const there = commit('1,000');
  await expect(ask(['ls-tree', there])).resolves.toBeDefined();
  await expect(ask(['ls-tree', later])).rejects.toThrow(/ls-tree failed/);
});
