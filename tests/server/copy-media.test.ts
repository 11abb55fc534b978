import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyMedia } from '../../src/server/copy-media.ts';

test('uploads are published from the content repository, without hidden files and what links lead to', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-media-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const media = join(dir, 'content', 'media', 'water');
  mkdirSync(media, { recursive: true });
  writeFileSync(join(dir, 'secret'), 'the key');
  for (const name of ['map.png', '.cms-unfinished']) writeFileSync(join(media, name), name);
  symlinkSync(join(dir, 'secret'), join(media, 'linked.png'));
  await copyMedia(join(dir, 'content'), join(dir, 'published'));
  expect(readdirSync(join(dir, 'published'), { recursive: true }).sort()).toEqual(['water', join('water', 'map.png')]);
});

test('a portal without uploads is built like any other', async () => {
  await expect(copyMedia('/no/such/folder', '/no/such/folder/either')).resolves.toBeUndefined();
});
