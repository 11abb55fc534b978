import { resolve } from 'node:path';

/**
 * Where the Node processes and threads that tests start keep what they have compiled: each finds what the first one did,
 * and a start costs a third less. Outlives a run; what was compiled from other text is not taken.
 */
export const compileCache = resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'opencharter-tests');

/**
 * The environment of a command or portal that a test starts, with settings of its own. Not the variables of the test
 * runner: some of them tell a build that it is a development server.
 */
export function childEnvironment(settings: Record<string, string> = {}): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE: compileCache, ...settings };
}
