import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { languages } from '../../src/lib/locales.ts';
import { pageTexts } from '../../src/texts/texts.ts';
import { closedPort } from '../cases/closed-port.ts';
import { addReleases } from '../../src/cases/store/release-rows.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { startMailServer } from '../cases/mail-servers.ts';
import { attach, samplePicture } from '../cases/sample-files.ts';
import { startPostgres, type PostgresServer } from '../cases/postgres-server.ts';
import { faults } from '../server/answer-faults.ts';
import { checkedForm } from '../server/case-on-portal.ts';
import { hostileRequests } from '../server/hostile-requests.ts';
import { MARK } from '../server/hostile-values.ts';
import type { HostileRequest } from '../server/send-request.ts';
import { onDemandRoutes } from '../server/on-demand-routes.ts';
import { buildForNetlify, type NetlifyBuild } from './build-for-netlify.ts';

const site = 'https://portal.example';
const story = 'I paid for a new connection in March and nobody has come.';

let postgres: PostgresServer;
let build: NetlifyBuild;
let smtpPort: number;
beforeAll(async () => {
  postgres = await startPostgres();
  const database = await postgres.createDatabase();
  smtpPort = await closedPort();
  vi.stubEnv('DATABASE_URL', database);
  vi.stubEnv('SITE_URL', site);
  vi.stubEnv('OPENCHARTER_SECRET', 'a secret for tests that is long enough');
  vi.stubEnv('SMTP_HOST', '127.0.0.1');
  vi.stubEnv('SMTP_PORT', String(smtpPort));
  build = await buildForNetlify({ SITE_URL: site, DATABASE_URL: database });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  build?.remove();
  await postgres.stop();
});

function posted(fields: Record<string, string>, path = '/cases/new/'): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return new Request(`${site}${path}`, { method: 'POST', body, headers: { origin: site } });
}

/** Sends a case as a person does: the form, and then the check page that comes back. */
async function sendCase(fields: Record<string, string>): Promise<Response> {
  const page = await (await build.ask('ssr', posted(fields))).text();
  const body = checkedForm(page);
  return build.ask(
    'ssr',
    new Request(`${site}/cases/new/`, { method: 'POST', body: body ?? null, headers: { origin: site } }),
  );
}

const readable = (raw: string): string =>
  raw
    .replace(/=\r?\n/g, '')
    .replaceAll('=3D', '=')
    .replaceAll('\r\n', '\n');

