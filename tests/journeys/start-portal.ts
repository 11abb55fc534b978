import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { shareCompiledApp } from '../shared-app.ts';
import { childEnvironment } from '../child-environment.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the portal under test. */
    portalUrl: string;
    /** Working tree that the portal under test serves and its CMS commits to; its mail is caught below `.data`. */
    portalDir: string;
  }
}

const repo = resolve(import.meta.dirname, '..', '..');

/**
 * Starts the whole portal as a newcomer would, with `npm start`'s own entry, in a clone of this repository: its CMS
 * makes commits, and those must not land in the repository under test.
 */
export default async function startPortal(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-journeys-'));
  cloneWithChanges(dir);
  const child = spawn(process.execPath, ['src/entry/start.ts'], {
    cwd: dir,
    env: childEnvironment({
      PORT: '0',
      TRUSTED_PROXIES: '127.0.0.1 ::1',
      MAIL_CATCHER_SMTP_PORT: '0',
      MAIL_CATCHER_WEB_PORT: '0',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await announced(child);
  project.provide('portalUrl', addressIn(output));
  project.provide('portalDir', dir);
  return async () => {
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
}

/** Clones with history, then lays the working tree's uncommitted files over it and commits them there. */
function cloneWithChanges(dir: string): void {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('clone', '--quiet', '--no-hardlinks', repo, dir);
  const listed = (...args: string[]): string[] =>
    git('-C', repo, 'ls-files', '-z', ...args)
      .split('\0')
      .filter(Boolean);
  for (const file of listed('--modified', '--others', '--exclude-standard')) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    cpSync(join(repo, file), join(dir, file), { force: true, recursive: true, errorOnExist: false });
  }
  for (const file of listed('--deleted')) rmSync(join(dir, file), { force: true });
  git('-C', dir, 'add', '--all');
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@opencharter.example'];
  git('-C', dir, ...identity, 'commit', '--quiet', '--allow-empty', '--message', 'The working tree as it stands');
  symlinkSync(join(repo, 'node_modules'), join(dir, 'node_modules'), 'dir');
  shareCompiledApp(dir);
}

function announced(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    const read = (text: string): void => {
      output += text;
      if (output.includes('Stop with Ctrl+C')) done(output);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('close', (code) =>
      fail(new Error(`The portal stopped with code ${code} before it was ready:\n${output.slice(-4000)}`)),
    );
  });
}

function addressIn(output: string): string {
  const found = /^\s*Portal\s+(http:\/\/\S+?)\/?(?:\s|$)/m.exec(output)?.[1];
  if (!found) throw new Error(`npm start did not say where the portal is:\n${output.slice(-2000)}`);
  return found;
}
