import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../../src/bench/frame/browser.ts';
import { backendOf, readGitHost } from '../../../src/cms/hosts/git-host.ts';
import { createHostedCms } from '../../../src/cms/hosts/hosted-cms.ts';
import { createOAuth } from '../../../src/cms/hosts/oauth/create-oauth.ts';
import { loadRegister } from '../../../src/register/load.ts';
import { securityHeaders } from '../../../src/server/headers.ts';
import { compileEditor } from '../../../src/server/rendering/compile-editor.ts';
import { PATIENCE_MS } from '../../patience.ts';
import { makePortal } from '../fixture.ts';
import { APP, published, startHost } from './stand-in.ts';

/*
 * Decap itself in a browser, with the headers that the portal sends, against hosts that answer with what they publish.
 * The portal is reached as localhost and the host as 127.0.0.1, so they are two sites, as in life.
 */

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function deskAt(name: 'github' | 'gitlab' | 'gitea', settings: Record<string, string>) {
  const content = makePortal();
  onTestFinished(() => content.remove());
  const host = await startHost(name);
  const editor = await compileEditor({ repoDir: resolve(import.meta.dirname, '..', '..', '..'), env: process.env });
  const register = await loadRegister(`${content.dir}/content`);
  const server = createServer((incoming, outgoing) => {
    answer(incoming).then(
      async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(Buffer.from(await response.arrayBuffer()));
      },
      (error: unknown) => outgoing.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const siteUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  const gitHost = readGitHost({ CMS_BACKEND: name, CMS_REPO: 'gov/charters', CMS_HOST_URL: host.url, ...settings });
  if (!gitHost) throw new Error('no host');
  const backend = backendOf(gitHost, siteUrl);
  const cms = createHostedCms(async () => register, backend);
  const oauth = createOAuth({
    host: gitHost,
    siteUrl,
    secret: 's'.repeat(32),
    clock: () => new Date(),
    log: () => undefined,
  });

  async function answer(incoming: IncomingMessage): Promise<Response> {
    const url = new URL(incoming.url ?? '/', siteUrl);
    const { pathname } = url;
    const headers = Object.entries(incoming.headers).map(([key, value]): [string, string] => [key, String(value)]);
    const request = new Request(url, { method: incoming.method ?? 'GET', headers });
    const made = pathname.startsWith('/api/cms')
      ? await cms.handle(request)
      : pathname.startsWith('/api/oauth')
        ? await oauth.handle(request)
        : await fileAt(pathname);
    const response = new Response(made.body, made);
    for (const [header, value] of Object.entries(securityHeaders(pathname, false, backend)))
      if (!response.headers.has(header)) response.headers.set(header, value);
    return response;
  }

  async function fileAt(pathname: string): Promise<Response> {
    const file = join(editor, pathname === '/admin/' ? '/admin/index.html' : pathname);
    if (!existsSync(file)) return new Response(null, { status: 404 });
    return new Response(await readFile(file), { headers: { 'content-type': TYPES[extname(file)] ?? 'text/plain' } });
  }

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const shown: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && shown.push(message.text())));
  await page.goto(`${siteUrl}/admin/`);
  return { page, host, siteUrl, shown };
}

/** The first question that Decap asks the host's API with its token. */
const firstQuestion = (page: Awaited<ReturnType<typeof deskAt>>['page'], origin: string) =>
  page.waitForRequest((request) => request.url().startsWith(origin) && Boolean(request.headers().authorization));

test.each(['github', 'gitlab'] as const)(
  'Decap gets the token of %s from the window, which it then closes',
  async (name) => {
    const { page, host } = await deskAt(name, { CMS_APP_ID: APP.id, CMS_APP_SECRET: APP.secret });
    const asked = firstQuestion(page, host.url);
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: /login/i }).click();
    const closed = (await opened).waitForEvent('close');
    expect((await asked).headers().authorization).toMatch(new RegExp(` ${published[name].access_token}$`));
    await closed;
  },
);

test('Decap says in words why the host refused', async () => {
  const { page, host } = await deskAt('github', { CMS_APP_ID: APP.id, CMS_APP_SECRET: 'another secret altogether' });
  await page.getByRole('button', { name: /login/i }).click();
  await page.getByText('correct CMS_APP_ID and CMS_APP_SECRET').waitFor();
  expect(host.asked).toHaveLength(1);
});

test('the window tells an opener of another origin nothing', async () => {
  const { page, siteUrl, host } = await deskAt('github', { CMS_APP_ID: APP.id, CMS_APP_SECRET: APP.secret });
  // The stranger's page lies where the host is, which is not on the list.
  await page.goto(`${host.url}/stranger`);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data, source, origin }) => {
      heard.push(data);
      (source as Window).postMessage(data, origin);
    });
  });
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => void window.open(address), `${siteUrl}/api/oauth/auth?provider=github`);
  const popup = await opened;
  await popup.getByText('You are signed in').waitFor();
  expect(await popup.evaluate(() => window.opener !== null)).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
});

test('Decap signs in at Gitea in the browser alone, and the policy of the desk lets it', async () => {
  const { page, host, siteUrl, shown } = await deskAt('gitea', { CMS_APP_ID: APP.id });
  const asked = firstQuestion(page, host.url);
  await page.getByRole('button', { name: /login/i }).click();
  expect((await asked).headers().authorization).toBe(`token ${published.gitea.access_token}`);
  const [form] = host.asked;
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    client_id: APP.id,
    grant_type: 'authorization_code',
    redirect_uri: `${siteUrl}/admin/`,
  });
  expect(form?.get('code_verifier')).toMatch(/^[\w.-]{43,128}$/);
  expect(shown.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
});
