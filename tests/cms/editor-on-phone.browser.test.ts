import type { Server } from 'node:http';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { barriersOn, faintTextOn } from '../journeys/accessibility.ts';
import { PATIENCE_MS } from '../patience.ts';
import { makePortal, type Portal } from './fixture.ts';
import { serveAdmin } from './serve-admin.ts';

/** What Decap itself fails and we cannot mend; see "What Decap itself fails" in src/docs/cms.md. */
const failedByDecap: string[] = [];

const ENTRY = '#/collections/services-inec/entries/party-registration';
const PHONE = { width: 390, height: 844 };

let portal: Portal;
let server: Server;
let browser: Browser;
let page: Page;
let url: string;
const loaded: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  portal = makePortal({ demo: true });
  ({ url, server } = await serveAdmin(() => portal.cms));
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: PHONE, hasTouch: true })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  portal?.remove();
});

const group = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
async function assertFits(): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // What stands out of the window is cut off even where the page itself does not scroll.
  const cutOff = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, textarea, label, h1, h2, p')]
      .filter((part) => part.getBoundingClientRect().width > 0 && part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => part.outerHTML.slice(0, 120)),
  );
  expect(cutOff).toEqual([]);
}

async function assertAccessible(): Promise<void> {
  // The line of loading at the head fades.
  await page.locator('body > canvas').waitFor({ state: 'hidden' });
  expect(await barriersOn(page), page.url()).toEqual(failedByDecap);
}

test('signing in and choosing what to change load nothing of Decap', async () => {
  await page.goto(`${url}/admin/`);
  await page.getByRole('link', { name: 'INEC – services' }).waitFor();
  await page.getByRole('heading', { name: 'Independent National Electoral Commission' }).waitFor();
  await assertFits();
  await assertAccessible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail address').waitFor();
  await assertFits();
  await assertAccessible();
  expect(loaded.filter((path) => /start-editor|react/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Continue as the sample desk officer' }).click();
});

test('the list of entries fits a phone', async () => {
  await page.getByRole('link', { name: 'INEC – services' }).click();
  await page.getByRole('link', { name: 'Registration of a political party' }).waitFor();
  expect(loaded.some((path) => path.includes('start-editor'))).toBe(true);
  await assertFits();
  await assertAccessible();
});

test('an entry stands in the groups of its page, rarely needed fields and translations closed', async () => {
  await page.goto(`${url}/admin/?fresh${ENTRY}`);
  await page.getByLabel('Name of the service').waitFor();
  const headings = await page.locator('.desk-group button > span:first-child').allInnerTexts();
  expect(headings).toEqual([
    'Name and summary',
    'What it costs',
    'How long it takes',
    'Who may apply, and what to bring',
    'Steps',
    'Where and how',
    'Who answers',
    'Good to know',
    'Where it is stated',
    'Rarely needed',
    'Translations',
  ]);
  expect(await page.getByLabel('Note on the status').isVisible()).toBe(false);
  await group('Rarely needed').click();
  await page.getByLabel('Note on the status').waitFor();
  expect(await page.locator('iframe').filter({ visible: true }).count()).toBe(0);
});

test('a list is added to as people say it, and the buttons of its items have names', async () => {
  await page.getByRole('button', { name: 'Add a cost' }).waitFor();
  await page.locator('[data-field="fees.1"]').getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Take out cost 2' }).waitFor();
  await page.getByLabel('Amount in NGN').waitFor();
  await assertFits();
  await assertAccessible();
});

test('every target is large enough for a thumb', async () => {
  const small = await page.evaluate(() =>
    // The input of a list of choices fills with what is typed; the whole control around it is its target.
    [...document.querySelectorAll('button, a, textarea, select, [role="button"], input:not([role="combobox"])')]
      .map((part) => ({ part: part.outerHTML.slice(0, 120), box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 24)
      .map(({ part }) => part),
  );
  expect(small).toEqual([]);
});

test('a field that is refused is not left folded away', async () => {
  const name = page.getByLabel('Name of the service');
  await name.fill('');
  await group('Name and summary').click();
  await name.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Name of the service is required').waitFor();
  await name.fill('Registration of a political party');
});

test.each([
  ['a charter', '?open#/collections/charter-inec/entries/inec'],
  ['a service', `?opened${ENTRY}`],
])('%s with every part open keeps nobody out, on a phone and at a desk, in light and in dark', async (_, address) => {
  await page.goto(`${url}/admin/${address}`);
  await group('Name and summary').waitFor();
  await page.evaluate(() => {
    for (const closed of document.querySelectorAll<HTMLElement>('.desk-group button[aria-expanded="false"]'))
      closed.click();
    // What is in a part is drawn once it is opened, and may have parts of its own.
    for (let depth = 0; depth < 4; depth++)
      for (const closed of document.querySelectorAll<HTMLElement>('details.desk-fold:not([open]) > summary'))
        closed.click();
  });
  await expect.poll(() => page.locator('.desk-fold:not([open])').count()).toBe(0);
  for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
    await page.setViewportSize(viewport);
    await assertAccessible();
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faintTextOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  await assertFits();
});

test('what was typed and not saved is offered again after a crash, and stays', async () => {
  const validity = page.getByLabel('How long it is valid');
  await validity.fill('Until it is dissolved');
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('localforage');
          opening.onsuccess = () => {
            const read = opening.result
              .transaction('keyvaluepairs')
              .objectStore('keyvaluepairs')
              .get('backup.services-inec.party-registration');
            read.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(read.result ?? ''));
            };
          };
        }),
    );
  await expect.poll(kept).toContain('Until it is dissolved');
  await page.reload();
  await expect.poll(() => asked.at(-1)).toContain('kept what you typed');
  // Decap asks the server for the entry and for the list around it; both have come when nothing is under way any more.
  await page.waitForLoadState('networkidle');
  await expect.poll(() => validity.inputValue()).toBe('Until it is dissolved');
});

test('drafts fit a phone', async () => {
  await page.goto(`${url}/admin/?again#/workflow`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('heading', { name: 'Drafts and reviews' }).waitFor();
  await assertFits();
  await assertAccessible();
});
