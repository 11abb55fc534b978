import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../lib/environment.ts';
import { readManifest } from '../server/operate/backup/manifest.ts';
import { readPassphrase } from '../server/operate/backup/passphrase.ts';
import { checkBackup } from '../server/operate/backup/rebuild-database.ts';
import { restoreBackup } from '../server/operate/backup/restore-backup.ts';
import { listBackups } from '../server/operate/backup/write-backup.ts';
import { CommandError, runCommand } from '../server/command.ts';
import { keptSecret, readPlaces } from '../server/settings.ts';

const usage = `npm run restore -- DIR                         put back the latest backup in DIR; stop the portal first
npm run restore -- DIR --from NAME             an earlier one, by the name of its folder
npm run restore -- DIR --check                 only see whether it is whole; changes nothing
npm run restore -- DIR --passphrase-file FILE  put the key back too
npm run restore -- DIR --replace               also where the portal holds cases that the backup does not know, or another key`;

await runCommand(run);

async function run(): Promise<void> {
  const { all, from, check, replace, passphraseFile } = readArguments();
  const name = from ?? (await listBackups(all)).at(-1);
  if (name === undefined) throw new CommandError('data', `There is no backup in ${all}.`);
  const folder = join(all, name);
  if (check) {
    await checkBackup(folder, await readManifest(folder));
    console.log(`${folder} is whole.`);
    return;
  }
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const env = readEnvironment(process.env, repoDir);
  const { database, dataDir } = readPlaces(env, repoDir);
  const [secret, passphrase] = [keptSecret(env, dataDir), await readPassphrase(passphraseFile)];
  const restored = await restoreBackup({
    folder,
    all,
    database,
    dataDir,
    secret,
    passphrase,
    replace,
    now: new Date(),
  });
  const { manifest, erased, setAside } = restored;
  console.log(`${folder} is put back: ${manifest.tables['cases']?.rows ?? 0} cases as of ${manifest.madeAt}.`);
  if (erased.cases + erased.identities > 0)
    console.log(`Erased again: ${erased.cases} cases, and from ${erased.identities} who told them.`);
  if (setAside.length > 0)
    console.log(`What was there before is kept until you throw it away:\n  ${setAside.join('\n  ')}`);
  console.log('Mail that was sent since then goes out again, with the same Message-ID. Now start the portal.');
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        check: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        'passphrase-file': { type: 'string' },
      },
    });
    const [folder, ...others] = positionals;
    if (!folder || others.length > 0) throw new Error('Name the folder of the backups.');
    const { 'passphrase-file': passphraseFile, ...rest } = values;
    return { all: resolve(folder), passphraseFile, ...rest };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}
