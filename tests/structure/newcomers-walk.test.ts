import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const repo = resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(repo, file), 'utf8');

/** The steps of each walk in CONTRIBUTING.md, by its title. */
function walks(): [title: string, steps: string[]][] {
  const [, found = ''] = read('CONTRIBUTING.md').split('## Finding your way');
  return found
    .split('\n### ')
    .slice(1)
    .map((part) => [part.split('\n', 1)[0] ?? '', part.split('\n').filter((line) => /^\d+\. /.test(line))]);
}

describe('the newcomer’s walk', () => {
  it('is two walks', () => {
    expect(walks().map(([title]) => title)).toEqual([
      'A complaint from the form to the inbox',
      'A charter from its file to the page',
    ]);
  });

  it.each(walks())('%s: ten steps at most, each a file that is there', (_, steps) => {
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.length).toBeLessThanOrEqual(10);
    for (const step of steps) {
      const [, file = ''] = /^\d+\. `([^`]+)`/.exec(step) ?? [];
      expect(file, `Begin with the file: ${step}`).not.toBe('');
      expect(existsSync(join(repo, file)), `${file} is not there.`).toBe(true);
    }
  });
});

describe('files that the documentation names', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'src/docs/cases.md', 'src/docs/threat-model.md'];

  it.each(documents)('%s names only files that are there', (document) => {
    const named = [...read(document).matchAll(/`((?:src|tests|admin|content)\/[\w@[\]./-]+)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((file) => !existsSync(join(repo, file)))).toEqual([]);
  });
});
