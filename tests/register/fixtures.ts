import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ContentProblem } from '../../src/register/problem.ts';

/*
 * Each folder of fixtures/ is a tiny site with one mistake, named for it, and expected.yaml tells the whole complaint
 * it must bring; where a text there ends in "…", a list that grows with the schema follows. fixtures/sound has no
 * mistake.
 */
const folder = join(import.meta.dirname, 'fixtures');

/** The content folder of a fixture. */
export function contentOf(name: string): string {
  return join(folder, name, 'content');
}

/** Every fixture with a mistake, with the problems it must be told of. */
export const broken: { name: string; expected: ContentProblem[] }[] = readdirSync(folder)
  .filter((name) => name !== 'sound')
  .map((name) => ({
    name,
    expected: parse(readFileSync(join(folder, name, 'expected.yaml'), 'utf8')) as ContentProblem[],
  }));

/** The part of an expected text that must be found. */
export function certainPart(text: string): string {
  return text.replace(/ …$/, '');
}
