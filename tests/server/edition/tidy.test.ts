import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Edition } from '../../../src/server/edition/edition.ts';
import { openEditionFolder, type EditionStore } from '../../../src/server/edition/edition-store.ts';
import { PageSources } from '../../../src/server/edition/page-sources.ts';

const HOUR_MS = 60 * 60_000;

/** An edition of files that say what is given. */
function editionOf(store: EditionStore, dir: string, texts: Record<string, string>): Edition {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [path, store.objects.put(path, Buffer.from(text))]),
  );
  return {
    ...{ appDir: dir, siteUrl: 'http://localhost', content: '', day: '2026-11-30' },
    files,
    sources: new PageSources(),
  };
}

test('what another process may still serve stays for an hour after an edition dropped it, and goes then', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-tidy-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const store = openEditionFolder(dir);
  /** As if all that is there had been put so long ago. */
  const age = (ms: number): void => {
    const at = new Date(Date.now() - ms);
    for (const item of readdirSync(join(dir, 'objects'), { recursive: true, withFileTypes: true }))
      if (item.isFile()) utimesSync(join(item.parentPath, item.name), at, at);
  };
  const served = async ({ files }: Edition): Promise<string[]> =>
    Promise.all(
      [...files.values()].map(async (record) =>
        store.objects.read(record).then(
          ({ identity }) => identity.toString(),
          () => 'gone',
        ),
      ),
    );

  const first = editionOf(store, dir, { '/index.html': 'Welcome.', '/fees/index.html': '100' });
  await store.keep(first, 'all');
  // It was served for days.
  age(72 * HOUR_MS);
  const second = editionOf(store, dir, { '/index.html': 'Welcome.', '/fees/index.html': '200' });
  await store.keep(second, 'all', first);
  await store.tidy(second);
  expect(await served(first)).toEqual(['Welcome.', '100']);

  age(2 * HOUR_MS);
  // An edition that is being made takes up what nothing names any more.
  const third = editionOf(store, dir, { '/index.html': 'Welcome.', '/fees/index.html': '100' });
  await store.tidy(second);
  expect(await served(third)).toEqual(['Welcome.', '100']);

  age(2 * HOUR_MS);
  await store.tidy(second);
  expect([await served(first), await served(second)]).toEqual([
    ['Welcome.', 'gone'],
    ['Welcome.', '200'],
  ]);
  expect((await store.read('without-sources'))?.files.get('/fees/index.html')).toEqual(
    second.files.get('/fees/index.html'),
  );
});
