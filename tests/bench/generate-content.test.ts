import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeContentRepository } from '../../src/bench/content/content-repository.ts';
import { makeEdit } from '../../src/bench/content/edits.ts';
import { generateContent, writeContent, type ContentFiles } from '../../src/bench/content/generate-content.ts';
import { randomFrom } from '../../src/bench/content/random.ts';
import { readHistory } from '../../src/history/read-history.ts';
import { gitIn } from '../../src/lib/git.ts';
import { isStale, translatableTexts } from '../../src/register/check-translations.ts';
import { loadEntries } from '../../src/register/load.ts';

const patternDir = resolve('content');
const shipped = readdirSync(join(patternDir, 'charters')).length;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencharter-generated-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function generated(bodies: number, seed = 1): Promise<ContentFiles> {
  return (await generateContent({ patternDir, bodies, seed })).files;
}

function amountsIn(files: ContentFiles, path: string): string[] {
  return files.get(path)?.match(/amount: \d+/g) ?? [];
}

describe('content that is made up', () => {
  it('is valid with a single body, and leads what refers to others there', async () => {
    const { entries } = await read(await generated(1), 'single');
    expect(entries.charters).toHaveLength(1);
    expect(entries.services.length).toBeGreaterThan(0);
  });

  it('is valid with copies of bodies, whose translations are fresh', async () => {
    const { entries } = await read(await generated(shipped + 3), 'copies');
    expect(entries.charters).toHaveLength(shipped + 3);
    const stale = entries.charters.flatMap((entry) => {
      const { id, data } = entry;
      const texts = translatableTexts(entry);
      return data.translations
        .filter((translation) => isStale(translation, texts.get(translation.field) ?? ''))
        .map(({ field }) => `${id} ${field}`);
    });
    expect(stale).toEqual([]);
  });

  it('is the same for the same seed, and other for another', async () => {
    const [first, again, other] = await Promise.all([generated(9), generated(9), generated(9, 2)]);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('has copies with names, amounts and addresses of their own, and leads no mail to a real office', async () => {
    const files = await generated(shipped + 75);
    const copies = [...files].filter(([path, text]) => path.startsWith('charters/') && /^name: ".*, \w+"$/m.test(text));
    expect(copies).toHaveLength(75);
    for (const [path, text] of copies) {
      const addresses = text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
      expect(
        addresses.filter((address) => !address.endsWith('.example')),
        path,
      ).toEqual([]);
    }
    const amounts = copies.flatMap(([path]) => {
      const copy = path.slice('charters/'.length, -'.mdx'.length);
      const original = copy.slice(0, copy.lastIndexOf('-'));
      return [...files.keys()]
        .filter((file) => file.startsWith(`services/${original}/`))
        .map((file) => [amountsIn(files, file), amountsIn(files, file.replace(original, copy))] as const)
        .filter(([own]) => own.length > 0);
    });
    expect(amounts.length).toBeGreaterThan(20);
    // Rounding leaves a few small ones as they were.
    const kept = amounts.filter(([own, copied]) => own.join() === copied.join());
    expect(kept.length).toBeLessThan(amounts.length / 2);
  });

  it('stays valid through edits, which only touch the bodies that are named', async () => {
    const files = await generated(9);
    const { entries } = await read(files, 'before');
    const among = entries.charters.slice(0, 3).map(({ id }) => id);
    const random = randomFrom(7);
    const edits = Array.from({ length: 120 }, () => makeEdit(files, random, among));
    expect(edits.filter(({ path }) => !among.some((id) => new RegExp(`^\\w+/${id}[./]`).test(path)))).toEqual([]);
    expect(edits.some(({ text }) => text === undefined)).toBe(true);
    await read(files, 'after');
  });

  it('has a history that the portal can tell', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    for (const repoDir of [one, two])
      await writeContentRepository(await generated(3), repoDir, { commits: 30, random: randomFrom(1) });
    const history = await readHistory(join(one, 'content'));
    expect(history).toMatchObject({ state: 'available' });
    expect(await headOf(two)).toBe(await headOf(one));
  });
});

/** Writes the files and reads them as the portal does, which must find nothing wrong. */
async function read(files: ContentFiles, name: string): ReturnType<typeof loadEntries> {
  const contentDir = join(folder, name);
  await writeContent(files, contentDir);
  const found = await loadEntries(contentDir);
  expect(found.problems).toEqual([]);
  return found;
}

async function headOf(repoDir: string): Promise<string> {
  return (await gitIn(repoDir)(['rev-parse', 'HEAD'])).toString();
}
