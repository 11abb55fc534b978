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
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict; Secure; Max-Age=43200$/);
  expect((await confirm(portal, token)).status).toBe(410);
  expect(await sessionOf(SITE, cookieOf(first))).toMatchObject({ officer: { name: 'Amina Bello' } });
});

test('a link ends after fifteen minutes and a forged one never works', async () => {
  const token = await tokenFor(portal, 'amina@inec.example');
  expect((await confirm(portal, `${token.slice(0, -2)}xx`)).status).toBe(410);
  portal.later(16);
  expect((await confirm(portal, token)).status).toBe(410);
});

test('the answer does not tell whether an address is on the list, and the links are limited', async () => {
  const known = await portal.cms.handle(post('/sign-in', { email: 'AMINA@inec.example' }));
  const unknown = await portal.cms.handle(post('/sign-in', { email: 'stranger@else.example' }));
  const sample = await portal.cms.handle(post('/sign-in', { email: 'sample@desk.example' }));
  const texts = await Promise.all([known, unknown, sample].map((response) => response.text()));
  expect(new Set(texts).size).toBe(1);
  for (let round = 0; round < 9; round++) await portal.cms.handle(post('/sign-in', { email: 'amina@inec.example' }));
  expect(portal.mails.map((mail) => mail.to)).toEqual(Array(5).fill('amina@inec.example'));
});

test('a session ends after twelve hours, by signing out, and when the officer is taken off the list', async () => {
  const { cookie } = await signIn(portal, 'amina@inec.example');
  const out = await portal.cms.handle(post('/sign-out', {}, cookie));
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  expect(await sessionOf(SITE, cookie)).toMatchObject({ officer: null });

  const chidi = await signIn(portal, 'chidi@inec.example');
  portal.later(12 * 60 - 1);
  expect(await sessionOf(SITE, chidi.cookie)).toMatchObject({ officer: { name: 'Chidi Obi' } });
  portal.later(2);
  expect(await sessionOf(SITE, chidi.cookie)).toMatchObject({ officer: null });

  const efe = await signIn(portal, 'efe@npc.example');
  portal.write('admin/officers.yaml', portal.read('admin/officers.yaml').replace('efe@npc.example', 'other@npc.example'));
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
  const bare = request('', { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: '{"action":"info"}' });
  expect((await portal.cms.handle(bare)).status).toBe(403);
});

test('what the CMS does not know is answered, not guessed', async () => {
  const amina = await signIn(portal, 'amina@inec.example');
  expect((await amina.act('textForEditor', {})).body.error).toContain('does not know the action');
  expect((await amina.act('getEntry', {})).status).toBe(400);
  expect((await amina.get('/nowhere')).status).toBe(404);
  expect((await portal.cms.handle(request('/config'))).status).toBe(401);
});
