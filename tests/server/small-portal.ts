import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import PostalMime, { type Email } from 'postal-mime';
import { smallCountry } from '../netlify/small-country.ts';
import { childEnvironment } from '../child-environment.ts';

/** A whole portal of a small country in a process of its own, as `npm start` would run it. */
export interface SmallPortal {
  url: string;
  /** The folder of its repository. */
  dir: string;
  /** Everything that it has printed and logged. */
  output(): string;
  /** Every mail that it has sent, with the recipients of the envelope. */
  mail(): Promise<Email[]>;
  running(): boolean;
  /** Ends it and starts it anew in the same folder, with further settings. */
  again(settings?: Record<string, string>): Promise<SmallPortal>;
  signal(name: NodeJS.Signals): void;
  /** Sends SIGTERM, and gives what it ended with: its code, or the signal. */
  end(): Promise<number | string | null>;
  stop(): Promise<void>;
}

/**
 * Builds and starts one. Without settings it is a demonstration on this machine, behind a proxy on it that tells
 * visitors' addresses. `prepare` may change the country, a git repository in the folder it is given, before it is
 * built.
 */
export async function startSmallPortal(
  settings: Record<string, string> = {},
  prepare?: (dir: string) => void,
): Promise<SmallPortal> {
  const dir = smallCountry();
  prepare?.(dir);
  return startIn(dir, settings);
}

async function startIn(dir: string, settings: Record<string, string>): Promise<SmallPortal> {
  const child = spawn(process.execPath, ['src/entry/start.ts'], {
    cwd: dir,
    env: childEnvironment({
      PORT: '0',
      MAIL_CATCHER_SMTP_PORT: '0',
      MAIL_CATCHER_WEB_PORT: '0',
      TRUSTED_PROXIES: '127.0.0.1 ::1',
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | string | null>((done) =>
    child.once('close', (code, signal) => done(code ?? signal)),
  );
  let output = '';
  await new Promise<void>((ready, fail) => {
    const read = (text: string): void => {
      output += text;
      if (output.includes('Stop with Ctrl+C')) ready();
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('close', (code) => fail(new Error(`The portal stopped with code ${code}:\n${output.slice(-4000)}`)));
  });
  const addressOf = (name: string): string =>
    new RegExp(`^\\s*${name}\\s+(http://\\S+?)/?(?:\\s|$)`, 'm').exec(output)?.[1] ?? '';
  const mailUrl = addressOf('Mail');
  return {
    url: addressOf('Portal'),
    dir,
    output: () => output,
    async mail() {
      const list = await (await fetch(mailUrl)).text();
      const ids = [...list.matchAll(/<a href="\/([^"/]+)"/g)].map((match) => match[1] ?? '');
      return Promise.all(
        ids.map(async (id) => PostalMime.parse(await (await fetch(`${mailUrl}/${id}/raw`)).arrayBuffer())),
      );
    },
    signal: (name) => void child.kill(name),
    end() {
      child.kill('SIGTERM');
      return closed;
    },
    async again(changed = {}) {
      child.kill('SIGTERM');
      await closed;
      return startIn(dir, { ...settings, ...changed });
    },
    running: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGTERM');
      await closed;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
