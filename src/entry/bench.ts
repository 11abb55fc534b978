import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { languages, localePath } from '../lib/locales.ts';
import { loadRegister } from '../register/load.ts';

// npm run bench: builds the shipped content into a folder of its own and prints time, peak memory and the bytes a
// citizen pays for.
const repoDir = resolve(import.meta.dirname, '..', '..');
const register = await loadRegister(join(repoDir, 'content'));
await mkdir(join(repoDir, '.cache'), { recursive: true });
const outDir = await mkdtemp(join(repoDir, '.cache', 'bench-'));

try {
  const { seconds, peakMegabytes } = await timedBuild(outDir);
  const client = join(outDir, 'client');
  const pages = (await readdir(client, { recursive: true })).filter((name) => name.endsWith('.html'));
  const services = [...register.agencies.values()].reduce((sum, agency) => sum + agency.services.length, 0);
  console.log(`content         ${register.agencies.size} agencies, ${services} services, ${pages.length} pages`);
  console.log(`pages built in  ${seconds.toFixed(1)} s, peak memory ${peakMegabytes} MB`);
  const charters = await charterSizes(client);
  const middle = charters[Math.floor(charters.length / 2)];
  const largest = charters.at(-1);
  if (middle && largest) {
    console.log(
      `charter page    median ${middle.bytes} bytes (${middle.page}), largest ${largest.bytes} bytes (${largest.page}); HTML and CSS, gzip -9`,
    );
  }
} finally {
  await rm(outDir, { recursive: true, force: true });
}

/** Builds the pages alone, in a process that reports its own peak memory when it ends. */
async function timedBuild(folder: string): Promise<{ seconds: number; peakMegabytes: number }> {
  const report = `data:text/javascript,${encodeURIComponent("process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))")}`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', report, join(repoDir, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
    {
      cwd: repoDir,
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        OPENCHARTER_OUT_DIR: folder,
        SITE_URL: 'http://localhost:4321',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The build failed:\n${errors}`);
  const kilobytes = Number(/peak (\d+)/.exec(errors)?.[1] ?? Number.NaN);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: Math.round(kilobytes / 1024) };
}

/** Each charter page with the bytes of its HTML and style sheets together, smallest first. */
async function charterSizes(client: string): Promise<{ page: string; bytes: number }[]> {
  const files = [...register.agencies.values()].flatMap((agency) =>
    languages.map((language) =>
      join(client, localePath(language, '/'), agency.data.jurisdiction, agency.id, 'index.html'),
    ),
  );
  const sizes = await Promise.all(
    files.map(async (file) => {
      const html = await readFile(file, 'utf8');
      const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) =>
        join(client, match[1] ?? ''),
      );
      const css = await Promise.all(sheets.map((sheet) => readFile(sheet)));
      const bytes = [Buffer.from(html), ...css].reduce((sum, part) => sum + gzipSync(part, { level: 9 }).byteLength, 0);
      return { page: `/${relative(client, file).replace('index.html', '')}`, bytes };
    }),
  );
  return sizes.sort((a, b) => a.bytes - b.bytes);
}
