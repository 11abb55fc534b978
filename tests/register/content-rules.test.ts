import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../src/register/load.ts';
import { broken, certainPart, contentOf } from './fixtures.ts';

describe('a mistake in the content', () => {
  it.each(broken)('$name is told with file, line, field and remedy', async ({ name, expected }) => {
    const { problems } = await loadEntries(contentOf(name));
    const text = (whole: string): unknown =>
      whole.endsWith(' …') ? expect.stringContaining(certainPart(whole)) : whole;
    expect(problems).toEqual(
      expected.map((problem) => ({ ...problem, message: text(problem.message), remedy: text(problem.remedy) })),
    );
  });

  it('is not found where there is none', async () => {
    const { problems, entries } = await loadEntries(contentOf('sound'));
    expect(problems).toEqual([]);
    expect(entries.services.map((entry) => entry.id)).toEqual(['water/connection']);
  });
});
