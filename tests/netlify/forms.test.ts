import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { deploymentNotice } from '../../src/netlify/deployment.ts';
import { closedPort } from '../cases/closed-port.ts';
import { startMailServer, type MailServer } from '../cases/mail-servers.ts';
import { buildForNetlify, type NetlifyBuild } from './build-for-netlify.ts';

const site = 'https://portal.example';
const taker = 'submission-created-background';
const story = 'I paid for a new connection in March and nobody has come.';

let build: NetlifyBuild;
beforeAll(async () => {
  build = await buildForNetlify({ SITE_URL: site });
});
afterAll(() => build.remove());
beforeEach(() => {
  vi.stubEnv('SITE_URL', site);
  vi.stubEnv('OPENCHARTER_SECRET', 'a secret for tests that is long enough');
  vi.stubEnv('SMTP_HOST', '127.0.0.1');
  vi.stubEnv('OPENCHARTER_RELEASED', 'xx');
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** The event as Netlify sends it. */
function submitted(data: Record<string, unknown>, more: object = {}): Request {
  const payload = {
    id: '65f0c0ffee',
    form_name: 'complaint',
    created_at: '2026-03-10T09:00:00.000Z',
    data: { agency: 'water', details: story, language: 'en', ip: '203.0.113.7', user_agent: 'A browser', ...data },
    ...more,
  };
  return new Request(`${site}/.netlify/functions/${taker}`, { method: 'POST', body: JSON.stringify({ payload }) });
}

async function mailServer(behaviour: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(behaviour);
  vi.stubEnv('SMTP_PORT', String(server.port));
  return server;
}

/** The text of a mail as a reader sees it. */
const readable = (raw: string): string =>
  raw
    .replace(/=\r?\n/g, '')
    .replaceAll('=3D', '=')
    .replaceAll('\r\n', '\n');

describe('a site without a database', () => {
  test('has a form that Netlify Forms finds, and a static page to answer with', () => {
    for (const [prefix, sent] of [
      ['', '/complaint-sent/'],
      ['sw/', '/sw/complaint-sent/'],
    ] as const) {
      const page = build.published(`${prefix}xx/water/complain/index.html`);
      expect(page).toMatch(
        new RegExp(
          `<form [^>]*method="post" action="${sent}"[^>]* name="complaint" data-netlify="true" netlify-honeypot="leaveThisEmpty">`,
        ),
      );
      expect(page).toContain('<input type="hidden" name="form-name" value="complaint">');
      expect(page).toMatch(/name="leaveThisEmpty"/);
      expect(build.published(`${sent}index.html`)).toContain('<h1>');
    }
  });

  test('has a form of its own for requests for information', () => {
    const page = build.published('sw/xx/water/request/index.html');
    expect(page).toMatch(/<form [^>]*method="post"[^>]* name="information-request" data-netlify="true"/);
    expect(page).toContain('<input type="hidden" name="form-name" value="information-request">');
  });

  test('has one function for its pages and one that Netlify calls, and repeats, for each submission', () => {
    expect(Object.fromEntries(build.functions)).toEqual({
      ssr: { schedule: undefined, background: false, routes: ['/*'] },
      [taker]: { schedule: undefined, background: true, routes: [] },
    });
  });

  test('sends the same headers with its files as our own server does, by rules of which only one fits an address', () => {
    const rules = build
      .published('_headers')
      .split(/\n(?=\/)/)
      .map((rule) => rule.split('\n').map((line) => line.trim()));
    const fits = (address: string): string[][] =>
      rules.filter(([path = '']) => (path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : path === address));
    for (const [address, ancestors] of [
      ['/', "frame-ancestors 'self'"],
      ['/sw/', "frame-ancestors 'self'"],
      ['/xx/water/', "frame-ancestors 'self'"],
      ['/sw/xx/water/complain/', "frame-ancestors 'self'"],
      ['/embed/water/services/', 'frame-ancestors *'],
      ['/sw/embed/water/services/', 'frame-ancestors *'],
      ['/embed.js', 'frame-ancestors *'],
      ['/admin/', "frame-ancestors 'self'"],
    ] as const) {
      const [rule = [], ...others] = fits(address);
      expect(others, address).toEqual([]);
      expect(
        rule.find((line) => line.startsWith('Content-Security-Policy:')),
        address,
      ).toContain(ancestors);
      expect(rule, address).toContain('X-Content-Type-Options: nosniff');
    }
  });

  test('searches on demand', async () => {
    const response = await build.ask('ssr', new Request(`${site}/search/?q=water+connection`));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(await response.text()).toContain('Water Board');
  });

  test('answers an unknown address with its own page', async () => {
    const large = await build.ask('ssr', new Request(`${site}/XX/Water?from=poster`));
    expect([large.status, large.headers.get('location')]).toEqual([308, '/xx/water/?from=poster']);
    expect((await build.ask('ssr', new Request(`${site}/XX/NOBODY/`))).status).toBe(404);
    const response = await build.ask('ssr', new Request(`${site}/nowhere/`));
    expect(response.status).toBe(404);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('Test portal');
  });

  test('says that it keeps no cases instead of showing an empty look-up', async () => {
    const response = await build.ask('ssr', new Request(`${site}/sw/cases/`));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sw/complaints-by-mail/');
    expect(build.published('complaints-by-mail/index.html')).toContain('keeps no cases');
  });

  test('leads nobody to figures and proofs of cases that it does not keep', () => {
    const files = build.publishedFiles().filter((file) => /\.(?:html|xml|json|txt)$/.test(file));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => /["'>]\S*\/statistics\/|data-kept/.test(build.published(file)))).toEqual([]);
  });

  test('tells whoever has the address of figures or proofs, in their language, that there are none', async () => {
    for (const [path, page] of [
      ['/statistics/', '/complaints-by-mail/'],
      ['/sw/statistics/?month=2026-03', '/sw/complaints-by-mail/'],
      ['/statistics/addresses/', '/complaints-by-mail/'],
      ['/sw/statistics/addresses/', '/sw/complaints-by-mail/'],
    ] as const) {
      const response = await build.ask('ssr', new Request(`${site}${path}`));
      expect([response.status, response.headers.get('location')], path).toEqual([303, page]);
    }
    expect(build.published('complaints-by-mail/index.html')).toContain('no figures of cases');
    expect(build.published('sw/complaints-by-mail/index.html')).toContain('takwimu za malalamiko');
    for (const path of ['/statistics/water.json', '/statistics/water.csv', '/statistics/all.csv']) {
      const response = await build.ask('ssr', new Request(`${site}${path}`));
      expect(response.status, path).toBe(404);
      expect(await response.text(), path).toContain('keeps no cases');
    }
  });

  test('says while it is built where complaints go', () => {
    expect(build.told).toContain(deploymentNotice({ target: 'netlify', forms: 'netlify' }));
  });

  test('refuses what another site posts', async () => {
    const body = new URLSearchParams({ agency: 'water', details: story });
    const response = await build.ask(
      'ssr',
      new Request(`${site}/cases/new/`, { method: 'POST', body, headers: { origin: 'https://evil.example' } }),
    );
    expect(response.status).toBe(403);
  });

  test('has no charter desk without a git host, and says what to set', async () => {
    expect(build.published('admin/index.html')).toContain('CMS_BACKEND');
    const closed = await build.ask('ssr', new Request(`${site}/api/cms/session`));
    expect(closed.status).toBe(501);
    expect(await closed.json()).toEqual({ error: expect.stringContaining('CMS_BACKEND') });
  });

  test('gives Decap its configuration for a git host', async () => {
    vi.stubEnv('CMS_BACKEND', 'gitlab');
    vi.stubEnv('CMS_REPO', 'gov/charters');
    vi.stubEnv('CMS_APP_ID', 'an-id');
    const response = await build.ask('ssr', new Request(`${site}/api/cms/config`));
    expect(await response.json()).toMatchObject({
      backend: { name: 'gitlab', repo: 'gov/charters', branch: 'main', auth_type: 'pkce' },
    });
  });
});

describe('a submission', () => {
  test('goes to the body that answers, and its reference to the citizen', async () => {
    const { taken } = await mailServer();
    await build.ask(taker, submitted({ email: 'asha@example.net', name: 'Asha', broken: ['too-slow', 'rude'] }));
    expect(taken.map(({ to }) => to)).toEqual(['complaints@water.example', 'asha@example.net']);
    const [complaint, acknowledgement] = taken.map(({ text }) => readable(text));
    const reference = /Reference: (\w{4}-\w{4})/.exec(acknowledgement ?? '')?.[1];
    // As in November 2026: whoever updates while Netlify repeats an event must not send the citizen a second reference.
    expect(reference).toBe('SJ8H-YDPK');
    expect(complaint).toContain(`Subject: Complaint ${reference}: Water Board`);
    expect(complaint).toContain(`> ${story}`);
    expect(complaint).toContain('It took, or takes, longer than promised; I was treated rudely or unfairly');
    // No consent was given, and there is no case behind it to be shown.
    expect(complaint).not.toMatch(/Asha|asha@example|203\.0\.113\.7|\/cases\//);
    expect(acknowledgement).not.toContain('/cases/');
    expect(acknowledgement).toContain(`${site}/xx/water/`);
  });

  test('goes to the operator, who is told why, where no address is released', async () => {
    vi.stubEnv('OPENCHARTER_RELEASED', 'yy, desk@elsewhere.example');
    const { taken } = await mailServer();
    await build.ask(taker, submitted({}));
    vi.stubEnv('OPENCHARTER_RELEASED', 'xx');
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).not.toBe('complaints@water.example');
    expect(readable(taken[0]?.text ?? '')).toContain('this portal does not write to it yet: Water Board');
  });

  test('that asks for information is named so, and tells of the Act', async () => {
    const { taken } = await mailServer();
    const wanted = {
      kind: 'information-request',
      details: 'The list of wells in River Town.',
      access: 'inspection',
      email: 'asha@example.net',
    };
    await build.ask(taker, submitted(wanted, { form_name: 'information-request' }));
    const [request, acknowledgement] = taken.map(({ text }) => readable(text));
    expect(request).toMatch(/Subject: Request for information \w{4}-\w{4}: Water Board/);
    expect(request).toContain('Water Board has 21 days to answer: Information Act, s.9.');
    expect(request).toContain('> I would like to look at it in the office');
    expect(acknowledgement).toContain('Received and sent on: your request for information (Water Board).');
  });

  test('that is told again has the same reference and the same Message-IDs', async () => {
    const { taken } = await mailServer();
    const asked = { email: 'asha@example.net' };
    await build.ask(taker, submitted(asked));
    await build.ask(taker, submitted(asked));
    expect(taken).toHaveLength(4);
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(2);
    expect(
      new Set(
        taken.map(({ text }) => /Complaint (\w{4}-\w{4}):|complaint: (\w{4}-\w{4})/.exec(text)?.slice(1).find(Boolean)),
      ).size,
    ).toBe(1);
  });

  test('fails, so that Netlify repeats it, while the mail server is down', async () => {
    vi.stubEnv('SMTP_PORT', String(await closedPort()));
    await expect(build.ask(taker, submitted({}))).rejects.toThrow('could not be sent yet');
  });

  test('that the desk’s mail server refuses goes to the operator', async () => {
    const { taken } = await mailServer({
      atRecipient: (address) => (address === 'complaints@water.example' ? 550 : undefined),
    });
    await build.ask(taker, submitted({}));
    expect(taken.map(({ to }) => to)).toEqual(['operator@portal.example']);
    expect(readable(taken[0]?.text ?? '')).toContain(story);
  });

  test('that the checks refuse goes to the operator as it was typed, because the citizen was told that it arrived', async () => {
    const { taken } = await mailServer();
    await build.ask(taker, submitted({ agency: 'no-such-agency' }));
    expect(taken.map(({ to }) => to)).toEqual(['operator@portal.example']);
    expect(readable(taken[0]?.text ?? '')).toContain(`> ${story}`);
  });

  test('with files tells the operator where they are', async () => {
    const { taken } = await mailServer();
    await build.ask(taker, submitted({ files: [{ filename: 'tap.jpg', url: 'https://files.example/tap.jpg' }] }));
    expect(taken.map(({ to }) => to)).toEqual(['complaints@water.example', 'operator@portal.example']);
    expect(readable(taken[1]?.text ?? '')).toContain('https://files.example/tap.jpg');
  });

  test('of another form is none of ours', async () => {
    const { taken } = await mailServer();
    await build.ask(taker, submitted({}, { form_name: 'newsletter' }));
    expect(taken).toEqual([]);
  });
});
