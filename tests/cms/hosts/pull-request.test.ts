import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkPullRequest } from '../../../src/cms/pull-request/check-pull-request.ts';
import { isAllowed } from '../../../src/cms/pull-request/finding.ts';
import { asAnnotations, asMarkdown, asText } from '../../../src/cms/pull-request/print.ts';
import { gitIn } from '../../../src/lib/git.ts';
import { childEnvironment } from '../../child-environment.ts';
import { CHARTER, makePortal, SERVICE, type Portal } from '../fixture.ts';

const OFFICERS = `officers:
  - { name: Amina Bello, email: amina@inec.example, agencies: [inec], account: Amina-B }
  - { name: Dayo Ade, email: dayo@inec.example, agencies: [inec], account: dayo, mayPublish: false }
  - { name: Efe Okoro, email: efe@npc.example, agencies: [npc], account: efe }
  - { name: Sample, email: sample@desk.example, agencies: [inec], account: sample, sample: true }
  - { name: Rose Review, email: rose@gov.example, role: reviewer, account: rose }
  - { name: Ada Admin, email: ada@gov.example, role: administrator, account: ada }
`;
const NPC = 'content/services/npc/birth-certificate.yaml';

let portal: Portal;
beforeEach(() => {
  portal = makePortal();
  onTestFinished(() => portal.remove());
  portal.write('content/officers.yaml', OFFICERS);
  commit('Give officers accounts');
});

function commit(message: string): void {
  portal.git('add', '-A');
  portal.git('-c', 'user.name=A', '-c', 'user.email=a@a.example', 'commit', '-q', '--allow-empty', '-m', message);
}

/** Makes a pull request of what `change` does to the files, and checks it. */
async function checked(author: string, change: () => unknown, operators: string[] = []) {
  portal.git('checkout', '-q', '-b', 'proposal');
  await change();
  commit('Propose');
  portal.git('checkout', '-q', 'main');
  return checkPullRequest(gitIn(portal.dir), { base: 'main', head: 'proposal', author, operators });
}

const changeIn = (path: string, from: string, to: string) => () =>
  portal.write(path, portal.read(path).replace(from, to));

const says = ({ findings }: Awaited<ReturnType<typeof checked>>): string =>
  findings.map(({ path = '', says: words }) => `${path}: ${words}`).join('\n');

describe('a pull request is allowed', () => {
  it.each([
    ['of an officer on an own service', 'Amina-B', SERVICE, 'amount: 1000000', 'amount: 2000000'],
    ['whatever capitals the host writes', 'amina-b', SERVICE, 'amount: 1000000', 'amount: 2000000'],
    ['on the text of an own charter', 'Amina-B', CHARTER, 'Bring [this]', 'Please bring [this]'],
    ['of a reviewer on every body', 'rose', NPC, 'Birth certificate', 'Certificate of birth'],
    ['of an administrator on topics', 'ada', 'content/topics/elections.yaml', 'Voting', 'Votes'],
  ])('%s', async (_, author, path, from, to) => {
    const verdict = await checked(author, changeIn(path, from, to));
    expect(verdict).toEqual({ author, files: 1, findings: [] });
  });

  it('of an officer who drafts, with a note for whoever merges it', async () => {
    const verdict = await checked('dayo', changeIn(SERVICE, 'amount: 1000000', 'amount: 2000000'));
    expect(isAllowed(verdict)).toBe(true);
    expect(says(verdict)).toContain('Dayo Ade drafts but does not publish');
  });

  it('of an operator on anything, while the build would take it', async () => {
    const change = () => {
      portal.write('package.json', '{}');
      portal.write('content/officers.yaml', OFFICERS.replace('npc', 'inec'));
    };
    expect(isAllowed(await checked('chidi', change, ['Chidi']))).toBe(true);
  });

  it('although something else was wrong before', async () => {
    portal.write(NPC, portal.read(NPC).replace('kind: free', 'kind: gratis'));
    commit('Break another body’s service');
    expect(isAllowed(await checked('Amina-B', changeIn(SERVICE, 'order: 20', 'order: 30')))).toBe(true);
  });
});

