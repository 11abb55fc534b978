import { gitIn } from '../../../lib/git.ts';
import type { ContentPlace } from '../../../lib/content-place.ts';
import { loadRegister } from '../../../register/load.ts';
import { ContentError } from '../../../register/problem.ts';
import type { Register } from '../../../register/register.ts';
import { findings, type Finding } from './finding.ts';

const [content, repository] = [findings('Content'), findings('Repository')];
/** `git merge-tree --write-tree`, which brings two sides together without touching files. */
const GIT_MIN = [2, 38] as const;

/** Reads and checks the content. Gives it where it is valid. */
export async function checkContent(contentDir: string): Promise<{ finding: Finding; register?: Register }> {
  try {
    const register = await loadRegister(contentDir);
    return { finding: content.ok(`Valid: ${register.agencies.size} bodies.`), register };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return {
      finding: content.wrong(
        `${error.problems.length} mistakes in ${contentDir}.`,
        'npm run check:content tells file, line and remedy.',
      ),
    };
  }
}

/** Looks at the repository that the CMS commits into: git itself, a branch, and files that were changed by hand. */
export async function checkRepository({ contentRepoDir }: ContentPlace): Promise<Finding[]> {
  const git = gitIn(contentRepoDir);
  const said = async (...args: string[]): Promise<string | undefined> =>
    git(args).then(
      (out) => out.toString().trim(),
      () => undefined,
    );
  const version = await said('--version');
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version ?? '') ?? []).slice(1).map(Number);
  if (version === undefined) return [repository.wrong('git cannot be started.', 'Install git 2.38 or later.')];
  const found: Finding[] = [];
  if (major < GIT_MIN[0] || (major === GIT_MIN[0] && minor < GIT_MIN[1]))
    found.push(repository.look(`${version} is too old for npm run update.`, 'Install git 2.38 or later.'));
  const branch = await said('symbolic-ref', '--short', 'HEAD');
  if (branch === undefined)
    return [
      ...found,
      repository.wrong(
        `${contentRepoDir} is no repository on a branch that this user may read, so officers cannot publish and there is no history.`,
        'Clone it with git, as the user that runs the portal, and stay on a branch.',
      ),
    ];
  const changed = (await said('status', '--porcelain', '--', 'content'))?.split('\n').filter(Boolean).length ?? 0;
  found.push(
    changed === 0
      ? repository.ok(`On ${branch}, with no file of the content changed by hand.`)
      : repository.look(
          `${changed} files of the content were changed by hand and not committed.`,
          `Commit or undo them in ${contentRepoDir}: npm run update stops at them.`,
        ),
  );
  const ahead = await said('rev-list', '--count', '@{upstream}..HEAD');
  if (ahead !== undefined && ahead !== '0')
    found.push(
      repository.look(`${ahead} commits are on this machine alone, as of the last fetch.`, 'npm run update -- --push'),
    );
  return found;
}
