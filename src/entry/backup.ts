import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../lib/environment.ts';
import { readPassphrase } from '../server/operate/backup/passphrase.ts';
import { dropBackupsBefore, writeBackup } from '../server/operate/backup/write-backup.ts';
import { CommandError, runCommand } from '../server/command.ts';
import { keptSecret, readPlaces } from '../server/settings.ts';

const usage = `npm run backup -- DIR                         a backup of database, files of cases, and feedback, in a folder of its own in DIR
npm run backup -- DIR --passphrase-file FILE  the key too, sealed with the passphrase in the first line of FILE
npm run backup -- DIR --keep-days DAYS        then throw away those that are older`;
const DAY_MS = 24 * 60 * 60 * 1000;

await runCommand(run);

async function run(): Promise<void> {
  const { folder, passphraseFile, keepDays } = readArguments();
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const env = readEnvironment(process.env, repoDir);
  const { database, dataDir } = readPlaces(env, repoDir);
  const [secret, passphrase, now] = [keptSecret(env, dataDir), await readPassphrase(passphraseFile), new Date()];
  const made = await writeBackup({ folder, database, dataDir, secret, passphrase, now });
  const { tables } = made.manifest;
  console.log(
    `${made.folder}: ${tables['cases']?.rows ?? 0} cases, ${tables['events']?.rows ?? 0} events, ${tables['attachments']?.rows ?? 0} files; put together again and compared.`,
  );
  console.log(
    secret && passphrase
      ? 'The key is in it, sealed. Keep the passphrase somewhere else.'
      : 'The key is not in it: keep it somewhere else (OPENCHARTER_SECRET, or the file "secret" in the data folder), or give --passphrase-file. Without it nobody can open a case again.',
  );
  if (keepDays === undefined) return;
  const dropped = await dropBackupsBefore(folder, new Date(now.getTime() - keepDays * DAY_MS));
  if (dropped > 0) console.log(`${dropped} older than ${keepDays} days thrown away.`);
}

function readArguments(): { folder: string; passphraseFile: string | undefined; keepDays: number | undefined } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { 'passphrase-file': { type: 'string' }, 'keep-days': { type: 'string' } },
    });
    const [folder, ...others] = positionals;
    const days = values['keep-days'];
    if (!folder || others.length > 0) throw new Error('Name one folder for backups.');
    if (days !== undefined && !/^[1-9]\d{0,3}$/.test(days)) throw new Error('--keep-days is a number of days from 1.');
    return {
      folder: resolve(folder),
      passphraseFile: values['passphrase-file'],
      keepDays: days === undefined ? undefined : Number(days),
    };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}