describe('a pull request is refused', () => {
  it.each([
    ['of another body’s officer', 'efe', SERVICE, 'order: 20', 'order: 30', 'only what belongs to npc'],
    ['of nobody’s account', 'mallory', SERVICE, 'order: 20', 'order: 30', '"mallory" is no officer’s'],
    [
      'of the sample officer, who exists on one machine alone',
      'sample',
      SERVICE,
      'order: 20',
      'order: 30',
      'no officer',
    ],
    [
      'of a desk officer on topics',
      'Amina-B',
      'content/topics/elections.yaml',
      'Voting',
      'Votes',
      'only what belongs to',
    ],
    [
      'on a field of whoever runs the portal',
      'Amina-B',
      CHARTER,
      'jurisdiction: ng',
      'jurisdiction: ng\nstatus: dissolved',
      'set by whoever runs',
    ],
    [
      'with the name of another body',
      'Amina-B',
      CHARTER,
      'type: commission',
      'type: commission\naliases: [NPC]',
      'belongs to National Population',
    ],
    ['with a value that the build refuses', 'Amina-B', SERVICE, 'amount: 1000000', 'amount: many', 'fees.0.amount'],
    ['with a reference to nothing', 'Amina-B', SERVICE, 'sources: [s1, s2]', 'sources: [s9]', 's9'],
  ])('%s', async (_, author, path, from, to, words) => {
    const verdict = await checked(author, changeIn(path, from, to));
    expect(isAllowed(verdict)).toBe(false);
    expect(says(verdict).replaceAll("'", '’')).toContain(words);
  });

  it('that makes its author an officer: the list that holds now counts', async () => {
    const verdict = await checked('mallory', () => {
      portal.write('content/officers.yaml', OFFICERS.replace('account: efe', 'account: mallory'));
      changeIn(NPC, 'Birth', 'Death')();
    });
    expect(says(verdict)).toContain('is no officer');
    portal.git('branch', '-D', 'proposal');
    const own = await checked('efe', () =>
      portal.write('content/officers.yaml', OFFICERS.replace('[npc]', '[npc, inec]')),
    );
    expect(says(own)).toContain('content/officers.yaml: You may edit only');
  });

  it('that changes what checks it', async () => {
    const verdict = await checked('Amina-B', () => {
      for (const path of ['.github/workflows/check.yml', 'src/cms/permissions.ts', 'CODEOWNERS', '.gitattributes'])
        portal.write(path, '* merge=ours\n');
    });
    expect(verdict.findings.map(({ path }) => path)).toEqual([
      '.gitattributes',
      '.github/workflows/check.yml',
      'CODEOWNERS',
      'src/cms/permissions.ts',
    ]);
    expect(says(verdict)).toContain('This is no content');
  });

  it('with a link, an executable file or another repository in place of content', async () => {
    const link = await checked('Amina-B', () => {
      const path = join(portal.dir, 'content/services/inec/link.yaml');
      symlinkSync('/etc/passwd', path);
      chmodSync(join(portal.dir, SERVICE), 0o755);
      portal.git(
        'update-index',
        '--add',
        '--cacheinfo',
        `160000,${portal.git('rev-parse', 'HEAD')},content/services/inec/module.yaml`,
      );
      mkdirSync(join(portal.dir, 'content/services/inec/module.yaml'));
    });
    expect(says(link)).toMatch(/link\.yaml: This is a link/);
    expect(says(link)).toMatch(/module\.yaml: This is another repository/);
    expect(says(link)).toMatch(/party-registration\.yaml: This is marked as executable/);
    expect(says(link)).not.toContain('root:');
  });

  it('that takes another body’s notice, or gives an own one away', async () => {
    const taken = await checked('Amina-B', changeIn('content/notices/npc-closed.yaml', 'agency: npc', 'agency: inec'));
    expect(says(taken)).toContain('only what belongs to inec');
    portal.git('branch', '-D', 'proposal');
    const given = await checked('efe', changeIn('content/notices/npc-closed.yaml', 'agency: npc', 'agency: inec'));
    expect(says(given)).toContain('only what belongs to npc');
  });

  it('that removes a charter', async () => {
    const verdict = await checked('Amina-B', () => portal.git('rm', '-q', CHARTER));
    expect(says(verdict)).toContain('A charter is not removed');
  });

  it('that hides a file under a name in other letters, or beside the folders', async () => {
    const verdict = await checked('Amina-B', () => {
      portal.write('content/services/INEC/x.yaml', 'name: X\n');
      portal.write('content/charter/inec.mdx', 'name: X\n');
    });
    expect(verdict.findings.filter(({ path }) => path === 'content/charter/inec.mdx')).toHaveLength(2);
    expect(says(verdict)).toContain('content/services/INEC/x.yaml: You may edit only');
  });

  it('with an upload that is none, or in which something hides', async () => {
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } });
    const bare = await picture.clone().jpeg().toBuffer();
    const placed = await picture
      .clone()
      .withExif({ IFD0: { Copyright: 'where it was taken' } })
      .jpeg()
      .toBuffer();
    const verdict = await checked('Amina-B', () => {
      const put = (name: string, bytes: Buffer | string) => {
        const path = join(portal.dir, 'content/media/inec', name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytes);
      };
      put('bare.jpg', bare);
      put('placed.jpg', placed);
      put('page.png', '<script>alert(1)</script>');
    });
    expect(verdict.findings.map(({ path }) => path)).toEqual([
      'content/media/inec/page.png',
      'content/media/inec/placed.jpg',
    ]);
    expect(says(verdict)).toContain('holds hidden data');
  });

  it('that contradicts what was merged since', async () => {
    portal.git('checkout', '-q', '-b', 'proposal');
    changeIn(SERVICE, 'amount: 1000000', 'amount: 2000000')();
    commit('Propose');
    portal.git('checkout', '-q', 'main');
    changeIn(SERVICE, 'amount: 1000000', 'amount: 3000000')();
    commit('Merge another');
    const request = { base: 'main', head: 'proposal', author: 'Amina-B', operators: [] };
    expect(says(await checkPullRequest(gitIn(portal.dir), request))).toContain('contradicts what was merged since');
  });

  it('whose file is so deep that a parser falls over it', async () => {
    const verdict = await checked('Amina-B', () => portal.write(SERVICE, `name: ${'['.repeat(100_000)}\n`));
    expect(isAllowed(verdict)).toBe(false);
  });

  it('while the list of officers has a mistake', async () => {
    portal.write('content/officers.yaml', 'officers: nobody\n');
    commit('Break the list');
    expect(says(await checked('Amina-B', changeIn(SERVICE, 'order: 20', 'order: 30')))).toContain(
      'has to mend it first',
    );
  });
});

