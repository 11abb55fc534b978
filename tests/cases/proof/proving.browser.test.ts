import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOn } from '../../journeys/accessibility.ts';
import { launchBrowser } from '../../../src/bench/frame/browser.ts';
import { goToCheck } from '../../journeys/send-form.ts';
import { smallCountry } from '../../netlify/small-country.ts';
import { story } from '../pipeline-fixture.ts';
import { PATIENCE_MS } from '../../patience.ts';
import { childEnvironment } from '../../child-environment.ts';

const DESK = 'complaints@water.example';
const YES = 'Yes, this is our address';
const NO = 'No, this is not the right address';

let dir: string;
let portal: ChildProcess;
let portalUrl: string;
let mailUrl: string;
let browser: Browser;
let page: Page;
const env = childEnvironment({ PORT: '0', MAIL_CATCHER_SMTP_PORT: '0', MAIL_CATCHER_WEB_PORT: '0' });
// A portal of its own, which is no demonstration, so that addresses have to be proved. Its mail is caught all the same.
beforeAll(async () => {
  dir = smallCountry();
  browser = await launchBrowser();
  portal = spawn(process.execPath, ['src/entry/start.ts'], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = await announced(portal);
  portalUrl = /Portal\s+(http:\S+?)\/\s/.exec(output)?.[1] ?? '';
  mailUrl = /Mail\s+(http:\S+?)\/\s/.exec(output)?.[1] ?? '';
  command('release', 'xx');
  page = await browser.newPage({ baseURL: portalUrl, javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  page.setDefaultTimeout(PATIENCE_MS);
});
afterAll(async () => {
  const ended = new Promise((done) => portal.once('close', done));
  portal.kill('SIGTERM');
  await ended;
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Waits until the portal is ready, and gives what it said. */
function announced(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    const read = (text: string): void => {
      output += text;
      if (output.includes('Stop with Ctrl+C')) done(output);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('close', (code) => fail(new Error(`The portal stopped with code ${code}:\n${output.slice(-4000)}`)));
  });
}

/** Waits until so many mails that fit are there, and gives the newest. */
async function mail(fits: (mail: Email) => boolean, count = 1): Promise<Email> {
  let found: Email[] = [];
  const look = async (): Promise<number> => {
    const ids = [...(await (await fetch(mailUrl)).text()).matchAll(/<a href="\/([^"/]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    const all = await Promise.all(
      ids.sort().map(async (id) => PostalMime.parse(await (await fetch(`${mailUrl}/${id}/raw`)).arrayBuffer())),
    );
    found = all.filter(fits);
    return found.length;
  };
  await expect.poll(look, { interval: 100 }).toBe(count);
  return found.at(-1) as Email;
}

async function question(count: number): Promise<{ link: string; code: string }> {
  const { text = '' } = await mail(
    (one) => one.to?.[0]?.address === DESK && Boolean(one.text?.includes('/cases/prove/?t=')),
    count,
  );
  return { link: /http\S+\/cases\/prove\/\?t=\S+/.exec(text)?.[0] ?? '', code: /Code: (\S+)/.exec(text)?.[1] ?? '' };
}

const command = (...args: string[]): string =>
  execFileSync(process.execPath, ['src/entry/addresses.ts', ...args], { cwd: dir, env, encoding: 'utf8' });

async function press(name: string): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.request().method() === 'POST'),
    page.getByRole('button', { name }).click(),
  ]);
  await page.waitForLoadState();
  return response.status();
}

async function whereAComplaintGoes(words: string): Promise<string> {
  await page.goto('/xx/water/complain/');
  await page.getByLabel('What happened?').fill(`${story} ${words}`);
  await goToCheck(page);
  expect(await press('Send it')).toBe(200);
  return page.locator('main').innerText();
}

/** What a command puts into the outbox leaves with the next letter, or else within 15 seconds. */
const hurry = (): Promise<string> => whereAComplaintGoes('And again.');

const addresses = async (): Promise<string> => {
  await page.goto('/statistics/addresses/');
  return page.locator('main').innerText();
};

/** Checks pages with scripts on, because the checker is one, and at the width of a small phone. */
async function expectGood(...paths: string[]): Promise<void> {
  const context = await browser.newContext({ baseURL: portalUrl, viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const checked = await context.newPage();
  for (const path of paths) {
    await checked.goto(path);
    expect(await barriersOn(checked), path).toEqual([]);
    expect(
      await checked.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  }
  await context.close();
}

test('an agency proves its address by the link of a mail; opening the link alone proves nothing', async () => {
  const before = await whereAComplaintGoes('Before.');
  expect(before).toContain('has confirmed its e-mail address yet, so it is passed over.');
  expect(before).toContain('The operator of this portal');
  const { link } = await question(1);
  for (let i = 0; i < 2; i++) {
    await page.goto(link);
    expect(await page.locator('main').innerText()).toContain(`We wrote to ${DESK}.`);
  }
  await expectGood(
    link,
    '/cases/prove/',
    '/cases/prove/?t=abc',
    '/statistics/addresses/',
    '/sw/cases/prove/',
    '/statistics/',
    '/xx/water/complain/',
  );
  expect(await addresses()).toContain('Not proved yet: we have asked.');
  await page.goto('/xx/water/complain/');
  await page.locator('summary', { hasText: 'Who receives it' }).click();
  expect(await page.locator('main').innerText()).toContain(
    'It goes there if the address is proved on the day you send.',
  );
  await page.goto(link);
  expect(await press(YES)).toBe(200);
  await page.getByRole('heading', { name: 'Thank you: the address is confirmed' }).waitFor();
  expect(await addresses()).toMatch(/Proved on \d+ \w+ \d{4}\./);
  expect(await whereAComplaintGoes('After.')).toContain('Complaints desk');
  await mail((one) => one.to?.[0]?.address === DESK && Boolean(one.text?.includes('After.')));
  await page.goto(link);
  expect(await press(NO)).toBe(409);
  await page.getByRole('heading', { name: 'This code has been used' }).waitFor();
});

test('the code may be typed; a wrong one keeps what was typed; “not our address” is told to the operator', async () => {
  expect(command('ask', 'water')).toContain(DESK);
  await hurry();
  const { code } = await question(2);
  await page.goto('/cases/prove/');
  expect(await press(YES)).toBe(422);
  expect(await page.locator('.error-summary li').allInnerTexts()).toEqual([
    'Write the e-mail address that our mail was sent to.',
    'Write the code from the mail: nine letters and digits.',
  ]);
  await page.getByLabel('E-mail address').fill(DESK);
  await page.getByLabel('Code', { exact: true }).fill('ABC-DEF-GHJ');
  expect(await press(YES)).toBe(422);
  expect(await page.title()).toContain('Problem:');
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(DESK);
  expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe('ABC-DEF-GHJ');
  await page.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
  expect(await press(NO)).toBe(200);
  await page.getByRole('heading', { name: 'Thank you: we send nothing there' }).waitFor();
  expect(await addresses()).toContain('Its reader says that it is not the right address.');
  await mail((one) => one.subject === `Not their address: ${DESK}`);
});

test('a code ends after 14 days; the operator may note what they heard on the telephone; both pages in Kiswahili', async () => {
  command('ask', DESK);
  await hurry();
  const { link } = await question(3);
  // The portal may be writing at the moment.
  const db = new DatabaseSync(join(dir, '.data', 'cases.sqlite'), { timeout: PATIENCE_MS });
  db.exec("update address_proofs set asked_at = '2026-01-01T00:00:00.000Z', sent_at = '2026-01-01T00:00:00.000Z'");
  db.close();
  await page.goto(link.replace('/cases/', '/sw/cases/'));
  expect(await page.locator('html').getAttribute('lang')).toBe('sw');
  expect(await press('Ndiyo, hii ni anwani yetu')).toBe(410);
  await page.getByRole('heading', { name: 'Muda wa msimbo huu umeisha' }).waitFor();
  expect(() => command('prove', DESK)).toThrow(/--note/);
  expect(command('prove', DESK, '--note', 'Rang the desk')).toContain('proved');
  expect(command()).toMatch(
    /proved\s+complaints@water\.example\s+water \(complaint\).*by the operator.*note: Rang the desk/,
  );
  await page.goto('/sw/statistics/addresses/');
  expect(await page.locator('main').innerText()).toContain('Mwendeshaji wa tovuti alihakikisha kwa njia nyingine.');
});

test('a link that was cut says so and offers the code', async () => {
  const response = await page.goto('/cases/prove/?t=abc');
  expect(response?.status()).toBe(404);
  expect(await page.locator('.error-summary').innerText()).toContain('This link does not work.');
  expect(await page.getByLabel('Code', { exact: true }).count()).toBe(1);
});
