import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CheckOutcome } from '../../src/cases/intake/handle-post.ts';
import { filesField } from '../../src/cases/files/take-files.ts';
import { checkedForm, complaintForm, story } from './pipeline-fixture.ts';

export interface CaseProcess {
  port: number;
  /** Ends it at once, without a word, and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts the pipeline in a process of its own. `limitKilobytes` is the largest file it can write: its disk is full
 * then.
 */
export async function startCaseProcess(options: {
  database: string;
  smtpPort: number;
  limitKilobytes?: number;
}): Promise<CaseProcess> {
  const script = join(import.meta.dirname, 'case-server.ts');
  // The shell counts in blocks of 512 bytes.
  const limited = options.limitKilobytes ? `ulimit -f ${options.limitKilobytes * 2}; ` : '';
  const child = spawn('sh', ['-c', `${limited}exec "$0" "$1"`, process.execPath, script], {
    env: {
      ...process.env,
      DATABASE: options.database,
      SMTP_PORT: String(options.smtpPort),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { port: await portOf(child), kill };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout?.setEncoding('utf8').once('data', (text: string) => resolve(Number(text)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

export interface Answer {
  status: number;
  reference?: string;
  values?: { details?: string };
}

/** The check page's form for each number, which a retry posts again. */
const checked = new Map<string, FormData>();

/**
 * Posts one complaint of its own words, as a person does who checks it first; the same number is the same submission.
 * Rejects when the line breaks.
 */
export async function post(
  port: number,
  number: number,
  fields: Record<string, string> = {},
  file?: File,
): Promise<Answer> {
  const words = `${story} Case number ${number}.`;
  const form = complaintForm({ details: words, ...fields });
  if (file) form.append(filesField, file);
  const send = async (body: FormData): Promise<Answer & Partial<Pick<CheckOutcome, 'submissionKey' | 'held'>>> => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const ready = checked.get(words);
  if (ready) return send(ready);
  const { submissionKey, held = [], ...shown } = await send(form);
  if (shown.status !== 200 || !submissionKey) return shown;
  const second = checkedForm(form, { submissionKey, held });
  checked.set(words, second);
  return send(second);
}

/**
 * Acknowledges or resolves a case as an officer who opened the link with this token. Gives true once that is done, by
 * this click or by one before that was never answered. Rejects when the line breaks.
 */
export async function act(port: number, token: string, action: 'acknowledge' | 'resolve'): Promise<boolean> {
  const address = `http://127.0.0.1:${port}/cases/act/?t=${token}`;
  const shown = (await (await fetch(address)).json()) as { can?: string[]; version?: number };
  if (!shown.can) return false;
  if (!shown.can.includes(action)) return true;
  const form = new FormData();
  for (const [name, value] of Object.entries({
    action,
    version: String(shown.version),
    text: 'We come tomorrow.',
    outcome: 'remedied',
  }))
    form.set(name, value);
  const { kind } = (await (await fetch(address, { method: 'POST', body: form })).json()) as { kind?: string };
  return kind === 'done';
}
