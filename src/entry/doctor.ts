import { Resolver } from 'node:dns/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../lib/environment.ts';
import { CommandError, runCommand } from '../server/command.ts';
import { examine } from '../server/operate/doctor/doctor.ts';
import type { Finding } from '../server/operate/doctor/finding.ts';

const usage = `npm run doctor                            looks at everything that the portal needs, and says what to do
npm run doctor -- --dkim-selector NAME    also at the DKIM key that your mail server signs with
Ends with 78 where something is wrong. Changes nothing and sends nothing.`;
const TIMEOUT_MS = 5000;
const signs: Record<Finding['state'], string> = { ok: 'ok', look: 'look', wrong: 'WRONG', unknown: 'unknown' };

await runCommand(run);

async function run(): Promise<void> {
  const dkimSelector = readArguments();
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const found = await examine({
    env: readEnvironment(process.env, repoDir),
    repoDir,
    node: process.version,
    now: new Date(),
    resolver: new Resolver({ timeout: TIMEOUT_MS / 2, tries: 2 }),
    dkimSelector,
    timeoutMs: TIMEOUT_MS,
  });
  for (const { state, about, says, remedy } of found) {
    console.log(`${signs[state].padEnd(8)} ${about.padEnd(14)} ${says}`);
    if (remedy) console.log(`${' '.repeat(24)}${remedy}`);
  }
  const wrong = found.filter(({ state }) => state === 'wrong').length;
  if (wrong > 0) throw new CommandError('config', `${wrong} of ${found.length} findings have to be mended.`);
}

function readArguments(): string | undefined {
  try {
    const { values } = parseArgs({ options: { 'dkim-selector': { type: 'string' } } });
    return values['dkim-selector'];
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}
