import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A test runner or a development server around us says by these that its children are one too. */
const plainBuild = {
  ...{ ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: undefined, VITEST: undefined, TEST: undefined },
  ...{ DEV: undefined, PROD: undefined, SSR: undefined, MODE: undefined, BASE_URL: undefined },
};

export interface BuilderOptions {
  repoDir: string;
  env: Record<string, string | undefined>;
  /** Ends the work before its end. */
  signal?: AbortSignal | undefined;
}

/**
 * Runs Astro, or Vite for what Astro knows nothing of, in a process of its own, so that its memory is given back and a
 * server goes on answering. It is quiet unless it fails; then it rejects with its words.
 */
export async function runBuilder(
  name: 'astro' | 'vite',
  args: string[],
  { repoDir, env, signal }: BuilderOptions,
): Promise<void> {
  const program = join(repoDir, 'node_modules', name, 'bin', name === 'astro' ? 'astro.mjs' : 'vite.js');
  if (!existsSync(program))
    throw new Error(
      'The pages have to be compiled, because code or languages are others than when that was done last, but what compiles them is not installed here. Run npm ci without --omit=dev, or build the image anew.',
    );
  const child = spawn(process.execPath, [program, 'build', ...args], {
    cwd: repoDir,
    env: { ...env, ...plainBuild },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  // Ended by a signal it is told as an error at once, and goes on writing for a moment.
  let fault: Error | undefined;
  child.once('error', (error) => (fault = error));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (fault) throw fault;
  if (code !== 0) throw new Error(`The pages could not be compiled.\n${output.join('').slice(-4000)}`);
}
