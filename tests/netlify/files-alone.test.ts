import { execFile } from 'node:child_process';
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deploymentNotice } from '../../src/netlify/deployment.ts';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { smallCountry } from './small-country.ts';
import { childEnvironment } from '../child-environment.ts';

let [folder, dist, told] = ['', '', ''];
const published = (file: string): string => readFileSync(join(dist, file), 'utf8');

beforeAll(async () => {
  folder = smallCountry();
  dist = join(folder, 'dist');
  const env = childEnvironment({ DEPLOY_TARGET: 'static', SITE_URL: 'https://x.example' });
  const built = await promisify(execFile)(process.execPath, ['src/entry/build.ts'], { cwd: folder, env });
  told = built.stdout;
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The file that a host of files alone answers an address with. */
function fileAt(path: string): string | undefined {
  const file = join(dist, decodeURIComponent(path));
  const named = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
  return existsSync(named) ? named : undefined;
}

describe('a portal of files alone', () => {
  test('says while it is built what it is', () => {
    expect(told).toContain(deploymentNotice({ target: 'static', forms: 'nobody' }));
  });

  test('leads nowhere but to files that are there, and posts nothing', () => {
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.html') && !/^(?:pagefind|gallery)\//.test(file),
    );
    expect(pages.length).toBeGreaterThan(50);
    const dead = pages.flatMap((file) =>
      [...published(file).matchAll(/ (?:href|src|action)="(\/[^"#?]*)/g)]
        .map(([, path = '']) => path)
        .filter((path) => !fileAt(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(dead).toEqual([]);
    const offering = /method="post"|data-kept|json\+oembed|\/statistics\/|\/cases\//;
    expect(pages.filter((file) => offering.test(published(file)))).toEqual([]);
    expect(published('sitemap.xml')).not.toContain('/statistics/');
  });

  test.each([
    ['', 'takes nothing in', 'Complaint: Water Board, '],
    ['sw/', 'haipokei', 'Malalamiko: '],
  ])('says at /%s in place of a form to whom to write, with a mail and a letter', (language, notice, subject) => {
    const page = published(`${language}xx/water/connection/complain/index.html`);
    expect(page).toContain(notice);
    const mail = new URL(
      /href="(mailto:[^"]+)"/g.exec(page.slice(page.indexOf(notice)))?.[1]?.replaceAll('&amp;', '&') ?? '',
    );
    expect(mail.pathname).toMatch(/^[^@]+@water\.example$/);
    expect(mail.searchParams.get('subject')).toContain(subject);
    expect(mail.searchParams.get('body')?.split('\r\n').length).toBeGreaterThan(8);
    expect(page).toMatch(/<article class="letter"[\s\S]*Water Board[\s\S]*<\/article>/);
  });

  test('tells whoever reports misconduct that a mail shows its sender, and promises no protection that it has not', () => {
    const page = published('xx/water/report/index.html');
    expect(page).toContain('A mail shows who sends it');
    expect(page).not.toContain('id="safer"');
  });

  test('has a page for what is not there, no desk, and headers for hosts that know them', () => {
    expect(published('404.html')).toContain('Test portal');
    expect(published('admin/index.html')).toContain('no charter desk');
    expect(published('_headers')).toContain('Content-Security-Policy');
    expect(published('privacy/index.html')).toContain('takes nothing in');
  });

  test('can be kept on a phone, and put beside its other programs', () => {
    expect(published('sw.js')).toContain("addEventListener('fetch'");
    const headers = published('_headers');
    expect(headers).toMatch(/^\/admin\/assets\/\*\n {2}Cache-Control: .*immutable\n/m);
    expect(headers).toMatch(/^\/sw\.js\n(?: {2}.*\n)* {2}Cache-Control: no-cache\n/m);
    // The folder of a language is no part of the worker's address, nor the other way round.
    expect(headers.split('\n').filter((line) => line.startsWith('/sw'))).toContain('/sw/on-this-phone/*');
    const { icons, start_url } = JSON.parse(published('sw/manifest.webmanifest')) as {
      icons: { src: string }[];
      start_url: string;
    };
    expect(start_url).toBe('/sw/');
    expect(icons.filter(({ src }) => !fileAt(src))).toEqual([]);
    const { pages } = JSON.parse(published('xx/water/pages.json')) as { pages: string[] };
    expect(pages.filter((path) => !fileAt(path))).toEqual([]);
    expect(published('xx/water/index.html')).toContain('data-keep-agency="/xx/water/pages.json"');
  });

  test('says of complaints only what holds where none is taken in', () => {
    expect(published('about/index.html')).toContain('It takes none in.');
    expect(published('privacy/index.html')).toContain('it stores nothing about you');
    for (const page of ['about', 'privacy'])
      expect(published(`${page}/index.html`)).not.toMatch(
        /<case-keeping|stores the complaint|What you write is stored/,
      );
  });
});

describe('the search of a portal of files alone', () => {
  let [server, browser]: [Server?, Browser?] = [];
  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const file = fileAt(new URL(url, 'http://x').pathname);
      response.writeHead(file ? 200 : 404, { 'Content-Type': types[extname(file ?? '')] ?? 'text/html' });
      if (file) createReadStream(file).pipe(response);
      else response.end(published('404.html'));
    });
    await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test('answers what was asked on another page, in the browser', async () => {
    const page = await browser?.newPage();
    const address = `http://127.0.0.1:${(server?.address() as AddressInfo).port}`;
    await page?.goto(address);
    await page?.getByRole('searchbox').fill('water connection');
    await page?.keyboard.press('Enter');
    await page?.waitForURL(/\/search\/\?q=water\+connection/);
    await page?.locator('[data-search-results] a[href^="/xx/water/"]').first().waitFor();
    expect(await page?.getByRole('searchbox').inputValue()).toBe('water connection');
  });

  test('leaves no choice of a country where there is one', () => {
    expect(published('search/index.html')).toContain('data-country-choice');
    expect(published('search/index.html')).not.toContain('data-country=');
  });

  test('keeps what was typed while its script was still on its way', async () => {
    const page = await browser?.newPage();
    const address = `http://127.0.0.1:${(server?.address() as AddressInfo).port}`;
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => (release = done));
    await page?.route(/\/assets\/SearchBox\..*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page?.goto(`${address}/search/?q=something+else`, { waitUntil: 'commit' });
    await page?.getByRole('searchbox').fill('water connection');
    release();
    await page?.locator('[data-search-results] a[href^="/xx/water/"]').first().waitFor();
    expect(await page?.getByRole('searchbox').inputValue()).toBe('water connection');
    await page?.close();
  });
});
