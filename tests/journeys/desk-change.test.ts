import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { beforeAll, expect, inject, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { signInByMail } from './sign-in-by-mail.ts';

const open = useBrowser();

type Session = BrowserContextOptions['storageState'];

const SERVICE = '/ng/frsc/motorcycle-licence/';
const FEE = '/desk/bodies/frsc/change/?service=motorcycle-licence&at=fees.0';
const PHONE = { width: 390, height: 844 };
/** The officers of one body, one for each journey: an address gets so many links only. */
const officers = ['phone', 'desktop', 'others'].map((name) => ({ name, email: `${name}@frsc.example` }));

beforeAll(() => {
  const file = join(inject('portalDir'), 'content', 'officers.yaml');
  const added = officers.map(({ name, email }) => `  - { name: Officer ${name}, email: ${email}, agencies: [frsc] }\n`);
  appendFileSync(file, added.join(''));
});

/** Presses what an officer presses, and counts it. */
function finger(): { taps: () => number; tap: (on: Locator) => Promise<void> } {
  let taps = 0;
  return {
    taps: () => taps,
    async tap(on) {
      taps += 1;
      await on.click();
    },
  };
}

const officeSays = (page: Page): Locator => page.getByRole('radio', { name: 'Our office says so itself, today' });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

it.each([
  { name: 'phone', viewport: PHONE, amount: '7,350' },
  { name: 'desktop', viewport: { width: 1280, height: 900 }, amount: '7,360' },
])('an officer changes a fee from its page on a $name, in at most 12 taps and one field typed', async (device) => {
  const { page, complaints } = await open({ viewport: device.viewport });
  const { tap, taps } = finger();
  await page.goto(SERVICE);
  await tap(page.getByRole('link', { name: 'change this page' }));
  await signInByMail(page, `${device.name}@frsc.example`, tap);
  await tap(page.getByRole('link', { name: /^Change .*, Motorcycle/ }).first());
  // The field that people come for is ready to be typed into.
  await page.locator('#amount:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(`N${device.amount}.00`);
  await tap(officeSays(page));
  await tap(button(page, 'Save and publish'));
  await page.getByText('Live: visitors see it now.').waitFor();
  await tap(page.getByRole('link', { name: /^See the page.*Motorcycle/ }));
  await page.getByText(`₦${device.amount}`).first().waitFor();
  // What it was before stands below it.
  expect(await page.locator('main').textContent()).toMatch(/Before.*₦7,000/);
  // Opening the mail is one more.
  expect(taps() + 1).toBeLessThanOrEqual(12);
  expect(complaints).toEqual([]);
});

/** An officer who is signed in already. */
let session: Promise<Session> | undefined;
async function signedIn(): Promise<Session> {
  const { page } = await open({ viewport: PHONE });
  await page.goto('/desk/');
  await signInByMail(page, 'others@frsc.example');
  await page.waitForURL('**/desk/');
  return page.context().storageState();
}
const openSignedIn = async (options: BrowserContextOptions = {}): Promise<Page> =>
  (await open({ viewport: PHONE, ...options, storageState: await (session ??= signedIn()) })).page;

it('what is refused stays as it was typed, with the reason beside it, without JavaScript', async () => {
  const page = await openSignedIn({ javaScriptEnabled: false });
  await page.goto(FEE);
  await page.getByLabel('Amount').fill('7k');
  await page.getByLabel('Valid from').fill('31/6/2026');
  await page.getByLabel('What it is for').fill('For three years');
  await button(page, 'Save and publish').click();
  expect(await page.getByLabel('Amount').inputValue()).toBe('7k');
  expect(await page.getByLabel('Valid from').inputValue()).toBe('31/6/2026');
  expect(await page.getByLabel('What it is for').inputValue()).toBe('For three years');
  expect(await page.locator('#amount-problem').innerText()).toContain('“7k” was not understood as an amount in NGN');
  expect(await page.locator('#validFrom-problem').innerText()).toContain('There is no such day: June 2026 has 30 days');
  expect(await page.locator('.error-summary a').count()).toBe(2);
});

it('a fee is published, told to be live and undone without JavaScript', async () => {
  const page = await openSignedIn({ javaScriptEnabled: false });
  const live = page.getByText('Live: visitors see it now.');
  const shown = async (): Promise<string> => (await fetch(new URL(SERVICE, inject('portalUrl')))).text();
  await page.goto(FEE);
  await page.getByLabel('Amount').fill('9,119');
  await button(page, 'Save and publish').click();
  // Who says so is asked beside its field, and what was typed stays.
  await page.locator('#evidence-problem').waitFor();
  expect(await page.getByLabel('Amount').inputValue()).toBe('9,119');
  await officeSays(page).check();
  await button(page, 'Save and publish').click();
  await live.waitFor();
  expect(await shown()).toContain('₦9,119');
  await page.goto('/desk/bodies/frsc/published/');
  await page
    .getByRole('button', { name: /^Undo: / })
    .first()
    .click();
  await live.waitFor();
  expect(await shown()).not.toContain('₦9,119');
  await page
    .getByText(/^Undo: /)
    .first()
    .waitFor();
});

it('a draft is seen as the page that it will be by whoever has the address, and by no one else', async () => {
  const page = await openSignedIn();
  await page.goto('/desk/bodies/frsc/change/?service=licence-renewal&at=fees.0');
  await page.getByLabel('Amount').fill('8,808');
  await officeSays(page).check();
  // As the key of a phone's keyboard does, which must publish nothing.
  await page.getByLabel('Amount').press('Enter');
  await page.waitForURL(/\/desk\/review\//);
  await page.goto('/desk/preview/?draft=services-frsc/licence-renewal');
  const address = page.url();
  const { page: reviewer, complaints } = await open({ viewport: PHONE });
  const answer = await reviewer.goto(address);
  expect(answer?.headers()['x-robots-tag']).toBe('noindex');
  expect(answer?.headers()['cache-control']).toBe('no-store');
  await reviewer.getByText('Preview, not public: a draft by Officer others.').waitFor();
  await reviewer.getByText('₦8,808').first().waitFor();
  expect(await barriersOn(reviewer)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await (await fetch(new URL('/ng/frsc/licence-renewal/', inject('portalUrl')))).text()).not.toContain('8,808');
  expect((await reviewer.goto(address.replace(/.\/$/, '/')))?.status()).toBe(404);
});

it('the small form can be used by everybody, in English and in Kiswahili', async () => {
  const page = await openSignedIn();
  for (const path of ['/desk/bodies/frsc/', FEE, '/desk/bodies/frsc/change/?at=contacts.0', `/sw${FEE}`]) {
    await page.goto(path);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  }
  await page.getByLabel('Kiasi', { exact: true }).fill('elfu saba');
  await button(page, 'Hifadhi na uchapishe').click();
  await page.getByText('haikueleweka kama kiasi cha NGN').first().waitFor();
  expect(await page.getByLabel('Kiasi', { exact: true }).inputValue()).toBe('elfu saba');
});
