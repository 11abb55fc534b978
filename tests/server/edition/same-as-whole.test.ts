import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeEdit } from '../../../src/bench/content/edits.ts';
import { generateContent, writeContent } from '../../../src/bench/content/generate-content.ts';
import { randomFrom } from '../../../src/bench/content/random.ts';
import { createEditionMaker, type MadeEdition } from '../../../src/server/edition/edition-maker.ts';
import { searchFolders } from '../../../src/server/edition/search-folders.ts';

const repoDir = resolve(import.meta.dirname, '..', '..', '..');
const EDITS = 60;
const COMPARED_EACH = 30;

/** Hashes by path, without the index of the full text, which is always made whole. */
function filesOf({ edition }: MadeEdition): Map<string, string> {
  return new Map(
    [...edition.files.values()]
      .filter(({ path }) => !path.startsWith(searchFolders.fullText))
      .map(({ path, hash }): [string, string] => [path, hash])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

it('an edition that grew by edits is, byte for byte, the one that is made whole', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-same-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const contentDir = join(dir, 'content');
  const { files } = await generateContent({ patternDir: join(repoDir, 'content'), bodies: 10, seed: 7 });
  await writeContent(files, contentDir);
  const makerFor = (name: string) =>
    createEditionMaker({
      ...{ repoDir, contentDir, siteUrl: 'http://localhost', editionDir: join(dir, name) },
      clock: () => new Date('2026-11-30T12:00:00Z'),
      log: () => undefined,
    });
  const maker = makerFor('grown');
  let grown = await maker.make(await maker.read(undefined));
  const random = randomFrom('same as whole');
  let made = 0;
  for (let count = 1; count <= EDITS; count++) {
    const { path, text } = makeEdit(files, random);
    if (text === undefined) rmSync(join(contentDir, path));
    else writeFileSync(join(contentDir, path), text);
    grown = await maker.make(await maker.read(undefined), grown);
    made += grown.made;
    if (count % COMPARED_EACH > 0) continue;
    const anew = makerFor(`whole-${count}`);
    const whole = await anew.make(await anew.read(undefined));
    expect(filesOf(grown), `after ${count} edits`).toEqual(filesOf(whole));
    anew.stop();
  }
  maker.stop();
  // Far fewer than all of them each time.
  expect(made / EDITS).toBeLessThan(grown.edition.sources.size / 4);
});
