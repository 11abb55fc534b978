import { spawn, type SpawnOptions } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

export interface Watched {
  seconds: number;
  /** Most memory that the process and all that it started held at once; absent where /proc does not tell. */
  peakMegabytes?: number;
  output: string;
}

const LOOK_EVERY_MS = 100;

/** Runs a command to its end and watches how long and how much memory it takes. Rejects with its words when it fails. */
export async function watched(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Watched> {
  const started = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  let peakKilobytes = 0;
  let looking = false;
  const look = setInterval(() => {
    if (looking || child.pid === undefined) return;
    looking = true;
    void memoryOf(child.pid).then((kilobytes) => {
      peakKilobytes = Math.max(peakKilobytes, kilobytes);
      looking = false;
    });
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  clearInterval(look);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output.slice(-4000)}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, output, ...(peakKilobytes > 0 ? { peakMegabytes: Math.round(peakKilobytes / 1024) } : {}) };
}

/** Kilobytes in memory of a process and of all below it. What processes share is counted for each. */
async function memoryOf(root: number): Promise<number> {
  const parents = new Map<number, { parent: number; kilobytes: number }>();
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      const read = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(id), { parent: read('PPid'), kilobytes: read('VmRSS') });
    }),
  );
  const below = (id: number): boolean => id === root || (parents.has(id) && below(parents.get(id)?.parent ?? 0));
  return [...parents].reduce((sum, [id, { kilobytes }]) => (below(id) ? sum + kilobytes : sum), 0);
}
