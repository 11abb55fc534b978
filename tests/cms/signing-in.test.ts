import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirm, post, request, signIn, tokenFor } from './client.ts';
import { makePortal, SITE, type Portal } from './fixture.ts';

let portal: Portal;
beforeEach(() => {
  portal = makePortal();
});
afterEach(() => portal.remove());

const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';
const sessionOf = async (url: string, cookie = '') =>
  (await portal.cms.handle(new Request(`${url}/api/cms/session`, { headers: { cookie } }))).json();

test('a link signs in once, by a button that mail scanners do not press', async () => {
  const token = await tokenFor(portal, 'amina@inec.example');
  expect(portal.mails[0]).toMatchObject({ to: 'amina@inec.example', subject: 'Sign in to the charter desk' });
  const opened = await portal.cms.handle(request(`/sign-in/confirm?token=${token}`));
  expect(await opened.text()).toContain('<form method="post">');
  const first = await confirm(portal, token);
  expect([first.status, first.headers.get('location')]).toEqual([303, '/admin/']);
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; Secure; Max-Age=28800$/);
  expect((await confirm(portal, token)).status).toBe(410);
  expect(await sessionOf(SITE, cookieOf(first))).toMatchObject({ officer: { name: 'Amina Bello' } });
});

test('a session that an earlier version began goes on', async () => {
  const cookie =
    'opencharter_desk=eyJpZCI6IjZhMGYzYzFlLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCIsImVtYWlsIjoiYW1pbmFAaW5lYy5leGFtcGxlIiwiZW5kc0F0IjoxNzkzNjM4ODAwMDAwfQ.jw52PkXbf09C1dSByoJDr8THCX3PpSnkF_IGHOOP8TU';
  expect(await sessionOf(SITE, cookie)).toMatchObject({ officer: { name: 'Amina Bello' } });
});

