import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMessageFiles } from '../../src/texts/read-texts.ts';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { smallCountry } from '../netlify/small-country.ts';
import { stepOn } from '../journeys/send-form.ts';
import { pseudoFile } from './pseudo-language.ts';
import { PATIENCE_MS } from '../patience.ts';
import { childEnvironment } from '../child-environment.ts';

/*
 * A further language is a folder of texts and a line of configuration. It is added to a small portal, which is built and
 * served as it is; then every kind of page is read in it. Its code is that of Amharic, whose days and months are written
 * in a script of their own: whatever stands in plain Latin letters is English that was left over, or content.
 */
const CODE = 'am';
/** Names, units and formats, which are the same in every language. */
const NAMES = new Set(['OpenCharter', 'English', 'Kiswahili', 'CSV', 'JSON', 'HTML', 'UTC', 'kB', 'MB', 'of']);

let dir = '';
let portal: ChildProcess;
let browser: Browser;
let page: Page;
let origin = '';
let contentWords = new Set<string>();

beforeAll(async () => {
  dir = smallCountry();
  const folder = join(dir, 'src', 'texts', CODE);
  mkdirSync(folder);
  for (const [topic, messages] of Object.entries(readMessageFiles('en')))
    writeFileSync(join(folder, `${topic}.json`), JSON.stringify(pseudoFile(withoutOne(topic, messages))));
  const settings = join(dir, 'content', 'portal', 'portal.yaml');
  writeFileSync(
    settings,
    `${readFileSync(settings, 'utf8').trimEnd()}\nlanguages: [{ code: en, name: English }, { code: ${CODE}, name: Ŧéšŧ }]\n`,
  );
  contentWords = wordsOfContent(join(dir, 'content'));
  portal = spawn(process.execPath, ['src/entry/start.ts'], {
    cwd: dir,
    env: childEnvironment({ PORT: '0', MAIL_CATCHER_SMTP_PORT: '0', MAIL_CATCHER_WEB_PORT: '0' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  origin = await portalAddress(portal);
  browser = await launchBrowser();
  page = await (await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 740 } })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
});

afterAll(async () => {
  await browser.close();
  const ended = new Promise((done) => portal.once('close', done));
  portal.kill('SIGTERM');
  await ended;
  rmSync(dir, { recursive: true, force: true });
});

/** One text is missing, so that a page has to say it in English. */
function withoutOne(topic: string, messages: ReturnType<typeof readMessageFiles>[string]): typeof messages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => topic !== 'shell' || key !== 'accessibility'));
}

function portalAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Portal\S*\s+(http:\/\/\S+)/.exec(output)?.[1];
      if (found) resolve(found.replace(/\/$/, ''));
    });
    child.once('close', () => reject(new Error(output)));
  });
}

function wordsOfContent(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const texts = files
    .filter((item) => !item.parentPath.includes(`${join(folder, 'search')}`))
    .map((item) => readFileSync(join(item.parentPath, item.name), 'utf8'));
  return new Set(texts.join('\n').match(/[A-Za-z]+/g));
}

/** What a reader sees or hears in plain Latin letters, apart from content, code and what bears another language. */
async function plainWords(): Promise<string[]> {
  const heard = await page.evaluate((code) => {
    const inOtherTongue = (element: Element | null): boolean =>
      element?.closest('code, pre, script, style, svg') !== null ||
      element.closest('[lang]')?.getAttribute('lang') !== code;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, textContent: text } = walker.currentNode;
      // Where scripts run, what stands in <noscript> is one text with its tags.
      const words = parent?.tagName === 'NOSCRIPT' ? text?.replace(/<[^>]*>/g, ' ') : text;
      if (!inOtherTongue(parent)) texts.push(words ?? '');
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (!inOtherTongue(element)) texts.push(element.getAttribute(name) ?? '');
    return texts;
  }, CODE);
  // Addresses of pages, mail and files are no words, nor is a reference or secret that happens to hold no figure.
  const words = heard
    .flatMap((text) => text.split(/\s+/))
    .filter((word) => !/[/@#]|\w\.\w|\d|^[A-Z]{4}-[A-Z]{3,4}/.test(word));
  return words.flatMap((word) => word.match(/(?<!\p{L})[A-Za-z]{2,}(?!\p{L})/gu) ?? []);
}

const isLeftOver = (word: string): boolean => !contentWords.has(word) && !NAMES.has(word);

async function expectGood(where: string): Promise<void> {
  expect(await page.locator('body').innerText(), where).toMatch(/ŧ|š|ñ/);
  expect([...new Set((await plainWords()).filter(isLeftOver))], `English on ${where}`).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${where} overflows sideways`).toBeLessThanOrEqual(360);
}

describe('a language that a folder and a line of configuration add', () => {
  it('is spoken on every kind of page, and fits a small phone', async () => {
    const read = new Set<string>();
    // From the home page and what no page leads to, by every link in the language.
    const wanted = ['', 'search/?q=water', 'embed/water/services/', 'gone/'].map((path) => `/${CODE}/${path}`);
    for (let address = wanted.shift(); address !== undefined; address = wanted.shift()) {
      if (read.has(address)) continue;
      read.add(address);
      await page.goto(address);
      await expectGood(address);
      const links = await page
        .locator(`a[href^="/${CODE}/"]`)
        .evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
      wanted.push(...links.filter((link) => link.endsWith('/')));
    }
    expect(read.size).toBeGreaterThan(25);
  });

  it('takes a complaint, and shows the case', async () => {
    await page.goto(`/${CODE}/xx/water/complain/`);
    await page.fill('[name="details"]', 'Water water water water water water water.');
    for (let step = await stepOn(page.locator('main')); step; step = await stepOn(page.locator('main'))) {
      await expectGood(`the step "${step}" of the form`);
      const loaded = page.waitForEvent('load');
      await page.locator('main form [type="submit"]').first().click();
      await loaded;
    }
    await expectGood('the page to check what was written');
    await page.click('main form [value="send"]');
    await page.locator('.case-reference').waitFor();
    await expectGood('the page with reference and secret');
    expect(await page.locator('main').textContent()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it('says what it lacks in English, marked as such', async () => {
    await page.goto(`/${CODE}/`);
    expect(await page.locator('footer [lang="en"]').allTextContents()).toContain('Accessibility');
    expect(await page.content()).not.toMatch(/[\uE0F0\uE0F1]/);
  });
});
