import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegister } from '../../src/register/load.ts';

const repo = resolve(import.meta.dirname, '..', '..');
const tutorial = readFileSync(join(repo, 'src', 'docs', 'tutorial.md'), 'utf8');
/** What fetches or builds; the rest is run as it stands. */
const TAKES_LONG = /^(?:git clone .*|cd opencharter|npm ci|npm start)\n/gm;
const commands = [...tutorial.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .map((match) => (match[1] ?? '').replace(TAKES_LONG, ''))
  .filter((text) => text.trim() !== '');

describe('the tutorial', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'opencharter-tutorial-'));
    const code = join(folder, 'opencharter');
    mkdirSync(code);
    for (const part of ['src', 'content', 'package.json'])
      cpSync(join(repo, part), join(code, part), { recursive: true });
    symlinkSync(join(repo, 'node_modules'), join(code, 'node_modules'));
    const { status, stderr } = spawnSync('sh', ['-e'], {
      cwd: code,
      input: commands.join('\n'),
      encoding: 'utf8',
      env: { ...process.env, OPENCHARTER_CONTENT: '', OPENCHARTER_ENV_FILE: '' },
    });
    expect([status, stderr]).toEqual([0, '']);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leads, command by command, to a portal with two bodies of one’s own', async () => {
    const { portal, agencies } = await loadRegister(join(folder, 'my-charters', 'content'));
    expect(portal.name).toBe('Charters of our town');
    expect(agencies.get('town-licensing')?.services).toMatchObject([{ data: { fees: [{ amount: 1500 }] } }]);
    expect(agencies.get('town-water')?.services.map(({ data }) => data.name)).toEqual([
      'New connection',
      'Repair of a meter',
    ]);
    expect(agencies.has('example-office')).toBe(false);
  });

  it('ends with everything committed, in the content’s repository alone', () => {
    const git = (...args: string[]): string =>
      spawnSync('git', ['-C', join(folder, 'my-charters'), ...args], { encoding: 'utf8' }).stdout.trim();
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--format=%s').split('\n')).toEqual([
      'Publish the first two bodies',
      'Begin the content of a portal',
    ]);
  });
});
