import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeFiles } from '../../src/import/write-files.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'opencharter-write-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('a file that has come into being meanwhile stops the whole import and is kept', async () => {
  const path = await folder();
  await writeFile(join(path, 'b'), 'the officer’s');
  await writeFile(join(path, 'old'), 'before');
  const files = [
    { path: join(path, 'old'), text: 'after', replace: true },
    { path: join(path, 'a'), text: 'new', replace: false },
    { path: join(path, 'b'), text: 'new', replace: false },
  ];
  await expect(writeFiles(files)).rejects.toThrow(/come into being meanwhile; nothing was changed/);
  expect((await readdir(path)).sort()).toEqual(['b', 'old']);
  expect(await readFile(join(path, 'b'), 'utf8')).toBe('the officer’s');
  expect(await readFile(join(path, 'old'), 'utf8')).toBe('before');
});

test('a folder that cannot be made leaves nothing behind', async () => {
  const path = await folder();
  await writeFile(join(path, 'file'), 'x');
  const files = [
    { path: join(path, 'a'), text: 'new', replace: false },
    { path: join(path, 'file', 'b'), text: 'new', replace: false },
  ];
  await expect(writeFiles(files)).rejects.toThrow(/could not be written[\s\S]*Check the folder/);
  expect(await readdir(path)).toEqual(['file']);
});

test('files are replaced where that is asked, and no hidden file remains', async () => {
  const path = await folder();
  await writeFile(join(path, 'a'), 'before');
  await writeFiles([
    { path: join(path, 'a'), text: 'after', replace: true },
    { path: join(path, 'deep', 'b'), text: 'new', replace: false },
  ]);
  expect(await readFile(join(path, 'a'), 'utf8')).toBe('after');
  expect((await readdir(path)).sort()).toEqual(['a', 'deep']);
});
