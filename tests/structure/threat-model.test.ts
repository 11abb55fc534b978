import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const repo = resolve(import.meta.dirname, '..', '..');

/** A title stands in a line of its file, after a quotation mark. */
const titled = (file: string, title: string): boolean =>
  readFileSync(join(repo, 'tests', `${file}.test.ts`), 'utf8')
    .split('\n')
    .some((line) => line.includes(title) && /['"`]/.test(line.slice(0, line.indexOf(title))));

test('each line of the threat model names, by its title, a test that fails when the threat is real', () => {
  const text = readFileSync(join(repo, 'src', 'docs', 'threat-model.md'), 'utf8');
  const lines = text.split('\n').filter((line) => /^\| (?!Threat|-)/.test(line));
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) {
    const shownBy = line.split('|').at(-2) ?? '';
    const named = [...shownBy.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    expect(named, `Name a test for: ${line.split('|')[1]?.trim()}`).not.toEqual([]);
    for (const name of named)
      expect(existsSync(join(repo, 'tests', `${name}.test.ts`)), `There is no tests/${name}.test.ts.`).toBe(true);
    const [, file = '', title = ''] = /`([^`]+)` “([^”]+)”/.exec(shownBy) ?? [];
    expect(title, `Name the test by its title for: ${line.split('|')[1]?.trim()}`).not.toBe('');
    expect(titled(file, title), `tests/${file}.test.ts has no test “${title}”.`).toBe(true);
  }
});
