import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openObjects } from '../../../src/server/edition/object-store.ts';
import { takeFolder } from '../../../src/server/edition/published-files.ts';

test('uploads are published from the content repository, without hidden files and what links lead to', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-media-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const media = join(dir, 'content', 'media', 'water');
  mkdirSync(media, { recursive: true });
  writeFileSync(join(dir, 'secret'), 'the key');
  for (const name of ['map.png', '.cms-unfinished']) writeFileSync(join(media, name), name);
  symlinkSync(join(dir, 'secret'), join(media, 'linked.png'));
  symlinkSync(dir, join(media, 'all'));
  const objects = openObjects(join(dir, 'objects'));
  const taken = await takeFolder(objects, join(dir, 'content', 'media'), '/media');
  expect(taken.map(({ path }) => path)).toEqual(['/media/water/map.png']);
  expect((await objects.read(taken[0] ?? expect.fail('none was taken'))).identity.toString()).toBe('map.png');
  expect(await takeFolder(objects, '/no/such/folder', '/media')).toEqual([]);
});
