import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/register/problem.ts';
import { broken, certainPart, contentOf } from './fixtures.ts';

const repo = resolve(import.meta.dirname, '..', '..');
/** Processes share their compiled code here, which halves the time of the many short ones. */
const compileCache = mkdtempSync(join(tmpdir(), 'opencharter-compiled-'));
afterAll(() => rmSync(compileCache, { recursive: true, force: true }));

/** Runs what `npm run check:content` runs, as a process of its own. */
function checkContent(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(repo, 'src', 'entry', 'check-content.ts'), ...args],
      { cwd: repo, env: { ...process.env, NODE_COMPILE_CACHE: compileCache } },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}

describe('npm run check:content', () => {
  it('finds the shipped content valid and exits 0', async () => {
    const { code, stdout, stderr } = await checkContent();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^The content is valid: 1 portal, \d+ jurisdictions, \d+ charters, \d+ services/);
  });

  // What is wrong with each fixture is told by content-rules.test.ts; here is how each form of it is printed.
  const forms = new Map(
    broken.map((fixture) => [
      fixture.expected.map(({ line, field }) => `${line !== undefined} ${field !== undefined}`).join(),
      fixture,
    ]),
  );

  it.each([...forms.values()])('exits 1 on $name and prints where, what and the remedy', async ({ name, expected }) => {
    const { code, stderr } = await checkContent(contentOf(name));
    expect(code).toBe(1);
    for (const line of expected.flatMap((problem) => formatProblem(problem).split('\n')))
      expect(stderr).toContain(certainPart(line));
    expect(stderr).toContain(`${expected.length} problem${expected.length === 1 ? '' : 's'} found.`);
  });

  it('finds a slip in the list of desk officers, with line, field and remedy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'opencharter-officers-'));
    cpSync(contentOf('sound'), join(folder, 'content'), { recursive: true });
    const list = (agencies: string): string =>
      `officers:\n  - name: Ada\n    email: ada@water.example\n    ${agencies}\n`;
    writeFileSync(join(folder, 'content', 'officers.yaml'), list('agencies: water'));
    expect((await checkContent(join(folder, 'content'))).stderr).toMatch(
      /content\/officers\.yaml:4 {2}officers\.0\.agencies\n.*Expected a list/,
    );
    writeFileSync(join(folder, 'content', 'officers.yaml'), list('agencies: [watre]'));
    expect((await checkContent(join(folder, 'content'))).stderr).toContain(
      'There is no agency "watre".\n  Fix: Did you mean "water"?',
    );
    writeFileSync(join(folder, 'content', 'officers.yaml'), list('agencies: [water]'));
    expect((await checkContent(join(folder, 'content'))).code).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('says so when the folder is not there', async () => {
    const { code, stderr } = await checkContent('no/such/folder');
    expect(code).toBe(1);
    expect(stderr).toContain('check that the folder named on the command line is the content folder');
  });
});
