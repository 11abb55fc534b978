import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOn } from '../journeys/accessibility.ts';
import { defaultLimits } from '../../src/cases/abuse/guard.ts';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { goToCheck } from '../journeys/send-form.ts';
import { startSmallPortal, type SmallPortal } from '../server/small-portal.ts';
import { story } from './pipeline-fixture.ts';
import { PATIENCE_MS } from '../patience.ts';

let portal: SmallPortal;
let browser: Browser;
// A portal of its own: whoever else sends from this machine would have to wait too.
beforeAll(async () => {
  browser = await launchBrowser();
  portal = await startSmallPortal();
});
afterAll(async () => {
  await portal.stop();
  await browser.close();
});

test('who has to wait reads it at the top and at the button, keeps every word, and needs no JavaScript', async () => {
  const page = await browser.newPage({ baseURL: portal.url, javaScriptEnabled: false });
  page.setDefaultTimeout(PATIENCE_MS);
  const send = async (): Promise<{ status: number; retryAfter: string | undefined }> => {
    await goToCheck(page);
    const [response] = await Promise.all([
      page.waitForResponse(
        (candidate) => candidate.request().method() === 'POST' && new URL(candidate.url()).pathname === '/cases/new/',
      ),
      page.getByRole('button', { name: 'Send it' }).click(),
    ]);
    await page.waitForLoadState();
    return { status: response.status(), retryAfter: (await response.allHeaders())['retry-after'] };
  };
  for (let i = 0; i < defaultLimits.easilyFromAddress.count; i++) {
    await page.goto('/xx/water/complain/');
    await page.getByLabel('What happened?').fill(`${story} ${i}`);
    expect((await send()).status).toBe(200);
  }
  await page.goto('/xx/water/complain/');
  await page.getByLabel('What happened?').fill(`${story} Once more.`);
  const held = await send();
  expect(held).toEqual({ status: 429, retryAfter: expect.stringMatching(/^(?:[1-9]|1\d|20)$/) as string });
  expect(await page.title()).toContain('Problem:');
  await page
    .locator('.error-summary')
    .getByRole('link', { name: /Nothing is lost: wait 20 seconds/ })
    .click();
  const button = page.getByRole('button', { name: 'Send it' });
  await expect.poll(() => button.evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(
    await button.evaluate(
      (element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
    ),
  ).toContain('wait 20 seconds');
  await page.getByText(`${story} Once more.`).waitFor();
  // Pressed too early it is the same wait, not a new one.
  const key = await page.locator('input[name=waitingKey]').inputValue();
  expect((await send()).status).toBe(429);
  expect(await page.locator('input[name=waitingKey]').inputValue()).toBe(key);
  await page.getByText(`${story} Once more.`).waitFor();
});

test('where scripts run the browser earns its way in: it says when to send, and the form is taken then', async () => {
  const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The answer that asks to wait is itself told as an error.
    if (message.type() === 'error' && !message.text().includes('429')) faults.push(message.text());
  });
  const button = page.getByRole('button', { name: 'Send it' });
  const status = page.getByRole('status');
  // Whatever this machine may send easily is used up sooner or later.
  for (let i = 0; (await status.count()) === 0; i++) {
    await page.goto('/xx/water/complain/');
    await page.getByLabel('What happened?').fill(`${story} In a hurry, ${i}.`);
    await goToCheck(page);
    await button.click();
    await page.locator('.case-reference').or(status).waitFor();
  }
  await expect.poll(() => status.textContent()).toBe('You may send now.');
  expect(await barriersOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect(await page.locator('input[name=proof]').inputValue()).toMatch(/^\d+$/);
  await button.click();
  await page.getByRole('heading', { name: 'Your complaint is saved' }).waitFor();
  expect(faults).toEqual([]);
});
