import { mkdtempSync, rmSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadEntries } from '../../src/register/load.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import { contentOf } from './fixtures.ts';

const charterFile = join('charters', 'water.mdx');

/** Copies the sound site and changes its charter byte by byte, as an editor on another system would. */
async function withCharter(
  change: (text: string) => string | Buffer,
): Promise<Awaited<ReturnType<typeof loadEntries>>> {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-content-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  await cp(contentOf('sound'), dir, { recursive: true });
  await writeFile(join(dir, charterFile), change(await readFile(join(dir, charterFile), 'utf8')));
  return loadEntries(dir);
}

describe('a file saved by another editor', () => {
  it('may begin with a byte order mark', async () => {
    const { problems, entries } = await withCharter((text) => `\uFEFF${text}Water for all.\n`);
    expect(problems).toEqual([]);
    expect(entries.charters[0]?.html).toBe('<p>Water for all.</p>');
  });

  it('may have Windows line ends', async () => {
    const { problems, entries } = await withCharter((text) => `${text}Water for all.\n`.replaceAll('\n', '\r\n'));
    expect(problems).toEqual([]);
    expect(entries.charters[0]?.html).toBe('<p>Water for all.</p>');
  });

  it.each([
    ['plain', (text: string) => text],
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('keeps its line numbers, %s', async (_, change) => {
    const { problems } = await withCharter((text) =>
      change(`${text.replace('type: commission', 'type: comission')}\n\n# Too large\n`),
    );
    expect(problems.map(({ line, field }) => ({ line, field }))).toEqual([
      { line: 3, field: 'type' },
      { line: 11, field: 'body' },
    ]);
  });

  it('must be UTF-8', async () => {
    const { problems } = await withCharter((text) =>
      Buffer.from(text.replace('Brings water', 'Brings clean watér'), 'latin1'),
    );
    expect(problems).toEqual([
      {
        file: 'content/charters/water.mdx',
        line: 5,
        message: 'The file has a character that is not UTF-8.',
        remedy: 'Save the file with the encoding UTF-8, then write the character again.',
      },
    ]);
  });

  it('must not be larger than any charter needs', async () => {
    const { problems } = await withCharter((text) => text + 'Water for all.\n'.repeat(350_000));
    expect(problems).toEqual([
      {
        file: 'content/charters/water.mdx',
        message: 'The file is larger than 512 kB.',
        remedy: 'Split it, or remove what does not belong in it; pictures go into content/media.',
      },
    ]);
  });

  it('brings a complaint rather than an exception, whatever stands in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((line) => `---\nname: ${line}\n---\n${line}`),
      fc.json(),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('charters' as const, 'guides' as const, 'services' as const),
        (written, collection) => {
          const { entry, problems } = readEntry(collection, `content/${collection}/xx/x.yaml`, written);
          expect(entry === undefined).toBe(problems.length > 0);
          for (const problem of problems) expect(problem.remedy).not.toBe('');
        },
      ),
    );
  });
});
