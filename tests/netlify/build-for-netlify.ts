import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { declaredConfig } from './declared-config.ts';
import { smallCountry } from './small-country.ts';
import { childEnvironment } from '../child-environment.ts';

type NetlifyFunction = (
  request: Request,
  context: { ip: string; waitUntil(work: Promise<unknown>): void },
) => Promise<Response>;

export interface NetlifyBuild {
  /** Text of a file that Netlify would publish. */
  published(path: string): string;
  /** Names of all files that Netlify would publish. */
  publishedFiles(): string[];
  /** What the build told whoever ran it. */
  told: string;
  /** What Netlify would deploy, as it reads it. */
  functions: Map<string, { schedule?: string | undefined; background: boolean; routes: string[] }>;
  /** Asks one of the bundled functions; resolves when what it left to do afterwards is done too. */
  ask(name: string, request: Request): Promise<Response>;
  remove(): void;
}

/**
 * Runs the real build for Netlify in a copy of the working tree with a small country in place of the content, and
 * lays the functions it leaves where no package lies above them, as Netlify does.
 */
export async function buildForNetlify(environment: Record<string, string>): Promise<NetlifyBuild> {
  const dir = smallCountry();
  const env = childEnvironment({ DEPLOY_TARGET: 'netlify', ...environment });
  const { stdout: told } = await promisify(execFile)(process.execPath, ['src/entry/build.ts'], {
    cwd: dir,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  const deployed = mkdtempSync(join(tmpdir(), 'netlify-functions-'));
  cpSync(join(dir, '.netlify', 'v1', 'functions'), deployed, { recursive: true, dereference: true });
  const moduleOf = (name: string): string => join(deployed, name, `${name}.mjs`);
  return {
    published: (path) => readFileSync(join(dir, 'dist', path), 'utf8'),
    publishedFiles: () => readdirSync(join(dir, 'dist'), { recursive: true, encoding: 'utf8' }),
    told,
    functions: new Map(
      readdirSync(deployed).map((name) => {
        const { schedule, path } = declaredConfig(name, readFileSync(moduleOf(name), 'utf8'));
        return [name, { schedule, background: name.endsWith('-background'), routes: path ? [path] : [] }];
      }),
    ),
    async ask(name, request) {
      const { default: call } = (await import(/* @vite-ignore */ pathToFileURL(moduleOf(name)).href)) as {
        default: NetlifyFunction;
      };
      const afterwards: Promise<unknown>[] = [];
      const response = await call(request, { ip: '203.0.113.7', waitUntil: (work) => void afterwards.push(work) });
      await Promise.all(afterwards);
      return response;
    },
    remove: () => {
      for (const folder of [dir, deployed]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
