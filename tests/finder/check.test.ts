import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { checkReferences } from '../../src/register/check-references.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import { finder, type Finder } from '../../src/schemas/finder.ts';
import { shippedContentDir, shippedEntries } from '../register/shipped-content.ts';

const file = 'content/finder/ke.yaml';
const original = readFileSync(join(shippedContentDir, 'finder', 'ke.yaml'), 'utf8');
const around = await shippedEntries();

/** Changes the Kenyan finder as an editor might, and gives what is found wrong with it among all other content. */
function complaintsAbout(change: (text: string) => string): string[] {
  const changed = change(original);
  expect(changed).not.toBe(original);
  const { entry, problems } = readEntry('finder', file, changed);
  const others = around.finder.filter(({ id }) => id !== 'ke');
  const found = entry ? checkReferences({ ...around, finder: [...others, entry] }) : problems;
  return found.map(
    (problem) => `${problem.file}:${problem.line} ${problem.field} ${problem.message} ${problem.remedy}`,
  );
}

describe('a finder that leads astray is refused', () => {
  it('for an answer that leads nowhere', () => {
    const [complaint, ...others] = complaintsAbout((text) => text.replace('to: id-first', 'to: id-frist'));
    expect(complaint).toMatch(
      /^content\/finder\/ke\.yaml:\d+ questions\.2\.answers\.0\.to There is no question or outcome "id-frist": this is a dead end\. Did you mean "id-first"\?$/,
    );
    expect(others).toEqual([expect.stringContaining('No answer leads to "id-first".')]);
  });

  it('for answers that lead in a circle', () => {
    const found = complaintsAbout((text) => text.replace('to: id-first', 'to: identity'));
    expect(found.join('\n')).toContain('The answers lead in a circle: identity → id → identity.');
  });

  it('for an agency or service that does not exist', () => {
    const found = complaintsAbout((text) =>
      text.replace('service: ntsa/duplicate-logbook', 'service: ntsa/duplicate-logbok'),
    );
    expect(found).toEqual([
      expect.stringContaining('There is no service "ntsa/duplicate-logbok". Did you mean "ntsa/duplicate-logbook"?'),
    ]);
  });

  it('for an office of another country', () => {
    const found = complaintsAbout((text) => text.replace('agency: kimwasco-water', 'agency: servicom'));
    expect(found).toEqual([
      expect.stringContaining('"servicom" belongs to the jurisdiction ng. Name an office of ke.'),
    ]);
  });

  it('for an emergency of which the country has no numbers', () => {
    const found = complaintsAbout((text) => text.replace('emergency: robbery', 'emergency: robery'));
    expect(found.join()).toMatch(/outcomes\.\d+\.emergency/);
    const [complaint, ...others] = checkReferences({ ...around, emergencies: [] }).filter(
      ({ file: where }) => where === file,
    );
    expect(complaint).toMatchObject({
      message: 'content/emergencies/ke.yaml has no numbers for "child".',
      remedy: 'Write that file, or remove this line.',
    });
    expect(others).toHaveLength(2);
  });

  it('for an outcome without an office', () => {
    const found = complaintsAbout((text) => text.replace('    agency: kimwasco-water\n', ''));
    expect(found.join()).toContain('an outcome without either is a dead end');
  });

  it('for a question with one answer, and for an id that is used twice', () => {
    expect(
      complaintsAbout((text) => text.replace(/ {6}- text: 'Yes, and it refused[^\n]*\n[^\n]*\n/, '')).join(),
    ).toContain('A question needs at least two answers.');
    expect(complaintsAbout((text) => text.replace('- id: id-lost', '- id: id-first')).join()).toContain(
      'The id "id-first" is used twice.',
    );
  });

  it('for an id that would lie at the address of the finder itself', () => {
    const found = complaintsAbout((text) => text.replaceAll('id-first', 'index'));
    expect(found.join()).toContain('The id "index" is taken by a page of the portal.');
  });
});

describe('the published finders', () => {
  it.each(['ng', 'ke'])('%s: every way ends at an office within four questions', (country) => {
    const data: Finder = finder.parse(
      parseDocument(readFileSync(join(shippedContentDir, 'finder', `${country}.yaml`), 'utf8')).toJS(),
    );
    const depth = (id: string): number => {
      const question = data.questions.find((candidate) => candidate.id === id);
      return question ? 1 + Math.max(...question.answers.map(({ to }) => depth(to))) : 0;
    };
    expect(depth(data.start)).toBeLessThanOrEqual(4);
  });

  it.each(['ng', 'ke'])('%s: the answers of a question fit a small screen', (country) => {
    const questions = around.finder.find(({ id }) => id === country)?.data.questions ?? [];
    expect(questions.filter(({ answers }) => answers.length > 9).map(({ id }) => id)).toEqual([]);
  });
});
