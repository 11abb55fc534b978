import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Fields = Record<string, unknown>;

export const evidence = { sources: ['s1'], verification: 'unverified' };

/** A charter made up for tests; JSON is valid YAML, so fields are given as objects. */
export function charter(fields: Fields = {}, body = ''): string {
  const base = {
    name: 'Passport Office',
    type: 'service',
    jurisdiction: 'xx',
    summary: 'A body made up for tests.',
    evidence,
  };
  return `---\n${JSON.stringify({ ...base, sources: [{ id: 's1', title: 'Test source', kind: 'unverified' }], ...fields }, null, 1)}\n---\n${body}`;
}

/** A service made up for tests, which costs ₦35,000 and takes 3 days unless told otherwise. */
export function service(fields: Fields = {}): string {
  const base = {
    name: 'Passport',
    fees: [fee(35000)],
    processingTimes: [days(3)],
    requirements: [{ what: 'Birth certificate' }],
    evidence,
  };
  return JSON.stringify({ ...base, ...fields }, null, 1);
}

export function fee(amount: number, more: Fields = {}): Fields {
  return { kind: 'fixed', amount, currency: 'NGN', evidence, ...more };
}

export function days(max: number, more: Fields = {}): Fields {
  return { kind: 'fixed', max, unit: 'days', evidence, ...more };
}

/** A real git repository with a content folder, in a temporary place. */
export class ContentRepo {
  readonly dir = mkdtempSync(join(tmpdir(), 'history-'));
  private minute = 0;

  constructor() {
    this.git('init', '-q', '-b', 'main');
  }

  get contentDir(): string {
    return join(this.dir, 'content');
  }

  write(file: string, text: string): void {
    const path = join(this.contentDir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  remove(file: string): void {
    rmSync(join(this.contentDir, file));
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.contentDir, to)), { recursive: true });
    renameSync(join(this.contentDir, from), join(this.contentDir, to));
  }

  /** Commits everything, one minute after the commit before. */
  commit(): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'A secret message');
  }

  git(...args: string[]): string {
    const at = new Date(Date.UTC(2026, 0, 15, 22, this.minute++)).toISOString();
    const person = {
      GIT_AUTHOR_NAME: 'Amina Officer',
      GIT_AUTHOR_EMAIL: 'amina@agency.example',
      GIT_COMMITTER_NAME: 'Amina Officer',
      GIT_COMMITTER_EMAIL: 'amina@agency.example',
    };
    const env = {
      PATH: process.env.PATH,
      HOME: this.dir,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: at,
      ...person,
    };
    return execFileSync('git', args, { cwd: this.dir, env, encoding: 'utf8' });
  }

  dispose(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
