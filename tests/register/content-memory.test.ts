import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ContentMemory } from '../../src/register/content-memory.ts';
import { loadEntries } from '../../src/register/load.ts';
import { contentOf } from './fixtures.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencharter-content-'));
  await cp(contentOf('sound'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('content from which a file was removed has the name that it has after a restart', async () => {
  const memory = new ContentMemory();
  const before = await loadEntries(folder, memory);
  const removed = before.entries.services[0]?.file.replace(/^content\//, '') ?? '';
  await rm(join(folder, removed));
  const after = await loadEntries(folder, memory);
  expect(after.entries.services).toHaveLength(before.entries.services.length - 1);
  const restarted = new ContentMemory();
  await loadEntries(folder, restarted);
  expect(memory.fingerprint()).toBe(restarted.fingerprint());
});