test('a link ends after fifteen minutes and a forged one never works', async () => {
  const token = await tokenFor(portal, 'amina@inec.example');
  expect((await confirm(portal, `${token.slice(0, -2)}xx`)).status).toBe(410);
  // The page writes the token into its form, so nothing may hang on to a genuine one.
  const longer = await portal.cms.handle(request(`/sign-in/confirm?token=${encodeURIComponent(`${token}."><b>`)}`));
  expect([longer.status, (await longer.text()).includes('"><b>')]).toEqual([410, false]);
  portal.later(16);
  expect((await confirm(portal, token)).status).toBe(410);
});

test('the answer does not tell whether an address is on the list, and the links are limited', async () => {
  const known = await portal.cms.handle(post('/sign-in', { email: 'AMINA@inec.example' }));
  const unknown = await portal.cms.handle(post('/sign-in', { email: 'stranger@else.example' }));
  const sample = await portal.cms.handle(post('/sign-in', { email: 'sample@desk.example' }));
  expect(await known.clone().text()).toContain('It works once, for 15 minutes.');
  const texts = await Promise.all([known, unknown, sample].map((response) => response.text()));
  expect(new Set(texts).size).toBe(1);
  expect(portal.mails.map((mail) => mail.to)).toEqual(['amina@inec.example']);
});

test('a stranger who asks all day long neither fills an officer’s inbox nor keeps the officer out', async () => {
  const tokens = (): string[] =>
    portal.mails.map(({ text }) => new URL(/https:\/\/\S+/.exec(text)?.[0] ?? '').searchParams.get('token') ?? '');
  for (let minute = 0; minute < 120; minute++) {
    for (let request = 0; request < 5; request++)
      await portal.cms.handle(post('/sign-in', { email: 'amina@inec.example' }));
    // Whenever the officer asks too, the newest link in the inbox still works.
    expect(
      (await portal.cms.handle(request(`/sign-in/confirm?token=${tokens().at(-1)}`))).status,
      `minute ${minute}`,
    ).toBe(200);
    portal.later(1);
  }
  expect(portal.mails.length).toBeLessThan(30);
  expect((await confirm(portal, tokens().at(-1) ?? '')).status).toBe(303);
});

test('a link that the mail server did not take counts as not sent', async () => {
  let failing = true;
  portal.remove();
  portal = makePortal({
    sendMail: async (mail) => {
      if (failing) throw new Error('unreachable');
      portal.mails.push(mail);
    },
  });
  await portal.cms.handle(post('/sign-in', { email: 'amina@inec.example' }));
  await expect.poll(() => portal.events).toEqual([{ event: 'sign-in-link-not-sent', error: 'unreachable' }]);
  failing = false;
  await portal.cms.handle(post('/sign-in', { email: 'amina@inec.example' }));
  expect(portal.mails).toHaveLength(1);
});

test('who signed out stays out after a restart, on whatever device the cookie was left', async () => {
  const { cookie } = await signIn(portal, 'amina@inec.example');
  const chidi = await signIn(portal, 'chidi@inec.example');
  await portal.cms.handle(post('/sign-out', {}, cookie));
  const again = portal.restarted();
  const sessionAfter = async (sent: string) =>
    (await again.handle(new Request(`${SITE}/api/cms/session`, { headers: { cookie: sent } }))).json() as Promise<{
      officer: unknown;
    }>;
  expect(await sessionAfter(cookie)).toMatchObject({ officer: null });
  expect(await sessionAfter(chidi.cookie)).toMatchObject({ officer: { name: 'Chidi Obi' } });
});

test('a link signs in at whichever process is asked, once in all, and none sends another right after it', async () => {
  const other = portal.restarted();
  const token = await tokenFor(portal, 'amina@inec.example');
  await other.handle(post('/sign-in', { email: 'amina@inec.example' }));
  expect(portal.mails).toHaveLength(1);
  const opened = await other.handle(request(`/sign-in/confirm?token=${token}`));
  expect(opened.status).toBe(200);
  const both = await Promise.all([confirm(portal, token), confirm({ ...portal, cms: other }, token)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect((await portal.cms.handle(request(`/sign-in/confirm?token=${token}`))).status).toBe(410);
});

test('a slip in the list of officers changes nothing for those who are on it, is logged once, and bars nobody for good', async () => {
  const amina = await signIn(portal, 'amina@inec.example');
  const good = portal.read('content/officers.yaml');
  portal.write('content/officers.yaml', good.replace('agencies: [inec] }', 'agencys: [inec] }'));
  for (let request = 0; request < 3; request++) expect((await amina.act('info', {})).status).toBe(200);
  expect(await tokenFor(portal, 'chidi@inec.example')).not.toBe('');
  expect(portal.events).toHaveLength(1);
  expect(portal.events[0]).toMatchObject({
    event: 'officers-unreadable',
    error: expect.stringContaining('Did you mean "agencies"?'),
  });

  // A portal that starts with it knows no list that held; it says so to whoever asks, and takes the mended one at once.
  const fresh = portal.restarted();
  const asked = await fresh.handle(post('/sign-in', { email: 'amina@inec.example' }));
  expect([asked.status, ((await asked.json()) as { error: string }).error]).toEqual([
    503,
    expect.stringContaining('Nobody can sign in at the moment'),
  ]);
  portal.write('content/officers.yaml', good);
  expect((await fresh.handle(post('/sign-in', { email: 'amina@inec.example' }))).status).toBe(200);
});

test('a session ends after eight hours, by signing out, and when the officer is taken off the list', async () => {
  const { cookie } = await signIn(portal, 'amina@inec.example');
  const out = await portal.cms.handle(post('/sign-out', {}, cookie));
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  expect(await sessionOf(SITE, cookie)).toMatchObject({ officer: null });

  const chidi = await signIn(portal, 'chidi@inec.example');
  portal.later(8 * 60 - 1);
  expect(await sessionOf(SITE, chidi.cookie)).toMatchObject({ officer: { name: 'Chidi Obi' } });
  portal.later(2);
  expect(await sessionOf(SITE, chidi.cookie)).toMatchObject({ officer: null });

  const efe = await signIn(portal, 'efe@npc.example');
  portal.write(
    'content/officers.yaml',
    portal.read('content/officers.yaml').replace('efe@npc.example', 'other@npc.example'),
  );
  expect((await efe.act('info', {})).status).toBe(401);
});

test('a demonstration signs the sample officer in, on this machine only', async () => {
  portal.remove();
  portal = makePortal({ demo: true, siteUrl: 'http://localhost:4321' });
  const local = await portal.cms.handle(new Request('http://localhost:4321/api/cms/session'));
  expect(await local.json()).toMatchObject({ officer: { name: 'Sample officer', sample: true } });
  const cookie = cookieOf(local);
  expect(await sessionOf('http://127.0.0.1:4321', cookie)).toMatchObject({ officer: { sample: true } });
  // A name of another site that points to this machine gets nothing, not even with the cookie.
  expect(await sessionOf('http://rebound.example:4321', cookie)).toEqual({ officer: null, sample: false });
  const stayed = await portal.cms.handle(new Request('http://localhost:4321/api/cms/session?stay-out'));
  expect(await stayed.json()).toEqual({ officer: null, sample: true });
});

test('without a demonstration the sample officer does not exist', async () => {
  expect(await sessionOf('http://localhost:4321')).toEqual({ officer: null, sample: false });
});

test('requests are taken from pages of this portal only, as JSON, with a session', async () => {
  const { cookie } = await signIn(portal, 'amina@inec.example');
  const status = async (headers: Record<string, string>, sent = cookie) =>
    (await portal.cms.handle(post('', { action: 'info' }, sent, headers))).status;
  expect(await status({})).toBe(200);
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status({ 'content-type': 'text/plain' })).toBe(400);
  expect(await status({}, '')).toBe(401);
  expect(await status({}, `${cookie.slice(0, -1)}x`)).toBe(401);
  const bare = request('', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: '{"action":"info"}',
  });
  expect((await portal.cms.handle(bare)).status).toBe(403);
});

test('what the CMS does not know is answered, not guessed', async () => {
  const amina = await signIn(portal, 'amina@inec.example');
  expect((await amina.act('textForEditor', {})).body.error).toContain('does not know the action');
  expect((await amina.act('getEntry', {})).status).toBe(400);
  expect((await amina.get('/nowhere')).status).toBe(404);
  expect((await portal.cms.handle(request('/config'))).status).toBe(401);
});
