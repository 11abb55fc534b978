import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const repo = resolve(import.meta.dirname, '..', '..');

test('each line of the threat model names tests that are there', () => {
  const text = readFileSync(join(repo, 'src', 'docs', 'threat-model.md'), 'utf8');
  const lines = text.split('\n').filter((line) => /^\| (?!Threat|-)/.test(line));
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) {
    const shownBy = line.split('|').at(-2) ?? '';
    const named = [...shownBy.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    expect(named, `Name a test for: ${line.split('|')[1]?.trim()}`).not.toEqual([]);
    for (const name of named)
      expect(existsSync(join(repo, 'tests', `${name}.test.ts`)), `There is no tests/${name}.test.ts.`).toBe(true);
  }
});
