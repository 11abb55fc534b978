import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findings, type Finding } from './finding.ts';

const [node, disk, secrecy] = [findings('Node'), findings('Disk'), findings('Secrets')];
const MEGABYTE = 1024 * 1024;
/** Less than this may be gone in a day of floods; with less than the second a build may fail and cases be refused. */
const ROOM_MIN_MB = { look: 2048, wrong: 256 } as const;
/** The first that reads TypeScript without a flag in its line of releases; SQLite needs less. */
const NODE_MIN = [22, 18] as const;

/** Looks at the version of Node, such as "v24.1.0". */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const enough = major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
  return enough
    ? node.ok(version)
    : node.wrong(
        `${version} is too old.`,
        `Install Node ${NODE_MIN.join('.')} or later, or run npm ci without --omit=dev, which brings one.`,
      );
}

/** Looks whether there is room where cases are kept, and whether this user may write there. */
export async function checkDisk(folder: string): Promise<Finding> {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable)
    return disk.wrong(`This user may not write into ${place}.`, 'Run this as the user that runs the portal.');
  const { bavail, bsize, blocks } = await statfs(place);
  const [free, whole] = [Math.floor((bavail * bsize) / MEGABYTE), Math.floor((blocks * bsize) / MEGABYTE)];
  const says = `${free} MB of ${whole} MB are free at ${place}.`;
  if (free < ROOM_MIN_MB.wrong) return disk.wrong(says, 'Make room now: cases may be refused.');
  return free < ROOM_MIN_MB.look ? disk.look(says, 'Make room, or give the data folder a larger disk.') : disk.ok(says);
}

/** Looks whether others on this machine can read the settings, the key or the cases. */
export async function checkSecrets(repoDir: string, dataDir: string): Promise<Finding> {
  const files = [join(repoDir, 'opencharter.env'), join(dataDir, 'secret'), join(dataDir, 'cases.sqlite')];
  const open: string[] = [];
  for (const file of files) {
    const found = await stat(file).catch(() => undefined);
    if (found && (found.mode & 0o007) !== 0) open.push(file);
  }
  return open.length === 0
    ? secrecy.ok('No other user of this machine reads settings, key or cases.')
    : secrecy.wrong(`Everybody on this machine can read ${open.join(', ')}.`, `chmod 600 ${open.join(' ')}`);
}
