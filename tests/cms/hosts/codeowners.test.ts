import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { codeowners, type OwnersFormat } from '../../../src/cms/hosts/codeowners.ts';
import { loadRegister } from '../../../src/register/load.ts';
import { readOfficerList } from '../../../src/register/officer-list.ts';
import type { Register } from '../../../src/register/register.ts';
import { childEnvironment } from '../../child-environment.ts';
import { makePortal } from '../fixture.ts';

const OFFICERS = `officers:
  - { name: Amina Bello, email: amina@inec.example, agencies: [inec], account: amina }
  - { name: Chidi Obi, email: chidi@inec.example, agencies: [inec, npc], account: chidi }
  - { name: Dayo Ade, email: dayo@inec.example, agencies: [inec], account: dayo, mayPublish: false }
  - { name: Efe Okoro, email: efe@npc.example, agencies: [npc] }
  - { name: Sample, email: sample@desk.example, agencies: [inec], account: sample, sample: true }
`;

let register: Register;
beforeAll(async () => {
  const portal = makePortal();
  register = await loadRegister(join(portal.dir, 'content'));
  portal.remove();
});

function file(format: OwnersFormat, operators = ['gov/portal'], list = OFFICERS): string {
  const { officers = [] } = readOfficerList('content/officers.yaml', list);
  return codeowners({ officers, register, operators, format });
}

/** Who is asked at GitHub and GitLab: the last line that fits. */
function ownersAt(text: string, path: string): string[] {
  const lines = text.split('\n').filter((line) => line && !/^[#[]/.test(line));
  const [, ...owners] = (
    lines.findLast((line) => {
      const [pattern = ''] = line.split(' ');
      return pattern === '*' || `/${path}` === pattern || (pattern.endsWith('/') && `/${path}`.startsWith(pattern));
    }) ?? ''
  ).split(' ');
  return owners;
}

/** Who is asked at Gitea and Forgejo: the owners of every line that fits the whole path. */
function askedAtGitea(text: string, path: string): string[] {
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return lines.flatMap((line) => {
    const [pattern = '', ...owners] = line.split(' ');
    const not = pattern.startsWith('!');
    const source = pattern.slice(not ? 1 : 0).replaceAll('\\\\', '\\');
    return new RegExp(`^${source}$`).test(path) === not ? [] : owners;
  });
}

describe.each([
  ['github', ownersAt],
  ['gitlab', ownersAt],
  ['gitea', askedAtGitea],
] as const)('the file for %s', (format, asked) => {
  it.each([
    ['content/services/inec/party-registration.yaml', ['@amina', '@chidi']],
    ['content/services/inec/a-new-one.yaml', ['@amina', '@chidi']],
    ['content/charters/npc.mdx', ['@chidi']],
    ['content/media/npc/office.jpg', ['@chidi']],
    ['content/notices/npc-closed.yaml', ['@chidi']],
    // Nobody can tell from its name whose a new notice is.
    ['content/notices/npc-new.yaml', ['@gov/portal']],
    ['content/charters/npcx.mdx', ['@gov/portal']],
    ['content/charters/npc-mdx', ['@gov/portal']],
    ['content/officers.yaml', ['@gov/portal']],
    ['.github/CODEOWNERS', ['@gov/portal']],
    ['src/entry/check-pull-request.ts', ['@gov/portal']],
  ])('asks for %s those who may publish it', (path, owners) => {
    expect(asked(file(format), path)).toEqual(owners);
  });

  it('names no path twice: of two lines the hosts would take the last alone', () => {
    const patterns = file(format)
      .split('\n')
      .map((line) => line.split(' ')[0])
      .filter((pattern) => pattern && !/^[#[]/.test(pattern));
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

it('counts administrators as those who run the portal, and reviewers for their countries', () => {
  const more = `${OFFICERS}  - { name: Ada, email: ada@gov.example, role: administrator, account: ada }
  - { name: Rose, email: rose@gov.example, role: reviewer, jurisdictions: [ng], account: rose }
`;
  const text = file('github', [], more);
  expect(ownersAt(text, 'package.json')).toEqual(['@ada']);
  expect(ownersAt(text, 'content/charters/npc.mdx')).toEqual(['@chidi', '@rose']);
});

it('is not made where nobody would own the rest', () => {
  expect(() => file('github', [])).toThrow('--operator');
});

it('is written by npm run codeowners, which also says whether it is up to date', () => {
  const portal = makePortal();
  onTestFinished(() => portal.remove());
  portal.write('content/officers.yaml', OFFICERS);
  const run = (...args: string[]): string =>
    execFileSync(
      process.execPath,
      ['src/entry/codeowners.ts', '--format', 'gitlab', '--operator', '@gov/portal', ...args],
      {
        env: childEnvironment({ OPENCHARTER_CONTENT: portal.dir }),
        encoding: 'utf8',
        stdio: 'pipe',
      },
    );
  expect(() => run('--check')).toThrow();
  run();
  expect(readFileSync(join(portal.dir, '.gitlab/CODEOWNERS'), 'utf8')).toMatch(
    /^# Made by.*\n\[Charters\]\n\* @gov\/portal\n/,
  );
  expect(run('--check')).toContain('up to date');
});
