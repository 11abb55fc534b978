import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pageLanguage } from '../../src/quality/page-language.ts';
import { keepEdition, objectsIn } from '../../src/server/edition/edition.ts';
import { openObjects } from '../../src/server/edition/object-store.ts';
import { PageSources } from '../../src/server/edition/page-sources.ts';
import { files } from './quality-fixture.ts';

const page = (main: string): string =>
  `<!doctype html><html lang="sw"><body><p lang="en">outside</p><main>${main}</main></body></html>`;

describe('what a page shows in another language than its own', () => {
  const measure = (main: string) => pageLanguage(page(main), new Set(['Fees of 2025']));

  it('is counted in letters and digits, by what the nearest element says', () => {
    expect(measure('<p>Ada ni <span lang="en">ten <b lang="sw">kumi</b> 10</span>.</p>')).toEqual({
      shown: 5 + 3 + 4 + 2,
      ours: 3 + 2,
      quoted: 0,
      texts: ['ten', '10'],
    });
  });

  it('is ours to say, or quoted as it stands in a source', () => {
    expect(measure('<p lang="en"><a>Fees\n of 2025</a> <i>stored copy</i></p>')).toMatchObject({
      ours: 10,
      quoted: 10,
      texts: ['stored copy'],
    });
  });

  it('is nothing that only programs read', () => {
    expect(measure('<div lang="en"><script>let a;</script><style>a{}</style></div>')).toMatchObject({ shown: 0 });
  });

  it('is not asked of a page that names no language or has no main part', () => {
    expect(pageLanguage('<html><main>a</main></html>', new Set())).toBeUndefined();
    expect(pageLanguage('<html lang="sw"><p>a</p></html>', new Set())).toBeUndefined();
  });
});

describe('npm run eval:translations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'translations-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const evaluate = (...options: string[]) =>
    spawnSync(
      process.execPath,
      ['src/entry/eval-translations.ts', '--content', join(folder, 'content'), '--edition', folder, ...options],
      { encoding: 'utf8' },
    );

  it('says what to do where nothing was built', () => {
    const { status, stderr } = evaluate();
    expect(status).toBe(2);
    expect(stderr).toContain('npm run build');
  });

  it('lists the pages that say most in another language first, and what they say', async () => {
    for (const [, file, text] of files({})) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const objects = openObjects(objectsIn(folder));
    const made = Object.entries({
      '/sw/xx/water/': 'Maji safi <span lang="en">Test source</span>',
      '/sw/xx/': 'Maji <span lang="en">clean water</span>',
      '/xx/': '<span lang="fr">eau</span>',
    }).map(([path, main]) => objects.put(`${path}index.html`, Buffer.from(page(main))));
    await keepEdition(
      folder,
      {
        appDir: folder,
        siteUrl: 'https://portal.example',
        content: 'made up',
        day: '2026-06-15',
        files: new Map(made.map((record) => [record.path, record])),
        sources: new PageSources(),
      },
      'all',
    );
    const { stdout } = evaluate('--texts');
    expect(stdout).toContain('2 pages in sw.');
    expect(stdout).toContain('More than 10 % of what is ours to say: 1 page.');
    expect(stdout).toMatch(/71\.4 % +0 % +\/sw\/xx\/\n +0 % +55\.5 % +\/sw\/xx\/water\/\n/);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('clean water');
    expect(evaluate('--under', 'xx/water').stdout).toContain('1 page in sw.');
  });
});
