import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startPostgres, type PostgresServer } from '../../cases/postgres-server.ts';
import { PATIENCE_MS } from '../../patience.ts';
import { checkedForm, keysOn, sendForm } from '../case-on-portal.ts';
import { startSmallPortal, type SmallPortal } from '../small-portal.ts';

/* Two processes on one port, as PROCESSES=2 npm start makes them, on a real PostgreSQL. */

interface Logged extends Record<string, unknown> {
  event: string;
  process?: number;
  pid?: number;
}

let server: PostgresServer;
let database: string;
let portal: SmallPortal;

beforeAll(async () => {
  server = await startPostgres();
  database = await server.createDatabase();
  portal = await startSmallPortal({ PROCESSES: '2', DATABASE_URL: database }, (dir) =>
    writeFileSync(
      join(dir, 'content', 'officers.yaml'),
      'officers:\n  - { name: Sample officer, email: sample@desk.example, agencies: [water], sample: true }\n',
    ),
  );
});
afterAll(async () => {
  await portal.stop();
  await server.stop();
});

const events = (): Logged[] =>
  portal
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Logged);
const count = (event: string): number => events().filter((logged) => logged.event === event).length;
/** Waits until an event has been logged more often than before. */
const more = (event: string, before: number) =>
  expect.poll(() => count(event), { timeout: PATIENCE_MS }).toBeGreaterThan(before);
const maker = (): number => events().findLast(({ event }) => event === 'editions-made-here')?.process ?? 0;

/** What several new lines see: they go to one process after another. */
const seen = (path: string): Promise<string[]> =>
  Promise.all(
    Array.from({ length: 4 }, async () =>
      (await fetch(portal.url + path, { headers: { connection: 'close' } })).text(),
    ),
  );

/** Publishes another summary of the water board as an officer does at the desk. */
async function publish(summary: string): Promise<void> {
  const api = `${portal.url}/api/cms`;
  const session = await fetch(`${api}/session`);
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const act = async (action: string, params: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(api, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: portal.url, cookie },
      body: JSON.stringify({ branch: 'published', action, params: { branch: 'published', ...params } }),
    });
    const body = (await answer.json()) as Record<string, unknown>;
    expect([answer.status, body]).toEqual([200, expect.anything()]);
    return body;
  };
  const path = 'content/charters/water.mdx';
  const { data } = await act('getEntry', { path });
  await act('persistEntry', {
    dataFiles: [{ path, slug: 'water', raw: String(data).replace(/^summary: .*$/m, `summary: ${summary}`) }],
    assets: [],
    options: { collectionName: 'charter-water', useWorkflow: true, status: 'draft', newEntry: false },
  });
  await act('publishUnpublishedEntry', { collection: 'charter-water', slug: 'water' });
}

const liveOnAll = (text: string) =>
  expect
    .poll(() => seen('/xx/water/'), { timeout: PATIENCE_MS })
    .toEqual(Array.from({ length: 4 }, () => expect.stringContaining(text)));

test('two processes answer on one port, and their figures are told together, each as its own', async () => {
  await seen('/xx/water/');
  const text = await (await fetch(`${portal.url}/metrics`)).text();
  for (const number of [1, 2]) {
    expect(text).toMatch(new RegExp(`^process_resident_memory_bytes\\{process="${number}"\\} \\d`, 'm'));
    expect(text).toMatch(new RegExp(`^opencharter_http_requests_total\\{process="${number}",class="file"`, 'm'));
  }
  expect(text.match(/^# TYPE process_resident_memory_bytes /gm)).toHaveLength(1);
  expect(text.match(/^opencharter_mail_waiting /gm)).toHaveLength(1);
});

test('an edit is on the pages of all; where the process that makes them is killed, the other makes the next', async () => {
  await publish('Rivers and pipes.');
  await liveOnAll('Rivers and pipes.');
  const killed = maker();
  const [renewals, ends] = [count('portal-started'), count('process-ended')];
  process.kill(
    events().findLast(({ event, process }) => event === 'process-started' && process === killed)?.pid ?? 0,
    'SIGKILL',
  );
  await more('process-ended', ends);
  await publish('Wells and springs.');
  await liveOnAll('Wells and springs.');
  await more('portal-started', renewals);
  expect(events().findLast(({ event }) => event === 'process-ended')).toMatchObject({
    process: killed,
    status: 'SIGKILL',
  });
});

test('while all processes are renewed, everybody is answered, each case is there once, and each mail goes out once', async () => {
  let renewed = false;
  const references: string[] = [];
  const statuses = new Set<number>();
  /** Sends one complaint, and again where the portal says that too much comes at once. */
  async function submit(turn: number): Promise<string> {
    const fields = { agency: 'water', language: 'en', kind: 'complaint' };
    const details = `The pump of house ${turn} has been dry for a week.`;
    let sent = await sendForm(portal, '/cases/new/', { ...fields, details });
    const form = checkedForm(await sent.clone().text());
    if (!form) return expect.unreachable(`no check page, but ${sent.status}`);
    for (let attempt = 1; ; attempt++) {
      const from = { 'x-forwarded-for': `203.0.${turn % 250}.${attempt % 250}` };
      sent = await sendForm(portal, '/cases/new/', form, from);
      statuses.add(sent.status);
      const page = await sent.text();
      if (sent.status !== 429) return keysOn(page).reference;
    }
  }
  /** Goes on over kept lines, as browsers do, until all have been renewed. */
  async function client(): Promise<void> {
    for (let turn = 0; !renewed; turn++) {
      const page = await fetch(`${portal.url}/xx/water/`);
      statuses.add(page.status);
      await page.text();
      references.push(await submit(turn));
    }
  }
  const before = count('processes-renewed');
  portal.signal('SIGHUP');
  const running = client();
  running.catch(() => undefined);
  await more('processes-renewed', before).finally(() => (renewed = true));
  await running;
  statuses.delete(429);
  expect([...statuses]).toEqual([200]);
  expect(references.length).toBeGreaterThan(2);
  expect(new Set(references).size).toBe(references.length);

  const asked = new pg.Client({ connectionString: database });
  await asked.connect();
  onTestFinished(() => asked.end());
  // What met a mail server that was being renewed as well would wait for a minute; it is made due, as `npm run outbox
  // resend` does, and the next complaint sets the sender going.
  await asked.query('update outbox set due_at = created_at where sent_at is null and claimed_by is null');
  references.push(await submit(references.length));
  const { rows } = await asked.query<{ reference: string }>('select reference from cases');
  expect(rows.map(({ reference }) => reference).sort()).toEqual([...references].sort());
  await vi.waitFor(
    async () => {
      const { rows: waiting } = await asked.query('select id from outbox where sent_at is null');
      expect(waiting).toEqual([]);
    },
    { timeout: PATIENCE_MS, interval: 200 },
  );
  const mails = await portal.mail();
  const told = mails.flatMap(({ subject = '' }) => references.filter((reference) => subject.includes(reference)));
  expect(told.sort()).toEqual([...references].sort());
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
});

test('a stop ends all processes, with 0', async () => {
  expect(await portal.end()).toBe(0);
  expect(portal.running()).toBe(false);
});
