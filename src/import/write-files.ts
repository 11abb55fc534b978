import { copyFile, constants, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ImportError } from './import-error.ts';

export interface FileToWrite {
  path: string;
  text: string;
  /** True when the file exists and its name was given with --force. */
  replace: boolean;
}

/**
 * Writes all files or none. Each is first written beside its place under a hidden name; a file that is not to be
 * replaced is put in place by a call that fails if another exists by then, so nothing is overwritten by accident.
 * Throws an ImportError after everything was undone.
 */
export async function writeFiles(files: FileToWrite[]): Promise<void> {
  const suffix = `.${process.pid}.import`;
  const staged = files.map((file) => ({
    ...file,
    temp: join(dirname(file.path), `.${basename(file.path)}${suffix}`),
    backup: join(dirname(file.path), `.${basename(file.path)}${suffix}-before`),
  }));
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const file of staged) {
      await mkdir(dirname(file.path), { recursive: true });
      await writeFile(file.temp, file.text, { flag: 'wx' });
      undo.push(() => rm(file.temp, { force: true }));
    }
    for (const file of staged) {
      if (file.replace) {
        await rename(file.path, file.backup);
        undo.push(() => rename(file.backup, file.path));
        await rename(file.temp, file.path);
      } else {
        await placeNew(file.temp, file.path);
        undo.push(() => rm(file.path, { force: true }));
      }
    }
  } catch (cause) {
    for (const step of undo.reverse()) await step();
    const { code, path, syscall, dest } = cause as NodeJS.ErrnoException & { dest?: string };
    const appeared = code === 'EEXIST' && (syscall === 'link' || syscall === 'copyfile');
    const what = appeared
      ? `${dest ?? 'A file'} has come into being meanwhile`
      : `The files could not be written (${code ?? 'unknown error'}${path ? `, ${path}` : ''})`;
    throw new ImportError(
      `${what}; nothing was changed.`,
      'Check the folder, its free space and your permission to write, then run the import again.',
      { cause },
    );
  }
  for (const file of staged) {
    await rm(file.temp, { force: true });
    await rm(file.backup, { force: true });
  }
}

async function placeNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some file systems know no links; an exclusive copy refuses an existing file as well.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
