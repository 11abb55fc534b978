import { readBlobs } from '../../lib/git-blobs.ts';
import type { Git } from '../../lib/git.ts';
import { OFFICERS_FILE } from '../../lib/content-place.ts';
import { checkTogether } from '../../register/load.ts';
import { readOfficerList } from '../../register/officer-list.ts';
import type { ContentProblem } from '../../register/problem.ts';
import { buildRegister, type EntriesByCollection, type Register } from '../../register/register.ts';
import type { Officer } from '../../schemas/officer.ts';
import { CmsError } from '../cms-error.ts';
import { withReach } from '../reach.ts';
import type { PullFinding, PullVerdict } from './finding.ts';
import { mergedTree, type Merged } from './merged-tree.ts';
import { assertPermitted } from './permitted-change.ts';
import { createTreeReader, type TreeContent } from './read-tree-content.ts';

export interface PullRequest {
  /** The commit that it is to be merged into, by id or ref. */
  base: string;
  head: string;
  /** The account that wrote it, as the host knows it. */
  author: string;
  /** Accounts of whoever runs the portal: their changes are only checked for what the build refuses. */
  operators: readonly string[];
}

/**
 * Checks what merging a pull request would change: whether its author may change that (the officers of the *base* say who
 * is who), and whether the build would take the result. The pull request is read as data only. Throws an Error in words
 * where a commit is missing.
 */
export async function checkPullRequest(git: Git, request: PullRequest): Promise<PullVerdict> {
  const { author } = request;
  const merged = await mergedTree(git, request.base, request.head);
  const { tree, changes } = merged;
  if (!tree) return { author, files: 0, findings: [refused(CONFLICT)] };
  const readTree = createTreeReader(git);
  const before = await readTree(merged.base);
  const after = await readTree(tree);
  const findings = isAmong(request.operators, author)
    ? []
    : await checkReach(git, request, merged, buildRegister(before.entries as EntriesByCollection));
  return { author, files: changes.length, findings: [...findings, ...(await newProblems(before, after))] };
}

const CONFLICT =
  'The branch contradicts what was merged since it began, so nobody can tell what merging would make. Bring it up to date with the published branch, or begin a new one.';

const refused = (says: string, place: Pick<PullFinding, 'path' | 'line'> = {}): PullFinding => ({
  level: 'refused',
  ...place,
  says,
});

async function checkReach(
  git: Git,
  { author }: PullRequest,
  { base, changes }: Merged,
  register: Register,
): Promise<PullFinding[]> {
  const known = await officerOf(git, base, author);
  if (typeof known === 'string') return [refused(known)];
  const officer = withReach(known, register);
  const read = async (blob: string): Promise<Buffer> => {
    const bytes = (await readBlobs(git, [blob])).get(blob);
    // A submodule's commit lies in another repository.
    if (!bytes) throw new CmsError(422, 'The file cannot be read here. Take the change out.');
    return bytes;
  };
  const findings: PullFinding[] = [];
  for (const change of changes) {
    try {
      await assertPermitted({ officer, register, read }, change);
    } catch (error) {
      if (!(error instanceof CmsError)) throw error;
      findings.push(refused(error.message.replace(/^Not saved\. /, ''), { path: change.path }));
    }
  }
  if (!officer.mayPublish)
    findings.push({
      level: 'note',
      says: `${officer.name} drafts but does not publish: somebody who may has to read and merge this.`,
    });
  return findings;
}

/** The officer whose account it is, by the list that holds now; or why there is none. */
async function officerOf(git: Git, base: string, author: string): Promise<Officer | string> {
  const file = `content/${OFFICERS_FILE}`;
  const text = await git(['cat-file', 'blob', `${base}:${file}`]).then(String, () => undefined);
  const { officers } = text === undefined ? {} : readOfficerList(file, text);
  if (!officers)
    return `The list of officers (${file}) is missing or has a mistake, so nobody can be told apart. Whoever runs the portal has to mend it first.`;
  const own = officers.filter(({ account, sample }) => !sample && account && isAmong([account], author));
  const [officer] = own;
  if (!officer)
    return `The account "${author}" is no officer's. Whoever runs the portal can enter it as account of one in ${file}, or take this over in a pull request of their own.`;
  if (own.length > 1)
    return `The account "${author}" is that of ${own.length} officers in ${file}. Whoever runs the portal has to give each an own one.`;
  return officer;
}

/** Hosts tell accounts apart without regard to capitals. */
function isAmong(accounts: readonly string[], account: string): boolean {
  return accounts.some((candidate) => candidate.toLowerCase() === account.toLowerCase());
}

/** What was wrong before is not this author's doing and must not keep them from mending something else. */
async function newProblems(before: TreeContent, after: TreeContent): Promise<PullFinding[]> {
  const had = new Set([...before.problems, ...(await checkTogether(before.entries))].map(key));
  const problems = after.problems.filter((problem) => !had.has(key(problem)));
  // References to files that are themselves broken would only repeat the first problem.
  if (problems.length === 0)
    problems.push(...(await checkTogether(after.entries)).filter((problem) => !had.has(key(problem))));
  return problems.map(({ file, line, field, message, remedy }) =>
    refused(`${field ? `${field}: ` : ''}${message} ${remedy}`, {
      path: file,
      ...(line === undefined ? {} : { line }),
    }),
  );
}

const key = (problem: ContentProblem): string => `${problem.file}|${problem.field}|${problem.message}`;