describe('a site with a database', () => {
  test('keeps its forms to itself', () => {
    const page = build.published('xx/water/complain/index.html');
    expect(page).toContain('action="/cases/new/"');
    expect(page).not.toMatch(/data-netlify|netlify-honeypot|form-name/);
  });

  test('has a function that drains the outbox every five minutes', () => {
    expect([...build.functions.keys()].sort()).toEqual(['drain-outbox', 'ssr']);
    expect(build.functions.get('drain-outbox')).toMatchObject({ schedule: '*/5 * * * *' });
  });

  // Before the others: a function keeps the database that it has opened.
  test('gives back all that was typed while the database cannot be reached', async () => {
    const database = process.env.DATABASE_URL;
    vi.stubEnv('DATABASE_URL', `postgres://portal@127.0.0.1:${await closedPort()}/cases`);
    const response = await build.ask('ssr', posted({ agency: 'water', details: story, language: 'en' }));
    const figures = await build.ask('ssr', new Request(`${site}/statistics/`));
    vi.stubEnv('DATABASE_URL', database);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain(story);
    // The portal's own page for it, in both languages, rather than nothing.
    expect([figures.status, figures.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
    expect(figures.headers.get('content-security-policy')).toBeDefined();
    const page = await figures.text();
    for (const language of languages) expect(page).toContain(pageTexts('shell', language).errorTitle);
  });

  test('shows the form again with what is wrong and what was typed', async () => {
    const response = await build.ask(
      'ssr',
      posted({ agency: 'water', details: story, email: 'no address', language: 'en' }),
    );
    expect(response.status).toBe(422);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const page = await response.text();
    expect(page).toContain('error-summary');
    expect(page).toContain(story);
  });

  test('refuses what another site posts', async () => {
    const body = new URLSearchParams({ agency: 'water', details: story });
    const response = await build.ask(
      'ssr',
      new Request(`${site}/cases/new/`, { method: 'POST', body, headers: { origin: 'https://evil.example' } }),
    );
    expect(response.status).toBe(403);
  });

  const scheduled = async (): Promise<unknown> =>
    (
      await build.ask('drain-outbox', new Request(`${site}/.netlify/functions/drain-outbox`, { method: 'POST' }))
    ).json();

  test('asks each address for its proof by the scheduled function; opening the link proves nothing, its button does', async () => {
    const { taken } = await startMailServer({}, { port: smtpPort });
    expect(await scheduled()).toMatchObject({ asked: 0, sent: 0 });
    const db = await openDatabase(process.env.DATABASE_URL ?? '');
    await addReleases(db, [{ scope: 'country', id: 'xx', released_at: '2026-03-10T09:00:00.000Z', named: 'xx' }]);
    await db.destroy();
    expect(await scheduled()).toMatchObject({ asked: 1, sent: 1 });
    expect(await scheduled()).toMatchObject({ asked: 0, sent: 0 });
    expect(taken.map(({ to }) => to)).toEqual(['complaints@water.example']);
    const link = /https:\/\/portal\.example(\/cases\/prove\/\?t=(\S+))/.exec(readable(taken[0]?.text ?? ''));
    for (let i = 0; i < 2; i++) {
      const opened = await build.ask('ssr', new Request(`${site}${link?.[1]}`));
      expect(opened.headers.get('cache-control')).toBe('no-store');
      expect(await opened.text()).toContain('Yes, this is our address');
    }
    const pressed = await build.ask('ssr', posted({ t: link?.[2] ?? '', says: 'ours' }, '/cases/prove/'));
    expect(await pressed.text()).toContain('the address is confirmed');
  });

  test('keeps a complaint while the mail server is down, and the scheduled function sends it when it is back', async () => {
    const saved = await sendCase({ agency: 'water', details: story, language: 'en', email: 'asha@example.net' });
    expect(saved.status).toBe(200);
    const page = await saved.text();
    const reference = /<strong class="case-reference">([^<]+)/.exec(page)?.[1] ?? '';
    const secret = /<strong class="case-secret">([^<]+)/.exec(page)?.[1] ?? '';
    expect(reference).toMatch(/^\w{4}-\w{4}$/);

    const followed = await (await build.ask('ssr', posted({ reference, secret }, '/cases/view/'))).text();
    expect(followed).toContain(story);

    const { taken } = await startMailServer({}, { port: smtpPort });
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60_000 });
    const drained = await scheduled();
    vi.useRealTimers();
    expect(drained).toMatchObject({ sent: 2, refused: 0, reachable: true });
    expect(taken.map(({ to }) => to).sort()).toEqual(['asha@example.net', 'complaints@water.example']);
    expect(readable(taken.find(({ to }) => to === 'complaints@water.example')?.text ?? '')).toContain(reference);
  });

  test('draws a picture anew inside the function, and keeps it with the form', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ agency: 'water', details: story, language: 'en' }))
      body.append(name, value);
    const { taken } = await samplePicture();
    const shown = await build.ask(
      'ssr',
      new Request(`${site}/cases/new/`, { method: 'POST', body: attach(body, taken), headers: { origin: site } }),
    );
    const page = await shown.text();
    expect(page).toContain('IMG_0.html</bdi> (PNG,');
    const sent = await build.ask(
      'ssr',
      new Request(`${site}/cases/new/`, { method: 'POST', body: checkedForm(page) ?? null, headers: { origin: site } }),
    );
    expect(await sent.text()).toContain('Your file is saved with it.');
  });

  test('sends at once where the mail server is up', async () => {
    const { taken } = await startMailServer({}, { port: smtpPort });
    await sendCase({ agency: 'water', details: 'The meter runs backwards.', language: 'en' });
    expect(taken.map(({ to }) => to)).toEqual(['complaints@water.example']);
  });

  test('fails, echoes and tells nothing, whatever is sent to any address', async () => {
    const saved = await (await sendCase({ agency: 'water', details: `${story} ${MARK}`, language: 'en' })).text();
    const reference = /<strong class="case-reference">([^<]+)/.exec(saved)?.[1] ?? '';
    const secret = /<strong class="case-secret">([^<]+)/.exec(saved)?.[1] ?? '';
    const keys = {
      reference,
      secret,
      officerToken: `${reference}.1.20270101.x`,
      rateToken: 'none',
      session: 'none=none',
    };
    await fc.assert(
      fc.asyncProperty(hostileRequests(onDemandRoutes(), keys, site), async (hostile) => {
        const request = asRequest(hostile);
        // What the platform itself would not hand on.
        fc.pre(request !== undefined && !new URL(request.url).pathname.includes('//'));
        if (!request) return;
        const response = await build.ask('ssr', request);
        // There is no charter desk without a git host, which is told by 501.
        const status = response.status === 501 && hostile.path.startsWith('/api/cms') ? 404 : response.status;
        const answer = { status, headers: Object.fromEntries(response.headers), body: await response.text() };
        expect(faults(site, hostile, answer)).toEqual([]);
      }),
      { numRuns: 300, examples: [[redirected]] },
    );
  });
});

/** Astro answers it with a redirect to the address without the last slash, and says that address in its text. */
const redirected: HostileRequest = {
  method: 'GET',
  path: `/statistics/${encodeURIComponent(`https://evil.example/${MARK}`)}.csv/`,
  headers: { 'x-forwarded-for': '203.0.113.1', origin: site },
  body: Buffer.alloc(0),
};

/** A request as the platform hands it on, or undefined where it cannot be one. */
function asRequest({ method, path, headers, body }: HostileRequest): Request | undefined {
  try {
    const sent = body.length > 0 ? { body: new Uint8Array(body) } : {};
    return new Request(site + path, { method, headers: { ...headers, host: new URL(site).host }, ...sent });
  } catch {
    return undefined;
  }
}
