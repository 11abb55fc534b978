import { matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apart } from '../apart.ts';
import { readTree } from './source-tree.ts';

const thisFile = 'tests/structure/tidy.test.ts';
const sources = readTree(['src', 'tests', 'admin'], ['.ts', '.astro', '.js', '.css', '.md', '.html', '.yaml']).filter(
  ({ file }) => file !== thisFile,
);

/** File and line of each place where a pattern stands. */
function places(pattern: RegExp, among = sources): string[] {
  return among.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}  ${line.trim()}`] : [])),
  );
}

describe('the source is tidy', () => {
  it('leaves nothing to be done later', () => {
    // XTS alone is a currency code in made-up countries; after a comment sign it is a note to oneself.
    const notes = places(/\b(?:TODO|FIXME|HACK)\b|(?:\/\/|\/\*|#)\s*XTS\b/);
    expect(notes, 'Do it now, or describe it in the documentation as a known limit.').toEqual([]);
  });

  it('skips no test and leaves none alone', () => {
    const tests = sources.filter(({ file }) => file.startsWith('tests/'));
    const skipped = places(
      /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|skipIf|runIf|fails)\b|\b[xf](?:it|describe)\(/,
      tests,
    );
    expect(skipped, 'Mend the test or remove it; a test that does not run protects nothing.').toEqual([]);
  });

  it('keeps apart the test files that need modules of their own', () => {
    // Of another file that has run in the same worker before, no test would be found; see vitest.config.ts.
    const shared = sources.filter(
      ({ file }) => file.endsWith('.test.ts') && !apart.some((pattern) => matchesGlob(file, pattern)),
    );
    expect(
      places(/\b(?:import|from)\b[\s(]*['"`][^'"`]*\.test\.ts|\bvi\.(?:resetModules|mock|doMock|hoisted)\(/, shared),
      'Name the file in tests/apart.ts.',
    ).toEqual([]);
  });

  it('puts back the globals that a test changes', () => {
    const changing = sources.filter(
      ({ text }) => /\bvi\.stubGlobal\(/.test(text) && !/\bvi\.unstubAllGlobals\b/.test(text),
    );
    expect(
      changing.map(({ file }) => file),
      'The files of a worker share their globals: onTestFinished(() => void vi.unstubAllGlobals()).',
    ).toEqual([]);
  });

  it('waits for events in tests, not for time to pass', () => {
    const tests = sources.filter(({ file }) => file.startsWith('tests/') && file.endsWith('.ts'));
    // A timer that is awaited is a sleep under another name, whether to wait once or to look again and again.
    const sleeps =
      /\bwaitForTimeout\(|\bsleep\(|\bawait setTimeout\(|\bsetTimeout\b.*timers\/promises|\bnew Promise\b.*\bsetTimeout\b/;
    expect(
      places(sleeps, tests),
      'Wait for what the test is about to see: expect.poll, vi.waitUntil, an event.',
    ).toEqual([]);
  });

  it('prints and debugs nothing by accident', () => {
    const quiet = sources.filter(
      ({ file }) => /^src\/.*\.(?:ts|astro)$/.test(file) && !/^src\/(?:entry|server|netlify)\//.test(file),
    );
    expect(
      places(/\bdebugger\b|\bconsole\.(?:log|debug|dir)\(/, quiet),
      'Remove it, or report through the log that is passed in.',
    ).toEqual([]);
  });

  it('makes answers where answers are made', () => {
    const domains = sources.filter(({ file }) =>
      /^src\/(?!web\/|components\/phone\/|texts\/|cms\/|netlify\/|server\/|pages\/|docs\/)/.test(file),
    );
    expect(
      places(/\bnew Response\(|\bResponse\.json\(|\bstatus: [1-5]\d\d\b(?!\s*[|;}])/, domains),
      'Give what was found out; the page makes the answer of it with src/web.',
    ).toEqual([]);
  });

  it.each(['src/lib', 'src/schemas', 'src/register', 'src/web'])('explains every exported function of %s', (folder) => {
    const bare = readTree([folder], ['.ts']).flatMap(({ file, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, index) =>
        /^export (?:async )?function /.test(line) && !lines[index - 1]?.trimEnd().endsWith('*/')
          ? [`${file}:${index + 1}  ${line}`]
          : [],
      );
    });
    expect(bare, 'Say in a comment /** … */ what it gives, in which units, and what it throws.').toEqual([]);
  });
});
