import type { Server } from 'node:http';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePortal, SERVICE, type Portal } from './fixture.ts';
import { serveAdmin } from './serve-admin.ts';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { PATIENCE_MS } from '../patience.ts';

let portal: Portal;
let server: Server;
let browser: Browser;
let page: Page;
let url: string;
const foreign: string[] = [];

beforeAll(async () => {
  portal = makePortal({ demo: true });
  ({ url, server } = await serveAdmin(() => portal.cms));
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.setDefaultTimeout(PATIENCE_MS);
  // Decap asks whether one is sure before it publishes.
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(url)) foreign.push(request.url());
  });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  portal?.remove();
});

const firstFee = () => page.locator('[data-field="fees.0"]');

async function openFee(): Promise<void> {
  await page.getByRole('link', { name: 'INEC – services' }).click();
  await page.getByText('Registration of a political party').click();
  await firstFee().getByText('More', { exact: true }).click();
}

test('the sample officer opens the desk without set-up and sees only INEC', async () => {
  await page.goto(`${url}/admin/`);
  await page.getByText('You may edit and publish what belongs to INEC').waitFor();
  await page.getByRole('link', { name: 'INEC – charter' }).click();
  await page.getByText('Charter of INEC').click();
  await expect
    .poll(() => page.getByLabel('Official name', { exact: true }).inputValue())
    .toBe('Independent National Electoral Commission');
  expect(await page.getByText('NPC').count()).toBe(0);
  await page.getByRole('link', { name: /Writing in/ }).click();
});

test('a value that the schema refuses is refused by the server, with the field and what to do', async () => {
  await openFee();
  await page.getByRole('button', { name: /^Rarely needed/ }).click();
  await page.getByLabel('Replaced by').fill('registration of a pol');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save' }).click();
  const message = page.locator('.desk-refused');
  await message.waitFor();
  expect(await message.innerText()).toMatch(/Not saved\. Replaced by: The service is said to be replaced by itself/);
  expect(portal.git('branch', '--list', 'cms/*')).toBe('');
  // The form takes no input while a save is under way.
  await page.getByText('Failed to persist entry').waitFor();
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Clear Replaced by' }).click();
});

test('the form takes nothing while a slow save runs, says so, and keeps everything typed after it', async () => {
  const arrived = Promise.withResolvers<undefined>();
  const released = Promise.withResolvers<undefined>();
  await page.route('**/api/cms', async (route) => {
    if (route.request().postData()?.includes('persistEntry')) {
      arrived.resolve(undefined);
      await released.promise;
    }
    await route.continue();
  });
  const basis = page.getByLabel('Legal basis (optional)').first();
  await basis.fill('Electoral Act');
  await page.getByRole('button', { name: 'Save' }).click();
  await arrived.promise;
  const busy = page.getByText('Saving. The form waits, so that nothing you type is lost.');
  await busy.waitFor();
  // The field had the focus a moment ago; a quick officer goes on typing.
  await page.keyboard.type(' 2022');
  expect(await basis.inputValue()).toBe('Electoral Act');
  expect(await basis.evaluate((field) => field.matches(':focus'))).toBe(false);
  released.resolve(undefined);
  await busy.waitFor({ state: 'hidden' });
  await page.unroute('**/api/cms');
  await basis.fill('Electoral Act 2022');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => portal.git('show', `cms/services-inec/party-registration:${SERVICE}`))
    .toContain('legalBasis: Electoral Act 2022');
  await busy.waitFor({ state: 'hidden' });
  expect(await basis.inputValue()).toBe('Electoral Act 2022');
});

test('a line that drops while a save is sent is told, and what was typed is still there to be saved', async () => {
  const basis = page.getByLabel('Legal basis (optional)').first();
  await basis.fill('Electoral Act 2022, typed on the road');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('what you typed is still here').waitFor();
  await page.context().setOffline(false);
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
  expect(await basis.inputValue()).toBe('Electoral Act 2022, typed on the road');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => portal.git('show', `cms/services-inec/party-registration:${SERVICE}`))
    .toContain('legalBasis: Electoral Act 2022, typed on the road');
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
});

test('a field that is cleared after a save is gone from the draft, and what is typed into it then is kept', async () => {
  const basis = page.getByLabel('Legal basis (optional)').first();
  const draft = () => portal.git('show', `cms/services-inec/party-registration:${SERVICE}`);
  // As a person does it. Decap takes a selection away when a field gets the focus, so one made by a script is gone
  // before the key comes.
  await basis.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(draft).not.toContain('legalBasis');
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
  expect(await basis.inputValue()).toBe('');
  await basis.click();
  await page.keyboard.type('Electoral Act 2022');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(draft).toContain('legalBasis: Electoral Act 2022');
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
});

test('changing a fee, saving and publishing makes a commit by the officer', async () => {
  await page.getByLabel('Amount in NGN').fill('2,000,000');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Draft saved.').waitFor();
  await page.getByRole('button', { name: /Status:/ }).click();
  await page.getByRole('menuitem', { name: 'Ready' }).click();
  await page.getByRole('button', { name: 'Status: Ready' }).waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Publish now' }).click();
  await page.getByText('Live.').waitFor();
  expect(await page.getByRole('link', { name: 'See the page' }).getAttribute('href')).toBe(
    '/ng/inec/party-registration/',
  );
  expect(portal.git('log', '-1', '--format=%an')).toBe('Sample officer');
  expect(
    portal
      .git('show', '--format=', '--unified=0', 'HEAD')
      .split('\n')
      .filter((line) => /^[+-] /.test(line)),
  ).toEqual(['-    amount: 1000000', '+    amount: 2000000', '+    legalBasis: Electoral Act 2022']);
  expect(portal.read(SERVICE)).toContain('amount: 2000000');
  expect(portal.git('status', '--porcelain')).toBe('');
});

test('a new service needs only what the schema requires', async () => {
  // Another query makes the browser load the desk afresh; Decap does not change the form when only the hash changes.
  await page.goto(`${url}/admin/?fresh#/collections/services-inec/new`);
  await page.getByLabel('Name of the service', { exact: true }).click();
  await page.keyboard.type('Badge for observers');
  await page.getByRole('button', { name: 'Add a cost' }).click();
  await firstFee().getByLabel('Costs').selectOption('Free of charge');
  await page.getByRole('button', { name: 'Add a time' }).click();
  await page.getByLabel('Promise', { exact: true }).selectOption('not stated');
  // Given once, at the end: the fee and the time take it over.
  const evidenceOfService = page.locator('[data-field="evidence"]');
  await evidenceOfService.locator('summary').click();
  await evidenceOfService.getByLabel('Sources').fill('website');
  await page.keyboard.press('Enter');
  await evidenceOfService.getByLabel('Verification').selectOption('official');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Draft saved.').waitFor();
  const evidence = 'evidence: { sources: [s1], verification: official }';
  expect(
    portal.git('show', 'cms/services-inec/badge-for-observers:content/services/inec/badge-for-observers.yaml'),
  ).toBe(
    `name: Badge for observers\nfees:\n  - kind: free\n    ${evidence}\nprocessingTimes:\n  - kind: not-stated\n    ${evidence}\n${evidence}`,
  );
});

test('nothing was loaded from another origin', () => {
  expect(foreign).toEqual([]);
});
