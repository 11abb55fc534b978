import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { filesOfFolder } from '../../../src/server/serve/folder-files.ts';

function folderOf(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-files-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

it('a folder gives its files with their copies, which are no files of their own', async () => {
  const dir = folderOf({
    'ng/index.html': 'page',
    'ng/index.html.br': 'b',
    'ng/index.html.gz': 'g',
    'data.gz': 'data',
  });
  const files = await filesOfFolder(dir);
  const record = files.at('/ng/index.html');
  expect(record).toMatchObject({ path: '/ng/index.html', size: 4 });
  if (!record) return;
  const { identity, gzip, br } = await files.read(record);
  expect([identity, gzip, br].map(String)).toEqual(['page', 'g', 'b']);
  expect([files.at('/ng/index.html.br'), files.at('/data.gz')?.size]).toEqual([undefined, 4]);
});

it('a folder keeps to itself what is hidden or lies outside', async () => {
  const dir = folderOf({ '.env': 'secret', '.git/config': 'secret', '.well-known/security.txt': 'mail', 'a.txt': 'a' });
  const files = await filesOfFolder(dir);
  for (const path of ['/.env', '/.git/config', '/../etc/passwd', '/a.txt/..', '/constructor'])
    expect([path, files.at(path)]).toEqual([path, undefined]);
  expect(files.at('/.well-known/security.txt')).toBeDefined();
});

it('a file that was changed has another hash, and no two files share one', async () => {
  const dir = folderOf({ 'a.txt': 'one', 'b.txt': 'one' });
  const before = await filesOfFolder(dir);
  writeFileSync(join(dir, 'a.txt'), 'other');
  const after = await filesOfFolder(dir);
  const hashes = [before.at('/a.txt'), before.at('/b.txt'), after.at('/a.txt')].map((record) => record?.hash);
  expect(new Set(hashes).size).toBe(3);
  expect(after.at('/b.txt')?.hash).toBe(before.at('/b.txt')?.hash);
});