describe('what a check says', () => {
  const verdict = {
    author: 'mallory',
    files: 2,
    findings: [
      {
        level: 'refused' as const,
        path: 'content/x\n::set-output name=a::b,c:`d`.yaml',
        line: 3,
        says: 'Ask @gov/everybody about [this](https://evil.example) <img src=x>\n::stop-commands::x 100%',
      },
    ],
  };

  it('gives the author no command of the workflow', () => {
    const lines = asAnnotations(verdict).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^::error file=content\/x%0A%3A%3Aset-output name=a%3A%3Ab%2Cc%3A`d`\.yaml,line=3,title=/);
    expect(lines[1]).toMatch(/x 100%25$/);
    expect(
      asText(verdict)
        .split('\n')
        .filter((line) => line.startsWith('::')),
    ).toEqual([]);
  });

  it('gives the author no markup, no link and nobody to call in a comment', () => {
    const body = asMarkdown(verdict);
    expect(body).not.toMatch(/@gov|https:\/\/|[^\\]<img|[^\\]\[this/);
    expect(body.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });
});

describe('npm run check:pull-request', () => {
  const run = (...args: string[]) => {
    try {
      const said = execFileSync(process.execPath, ['src/entry/check-pull-request.ts', ...args], {
        env: childEnvironment({ OPENCHARTER_CONTENT: portal.dir }),
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { code: 0, said };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, said: stdout + stderr };
    }
  };

  it('ends with 1 where something is refused, and leaves the files as they were', async () => {
    await checked('efe', changeIn(SERVICE, 'order: 20', 'order: 30'));
    const comment = join(portal.dir, '.git', 'comment.md');
    const asked = ['--base', 'main', '--head', 'proposal', '--author'];
    const refused = run(...asked, 'efe', '--format', 'github', '--comment', comment);
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining(`::error file=${SERVICE},`)]);
    expect(readFileSync(comment, 'utf8')).toContain('**Refused**');
    expect(run(...asked, 'amina-b').code).toBe(0);
    expect(portal.git('status', '--porcelain')).toBe('');
  });

  it('says how it is used, and what to fetch where a commit is missing', () => {
    expect(run('--base', 'main')).toEqual({ code: 64, said: expect.stringContaining('--author ACCOUNT') });
    const missing = run('--base', 'main', '--head', '--output=x', '--author', 'efe');
    expect([missing.code, missing.said]).toEqual([64, expect.stringContaining('--head')]);
    expect(run('--base', 'main', '--head', 'refs/pull/7/head', '--author', 'efe').said).toContain('Fetch it first');
  });
});
