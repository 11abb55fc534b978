import { readFile } from 'node:fs/promises';
import { CommandError } from '../../command.ts';

const LENGTH_MIN = 12;

/**
 * The passphrase in the first line of a file: not in the command, where every user of the machine could read it. Throws
 * a `CommandError` where there is none, or one that is soon guessed.
 */
export async function readPassphrase(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandError('config', `The passphrase file ${file} cannot be read.`, { cause: error });
  });
  const passphrase = text.split(/\r?\n/, 1)[0] ?? '';
  if (passphrase.length >= LENGTH_MIN) return passphrase;
  throw new CommandError(
    'config',
    `The first line of ${file} is the passphrase; it needs at least ${LENGTH_MIN} characters.`,
  );
}
