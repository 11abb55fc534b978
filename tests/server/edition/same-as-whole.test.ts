import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeEdit } from '../../../src/bench/content/edits.ts';
import { generateContent, writeContent } from '../../../src/bench/content/generate-content.ts';
import { randomFrom } from '../../../src/bench/content/random.ts';
import { createEditionMaker, type MadeEdition } from '../../../src/server/edition/edition-maker.ts';
import { searchFolders } from '../../../src/server/edition/search-folders.ts';
import { writeSmallContent } from '../../netlify/small-country.ts';

const repoDir = resolve(import.meta.dirname, '..', '..', '..');
const BODIES = 10;
/** To make all anew takes as long as many edits; what one edit left wrong stays to be seen unless another mends it. */
const COMPARISONS = 2;

/** Hashes by path, without the index of the full text, which is always made whole. */
function filesOf({ edition }: MadeEdition): Map<string, string> {
  return new Map(
    [...edition.files.values()]
      .filter(({ path }) => !path.startsWith(searchFolders.fullText))
      .map(({ path, hash }): [string, string] => [path, hash])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The content of the small country with what every kind of edit changes: a telephone, a summary, a popular name. */
function writePattern(contentDir: string): void {
  writeSmallContent(contentDir);
  cpSync(join(repoDir, 'content', 'search'), join(contentDir, 'search'), { recursive: true });
  const water = join(contentDir, 'charters', 'water.mdx');
  const email = 'emails: [complaints@water.example]';
  writeFileSync(
    water,
    readFileSync(water, 'utf8').replace(email, `${email}\n    phones: [{ number: +999 20 123456 }]`),
  );
  const service = readFileSync(join(contentDir, 'services', 'water', 'connection.yaml'), 'utf8');
  mkdirSync(join(contentDir, 'services', 'water'), { recursive: true });
  writeFileSync(
    join(contentDir, 'services', 'water', 'repair.yaml'),
    `${service.replace('New connection', 'Repair')}summary: A meter is mended.\npopularNames: [broken meter]\ntopics: [water]\n`,
  );
}

it.each([
  // Every kind of page that the shipped content has; a thousand of them, which take seconds to make whole.
  { of: 'the shipped content', edits: 16, kindsMin: 4, write: undefined },
  { of: 'a small country', edits: 120, kindsMin: 7, write: writePattern },
])(
  'an edition of ten bodies of $of that grew by $edits edits is, byte for byte, the one that is made whole',
  async ({ edits, kindsMin, write }) => {
    const dir = mkdtempSync(join(tmpdir(), 'opencharter-same-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const contentDir = join(dir, 'content');
    const patternDir = write ? join(dir, 'pattern') : join(repoDir, 'content');
    write?.(patternDir);
    const { files } = await generateContent({ patternDir, bodies: BODIES, seed: 7 });
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
    const kinds = new Set<string>();
    let made = 0;
    for (let count = 1; count <= edits; count++) {
      const { path, text, message } = makeEdit(files, random);
      if (text === undefined) rmSync(join(contentDir, path));
      else writeFileSync(join(contentDir, path), text);
      grown = await maker.make(await maker.read(undefined), grown);
      made += grown.made;
      kinds.add(message.replace(/ \S+$/, ''));
      if (count % (edits / COMPARISONS) > 0) continue;
      const anew = makerFor(`whole-${count}`);
      const whole = await anew.make(await anew.read(undefined));
      expect(filesOf(grown), `after ${count} edits`).toEqual(filesOf(whole));
      await anew.stop();
    }
    await maker.stop();
    expect(kinds.size, [...kinds].join()).toBeGreaterThanOrEqual(kindsMin);
    // Far fewer than all of them each time.
    expect(made / edits).toBeLessThan(grown.edition.sources.size / 4);
  },
);
