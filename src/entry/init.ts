import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { textLanguages } from '../lib/offered-languages.ts';
import { beginRepository, type BegunRepository } from '../own-content/begin-repository.ts';
import { OwnContentError } from '../own-content/own-content-error.ts';
import { EXAMPLE_BODY } from '../own-content/starting-files.ts';
import { loadEntries } from '../register/load.ts';
import { ContentError } from '../register/problem.ts';
import { CommandError, runCommand } from '../server/command.ts';

// npm run init -- FOLDER --country ng: makes the content repository of a portal of one's own. See src/docs/tutorial.md.
const usage = `npm run init -- FOLDER --country ID [options]
  FOLDER               a new folder outside the code, for example ../my-charters
  --country ID         name of a file in content/jurisdictions, for example ng; may be repeated
  --name TEXT          what the portal is called
  --publisher TEXT     who publishes it`;

await runCommand(async () => {
  const { folder, country, name, publisher } = readArguments();
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const contentDir = join(repoDir, 'content');
  const { entries, problems } = await loadEntries(contentDir);
  if (problems.length > 0) throw new ContentError(problems);
  try {
    const begun = await beginRepository({
      folder,
      countries: [...new Set(country)],
      name,
      publisher,
      repoDir,
      shipped: { contentDir, entries },
      interfaceLanguages: textLanguages(),
    });
    console.log(told(begun, repoDir));
  } catch (error) {
    if (error instanceof OwnContentError) throw new CommandError('usage', error.message);
    throw error;
  }
});

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        country: { type: 'string', multiple: true, default: [] },
        name: { type: 'string' },
        publisher: { type: 'string' },
      },
    });
    const [folder, ...others] = positionals;
    if (!folder || others.length > 0 || values.country.length === 0) throw new Error('Name one folder and a country.');
    return { folder, ...values };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}

function told({ folder, name, countries, bodies, services, leftOut, takenOut }: BegunRepository, repoDir: string) {
  const place = relative(repoDir, folder);
  return `
${name}: a git repository in ${folder}, with one commit.

  Countries       ${countries.map(({ data }) => data.name).join(', ')}
  Bodies          ${bodies.map(({ id }) => id).join(', ') || 'none'}, with ${services} services: the ladders of these countries name them
  Yours to edit   content/charters/${EXAMPLE_BODY}.mdx and its service, as the sample officer
${section(
  'Left out',
  leftOut.map(({ file, because }) => `${file}, which leads to what does not come along: ${because}`),
)}${section(
    'Taken out',
    takenOut.map(({ file, field, value }) => `${file}: ${field}, which named ${value}`),
  )}
Next, here:

  echo OPENCHARTER_CONTENT=${place} >> opencharter.env
  npm run check:content
  npm start
`;
}

function section(title: string, lines: string[]): string {
  return lines.map((line, at) => `  ${(at === 0 ? title : '').padEnd(15)} ${line}\n`).join('');
}
