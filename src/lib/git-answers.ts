import type { Git } from './git.ts';
import { createRecent } from './recent.ts';

/** As many answers are kept, and none that is longer: lists of whole trees are asked for rarely, and are long. */
const KEPT = 2_000;
const LENGTH_MAX = 64 * 1024;

const ID = /^[0-9a-f]{40}(?:\.\.[0-9a-f]{40})?$/;
/** Questions about objects, which never change, where every object is named by its whole id. */
const aboutObjects = new Set(['ls-tree', 'diff-tree', 'merge-base', 'log']);
/** Where the repository lies, which does not change while a process serves from it. */
const aboutPlace = new Set(['--show-toplevel', '--git-dir', '--is-bare-repository']);

/**
 * Asks git once for what cannot change: to start a process takes longer than most of its answers, and a save asks the same
 * of the same commits many times. A question that failed is asked again: the object may be fetched meanwhile.
 */
export function rememberAnswers(git: Git): Git {
  const answers = createRecent<Buffer>(KEPT);
  return async (args, options) => {
    if (options || !isLasting(args)) return git(args, options);
    const question = args.join('\0');
    const known = answers.get(question);
    if (known) return known;
    const answer = await git(args);
    if (answer.length <= LENGTH_MAX) answers.set(question, answer);
    return answer;
  };
}

function isLasting([command = '', ...rest]: string[]): boolean {
  if (command === 'rev-parse') return rest.length === 1 && aboutPlace.has(rest[0] ?? '');
  if (!aboutObjects.has(command)) return false;
  const paths = rest.indexOf('--');
  const named = (paths < 0 ? rest : rest.slice(0, paths)).filter((argument) => !argument.startsWith('-'));
  return named.length > 0 && named.every((argument) => ID.test(argument)) && !rest.includes('--all');
}
