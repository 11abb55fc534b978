import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { gitIn } from '../../src/lib/git.ts';
import { readBlobs } from '../../src/lib/git-blobs.ts';

test('contents come back byte for byte, and what is missing or no blob moves none of the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'blobs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  run('init', '-q');
  const contents = [
    Buffer.from('maji\nni uhai\n'),
    Buffer.alloc(0),
    Buffer.from([0, 10, 255, 32, 10]),
    Buffer.from('x'),
  ];
  const [first = '', empty = '', bytes = '', last = ''] = contents.map((content, index) => {
    writeFileSync(join(folder, String(index)), content);
    return run('hash-object', '-w', String(index));
  });
  run('add', '.');
  const tree = run('write-tree');
  const nothing = '0'.repeat(39) + '1';

  const read = await readBlobs(gitIn(folder), [first, tree, empty, nothing, bytes, first, last]);
  expect([...read.keys()]).toEqual([first, empty, bytes, last]);
  expect([...read.values()]).toEqual(contents);
});
