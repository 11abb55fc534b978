import { dirname, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder } from '../lib/content-place.ts';
import { gitIn } from '../lib/git.ts';
import { migrateContent, type MigrationReport } from '../own-content/migrate-content.ts';
import { OwnContentError } from '../own-content/own-content-error.ts';
import { CommandError, runCommand } from '../server/command.ts';

// npm run migrate:content [-- FOLDER --dry-run]: brings content that an older version of the code was given to what this
// one reads, and says file, field, from and to of everything that it changes. See src/docs/deploy.md.
const usage = 'npm run migrate:content [-- FOLDER] [--dry-run]';

await runCommand(async () => {
  const { folder, dryRun } = readArguments();
  const top = dirname(contentFolder(folder));
  if (!dryRun) await assertCommitted(top);
  try {
    console.log(told(await migrateContent(top, { dryRun }), top, dryRun));
  } catch (error) {
    if (error instanceof OwnContentError) throw new CommandError('data', error.message);
    throw error;
  }
});

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) throw new Error('Name one folder at most.');
    return { folder: positionals[0], dryRun: values['dry-run'] };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}

/** What this changes can then be seen, and undone, with git. */
async function assertCommitted(top: string): Promise<void> {
  const status = await gitIn(top)(['status', '--porcelain', '--', 'content', 'admin', 'public']).then(
    (out) => out.toString().trim(),
    () => '',
  );
  if (status)
    throw new CommandError(
      'data',
      `Files in ${top} were changed and not committed, so nothing was migrated. Commit or undo them first:\n${status}`,
    );
}

function told({ from, to, moved, changed }: MigrationReport, top: string, dryRun: boolean): string {
  if (from === to) return `The content is of version ${to} already; there is nothing to do.`;
  const lines = [
    ...moved.map((move) => `${move.from}: moved to ${move.to}`),
    ...changed.map(({ file, field, from: was, to: is }) => `${file}: ${field} from ${shown(was)} to ${shown(is)}`),
  ];
  const next = dryRun
    ? 'Nothing was written; leave out --dry-run to do it.'
    : `Look at it, and commit it:\n\n  npm run check:content${folderArgument(top)}\n  git -C ${relative('', top) || '.'} add --all && git -C ${relative('', top) || '.'} commit -m "Bring the content to version ${to}"`;
  return `${dryRun ? 'Would bring' : 'Brought'} the content from version ${from} to ${to}:\n\n  ${lines.join('\n  ')}\n\n${next}`;
}

function folderArgument(top: string): string {
  const place = relative('', top);
  return place === '' ? '' : ` -- ${place}`;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
