import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/entry/check-folder.ts';
import { formatProblem } from '../../src/register/problem.ts';
import { broken, certainPart, contentOf } from './fixtures.ts';

const repo = resolve(import.meta.dirname, '..', '..');

/** What the command says of a folder, without a process of its own, which would first read all of the code anew. */
async function saidOf(folder: string): Promise<string> {
  return (await checkFolder(folder)).problems.join('\n');
}

describe('npm run check:content', () => {
  // That the shipped content is valid is asked by `npm run check`, which `npm test` begins with.
  it('finds valid content valid and exits 0; exits 1 and prints the problems of what is not', () => {
    const run = (name: string) =>
      spawnSync(process.execPath, [join(repo, 'src', 'entry', 'check-content.ts'), contentOf(name)], {
        cwd: repo,
        encoding: 'utf8',
      });
    const valid = run('sound');
    expect({ code: valid.status, stderr: valid.stderr }).toEqual({ code: 0, stderr: '' });
    expect(valid.stdout).toMatch(/^The content is valid: 1 portal, \d+ jurisdictions, \d+ charters, \d+ services/);
    const wrong = run('yaml-tab');
    expect({ code: wrong.status, stdout: wrong.stdout }).toEqual({
      code: 1,
      stdout: expect.not.stringContaining('valid') as string,
    });
    expect(wrong.stderr).toMatch(/^content\/[^]*\n {2}Fix: [^]*\n\n\d+ problems? found\.\n$/);
  });

  // What is wrong with each fixture is told by content-rules.test.ts; here is how each form of it is printed.
  const forms = new Map(
    broken.map((fixture) => [
      fixture.expected.map(({ line, field }) => `${line !== undefined} ${field !== undefined}`).join(),
      fixture,
    ]),
  );

  it.each([...forms.values()])('says of $name where, what and the remedy', async ({ name, expected }) => {
    const said = await saidOf(contentOf(name));
    for (const line of expected.flatMap((problem) => formatProblem(problem).split('\n')))
      expect(said).toContain(certainPart(line));
    expect(said).toContain(`${expected.length} problem${expected.length === 1 ? '' : 's'} found.`);
  });

  it('finds a slip in the list of desk officers, with line, field and remedy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'opencharter-officers-'));
    cpSync(contentOf('sound'), join(folder, 'content'), { recursive: true });
    const list = (agencies: string): string =>
      `officers:\n  - name: Ada\n    email: ada@water.example\n    ${agencies}\n`;
    writeFileSync(join(folder, 'content', 'officers.yaml'), list('agencies: water'));
    expect(await saidOf(join(folder, 'content'))).toMatch(
      /content\/officers\.yaml:4 {2}officers\.0\.agencies\n.*Expected a list/,
    );
    writeFileSync(join(folder, 'content', 'officers.yaml'), list('agencies: [watre]'));
    expect(await saidOf(join(folder, 'content'))).toContain(
      'There is no agency "watre".\n  Fix: Did you mean "water"?',
    );
    writeFileSync(join(folder, 'content', 'officers.yaml'), list('role: reviewer\n    jurisdictions: [atlantis]'));
    expect(await saidOf(join(folder, 'content'))).toMatch(
      /content\/officers\.yaml:5 {2}officers\.0\.jurisdictions\.0\n.*There is no jurisdiction "atlantis"/,
    );
    const twice = `${list('agencies: [water]')}  - { name: Bea, email: ADA@water.example, role: administrator }\n`;
    writeFileSync(join(folder, 'content', 'officers.yaml'), twice);
    expect(await saidOf(join(folder, 'content'))).toMatch(
      /content\/officers\.yaml:5 {2}officers\.1\.email\n.*Ada has this address too\./,
    );
    writeFileSync(join(folder, 'content', 'officers.yaml'), list('agencies: [water]'));
    expect(await saidOf(join(folder, 'content'))).toBe('');
    rmSync(folder, { recursive: true });
  });

  it('says so when the folder is not there', async () => {
    expect(await saidOf('no/such/folder')).toContain(
      'check that the folder named on the command line is the content folder',
    );
  });
});
