import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkPullRequest, type PullRequest } from '../cms/pull-request/check-pull-request.ts';
import { isAllowed } from '../cms/pull-request/finding.ts';
import { asAnnotations, asMarkdown, asText } from '../cms/pull-request/print.ts';
import { ownContentPlace } from '../lib/content-place.ts';
import { gitIn } from '../lib/git.ts';
import { CommandError, runCommand } from '../server/command.ts';

const usage = `npm run check:pull-request -- --base REF --head REF --author ACCOUNT
  [--operator ACCOUNT]…    accounts of whoever runs the portal, who may change everything
  [--format text|github]   github: as annotations of GitHub, Gitea and Forgejo Actions
  [--comment FILE]         writes the findings there too, as the body of a comment
Run it with the code of the branch that is published, in a clone that has both commits (OPENCHARTER_CONTENT names it where
it is not that of the code). The pull request is read, never checked out and never run.
Ends with 1 where something is refused.`;

interface Asked extends PullRequest {
  format: string;
  comment: string | undefined;
}

await runCommand(run);

async function run(): Promise<void> {
  const { format, comment, ...request } = readArguments();
  const verdict = await checkPullRequest(gitIn(ownContentPlace().contentRepoDir), request);
  console.log(format === 'github' ? asAnnotations(verdict) : asText(verdict));
  if (comment) await writeFile(comment, asMarkdown(verdict));
  if (!isAllowed(verdict)) process.exitCode = 1;
}

function readArguments(): Asked {
  try {
    const { values } = parseArgs({
      options: {
        base: { type: 'string' },
        head: { type: 'string' },
        author: { type: 'string' },
        operator: { type: 'string', multiple: true, default: [] },
        format: { type: 'string', default: 'text' },
        comment: { type: 'string' },
      },
    });
    const { base, head, author, format, comment } = values;
    if (!base || !head || !author) throw new Error('--base, --head and --author are needed.');
    if (!['text', 'github'].includes(format)) throw new Error(`--format takes text or github, not "${format}".`);
    // A list in one setting of a host is as good as the option given again and again.
    const operators = values.operator.flatMap((list) => list.split(/[\s,]+/)).filter(Boolean);
    return { base, head, author, operators, format, comment };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}
