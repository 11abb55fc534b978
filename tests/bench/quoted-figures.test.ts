import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { figureFile, figureInWords, figureLines, toFigure } from '../../src/bench/frame/figures.ts';

const docs = resolve(import.meta.dirname, '..', '..', 'src', 'docs');
const folder = join(docs, 'figures');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const read = (name: string) => figureFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));

describe('figures that are quoted', () => {
  test.each(readdirSync(docs).filter((name) => name.endsWith('.md')))('%s quotes what was measured', (name) => {
    const text = readFileSync(join(docs, name), 'utf8');
    for (const [, words, file, key] of text.matchAll(/\[([^\]]+)\]\(figures\/([\w.-]+)(?:#([\w-]+))?\)/g)) {
      expect(files, `${name} quotes ${file}, which is not there.`).toContain(file);
      if (key === undefined) continue;
      const figure = read(file ?? '').figures[key];
      expect(figure, `${file} has no figure "${key}".`).toBeDefined();
      const ratio = figure?.ratio
        ? `${figure.ratio.value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })} x`
        : '';
      expect([figure && figureInWords(figure), ratio], `${name} quotes ${key} of ${file} otherwise.`).toContain(words);
    }
  });

  test('every file of figures is quoted', () => {
    const quoted = readdirSync(docs)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(docs, name), 'utf8'))
      .join('\n');
    expect(files.filter((name) => !quoted.includes(`figures/${name}`))).toEqual([]);
  });

  test('are the middle of their runs, with what they are compared to', () => {
    const figure = toFigure([3.14159, 2, 4], 'ms/page', { to: 'hugo', runs: [1, 1.5708, 9] });
    expect(figure).toEqual({ unit: 'ms/page', median: 3.142, runs: [3.142, 2, 4], ratio: { to: 'hugo', value: 2 } });
    expect(figureInWords(figure)).toBe('3.14 ms/page');
    expect(figureLines({ portal: figure })).toEqual(['  portal  3.14 ms/page  (2 to 4)  2 x hugo']);
  });
});
