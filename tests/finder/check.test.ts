import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { loadEntries } from '../../src/register/load.ts';
import { finder, type Finder } from '../../src/schemas/finder.ts';

const folder = mkdtempSync(join(tmpdir(), 'opencharter-finder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const published = new URL('../../content/', import.meta.url).pathname;
for (const name of readdirSync(published))
  cpSync(join(published, name), join(folder, 'content', name), { recursive: true });

const file = join(folder, 'content', 'finder', 'ke.yaml');
const original = readFileSync(file, 'utf8');

/** Changes the Kenyan finder as an editor might, and gives what check:content says. */
async function complaintsAbout(change: (text: string) => string): Promise<string[]> {
  const changed = change(original);
  expect(changed).not.toBe(original);
  writeFileSync(file, changed);
  const { problems } = await loadEntries(join(folder, 'content'));
  return problems.map(
    (problem) => `${problem.file}:${problem.line} ${problem.field} ${problem.message} ${problem.remedy}`,
  );
}

describe('a finder that leads astray is refused', () => {
  it('for an answer that leads nowhere', async () => {
    const [complaint, ...others] = await complaintsAbout((text) => text.replace('to: id-first', 'to: id-frist'));
    expect(complaint).toMatch(
      /^content\/finder\/ke\.yaml:\d+ questions\.2\.answers\.0\.to There is no question or outcome "id-frist": this is a dead end\. Did you mean "id-first"\?$/,
    );
    expect(others).toEqual([expect.stringContaining('No answer leads to "id-first".')]);
  });

  it('for answers that lead in a circle', async () => {
    const found = await complaintsAbout((text) => text.replace('to: id-first', 'to: identity'));
    expect(found.join('\n')).toContain('The answers lead in a circle: identity → id → identity.');
  });

  it('for an agency or service that does not exist', async () => {
    const found = await complaintsAbout((text) =>
      text.replace('service: ntsa/duplicate-logbook', 'service: ntsa/duplicate-logbok'),
    );
    expect(found).toEqual([
      expect.stringContaining('There is no service "ntsa/duplicate-logbok". Did you mean "ntsa/duplicate-logbook"?'),
    ]);
  });

  it('for an office of another country', async () => {
    const found = await complaintsAbout((text) => text.replace('agency: kimwasco-water', 'agency: servicom'));
    expect(found).toEqual([
      expect.stringContaining('"servicom" belongs to the jurisdiction ng. Name an office of ke.'),
    ]);
  });

  it('for an outcome without an office', async () => {
    const found = await complaintsAbout((text) => text.replace('    agency: kimwasco-water\n', ''));
    expect(found.join()).toContain('an outcome without either is a dead end');
  });

  it('for a question with one answer, and for an id that is used twice', async () => {
    expect(
      (await complaintsAbout((text) => text.replace(/ {6}- text: 'Yes, and it refused[^\n]*\n[^\n]*\n/, ''))).join(),
    ).toContain('A question needs at least two answers.');
    expect((await complaintsAbout((text) => text.replace('- id: id-lost', '- id: id-first'))).join()).toContain(
      'The id "id-first" is used twice.',
    );
  });

  it('for an id that would lie at the address of the finder itself', async () => {
    const found = await complaintsAbout((text) => text.replaceAll('id-first', 'index'));
    expect(found.join()).toContain('The id "index" is taken by a page of the portal.');
  });
});

describe('the published finders', () => {
  it.each(['ng', 'ke'])('%s: every way ends at an office within four questions', (country) => {
    const data: Finder = finder.parse(
      parseDocument(readFileSync(join(published, 'finder', `${country}.yaml`), 'utf8')).toJS(),
    );
    const depth = (id: string): number => {
      const question = data.questions.find((candidate) => candidate.id === id);
      return question ? 1 + Math.max(...question.answers.map(({ to }) => depth(to))) : 0;
    };
    expect(depth(data.start)).toBeLessThanOrEqual(4);
  });
});
