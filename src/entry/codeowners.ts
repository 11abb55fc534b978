import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { codeowners, ownersFile, type OwnersFormat, type OwnersOptions } from '../cms/hosts/codeowners.ts';
import { ownContentPlace } from '../lib/content-place.ts';
import { loadRegister } from '../register/load.ts';
import { readOfficerList } from '../register/officer-list.ts';
import { ContentError } from '../register/problem.ts';
import { CommandError, runCommand } from '../server/command.ts';

const usage = `npm run codeowners -- --format github|gitlab|gitea [--operator ACCOUNT]… [--check]
Writes who has to agree to a change of what, from content/officers.yaml and the content: ${Object.values(ownersFile).join(', ')}.
(gitea is for Forgejo too.) --operator names an account or team of whoever runs the portal, beside administrators with an
account. --check writes nothing, and ends with 1 where the file is not what it would write.`;

await runCommand(run);

async function run(): Promise<void> {
  const { format, operators, check } = readArguments();
  const { contentRepoDir, contentDir, officersFile } = ownContentPlace();
  const { officers, problems } = readOfficerList('content/officers.yaml', await readFile(officersFile, 'utf8'));
  if (!officers) throw new ContentError(problems);
  const text = written({ officers, register: await loadRegister(contentDir), operators, format });
  const file = join(contentRepoDir, ownersFile[format]);
  if (check) {
    const same = (await readFile(file, 'utf8').catch(() => undefined)) === text;
    console.log(
      same
        ? `${ownersFile[format]} is up to date.`
        : `${ownersFile[format]} is out of date: npm run codeowners -- --format ${format}`,
    );
    if (!same) process.exitCode = 1;
    return;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`Wrote ${ownersFile[format]}. Commit it on the branch that is published.`);
}

function written(options: OwnersOptions): string {
  try {
    return codeowners(options);
  } catch (error) {
    throw new CommandError('config', (error as Error).message);
  }
}

function readArguments(): { format: OwnersFormat; operators: string[]; check: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        format: { type: 'string' },
        operator: { type: 'string', multiple: true, default: [] },
        check: { type: 'boolean', default: false },
      },
    });
    const format = values.format as OwnersFormat;
    if (!Object.hasOwn(ownersFile, format ?? '')) throw new Error('--format takes github, gitlab or gitea.');
    const operators = values.operator.map((name) => name.replace(/^@/, ''));
    if (operators.some((name) => !/^[\w.-]+(?:\/[\w.-]+)*$/.test(name)))
      throw new Error('--operator takes an account or a team, such as ada or gov/portal.');
    return { format, operators, check: values.check };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}
