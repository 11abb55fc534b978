import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** A setting that is amiss; says which, and what to do. */
export class SettingsProblem extends Error {}

/** File beside package.json that holds the settings of a portal, as NAME=value. */
const FILE = 'opencharter.env';

/**
 * The environment with the settings of `opencharter.env`, or of the file that OPENCHARTER_ENV_FILE names, so that
 * the portal and every command beside it read the same. What the environment sets itself goes before the file, unless
 * it sets it to nothing. Throws a `SettingsProblem` with what to do where the file cannot be read; that there is none is
 * fine unless it was named.
 */
export function readEnvironment(env: NodeJS.ProcessEnv, repoDir: string): NodeJS.ProcessEnv {
  const named = env.OPENCHARTER_ENV_FILE;
  const file = named || join(repoDir, FILE);
  try {
    return { ...env, ...parseEnv(readFileSync(file, 'utf8')), ...set(env) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOENT' && !named) return env;
    throw new SettingsProblem(
      `The settings in ${file} cannot be read (${code}). Run this as the user that runs the portal, or correct OPENCHARTER_ENV_FILE.`,
      {
        cause: error,
      },
    );
  }
}

function set(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
