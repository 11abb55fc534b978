import AxeBuilder from '@axe-core/playwright';
import type { Server } from 'node:http';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { PATIENCE_MS } from '../patience.ts';
import { makePortal, SERVICE, type Portal } from './fixture.ts';
import { serveAdmin } from './serve-admin.ts';

/* The desk's own controls in a real browser, as wide as a telephone. */

let portal: Portal;
let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let url: string;

beforeAll(async () => {
  portal = makePortal({ demo: true });
  ({ url, server } = await serveAdmin(() => portal.cms));
  browser = await launchBrowser();
  // West of Greenwich a day that is read as midnight in London is the day before. One context, for it keeps the editor's
  // files, compiled: to take them in anew is most of what it costs to open an entry.
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: 'America/Los_Angeles' });
  context.setDefaultTimeout(PATIENCE_MS);
});

beforeEach(async () => {
  page = await context.newPage();
  // What an earlier test typed and did not save is offered again, and not wanted.
  page.on('dialog', (dialog) => void dialog.dismiss());
});

afterEach(async () => {
  await page.close();
  // As if nobody had saved anything.
  for (const ref of portal.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms').split('\n').filter(Boolean))
    portal.git('update-ref', '-d', ref);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  portal?.remove();
});

async function openService(): Promise<void> {
  await page.goto(`${url}/admin/#/collections/services-inec/entries/party-registration`);
  await page.getByLabel('Name of the service', { exact: true }).waitFor();
}

const fee = (index: number): Locator => page.locator(`[data-field="fees.${index}"]`);
const field = (path: string): Locator => page.locator(`[data-field="${path}"]`);
const problem = (path: string): Promise<string> => field(path).locator('> .desk-problem').innerText();
const said = (path: string): Promise<string> => field(path).locator('> .desk-said').innerText();
const draft = (): string => portal.git('show', `cms/services-inec/party-registration:${SERVICE}`);

async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Draft saved.').waitFor();
}

function isOnTop(control: Element): boolean {
  const { x, y, width, height } = control.getBoundingClientRect();
  return control.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

test('a fee is changed in one field, as people write amounts, and nothing else of the file', async () => {
  await openService();
  const amount = fee(0).getByLabel('Amount in NGN (₦)');
  await amount.fill('₦2,500');
  expect(await said('fees.0.amount')).toBe('₦ 2,500');
  await save();
  expect(
    portal
      .git('diff', '--unified=0', 'HEAD', 'cms/services-inec/party-registration', '--', SERVICE)
      .split('\n')
      .filter((line) => /^[+-] /.test(line)),
  ).toEqual(['-    amount: 1000000', '+    amount: 2500']);
});

test('an amount that is none is refused beside the field, stays as it was typed and keeps the entry from being saved', async () => {
  await openService();
  const amount = fee(0).getByLabel('Amount in NGN (₦)');
  for (const [typed, why] of [
    ['N2,000.00k', /more than one way/],
    // As in the small form: what a price list says is copied, and never worked out.
    ['2k', /more than one way/],
    ['$20', /in another currency/],
    ['about 500', /not at all/],
  ] as const) {
    await amount.fill(typed);
    await page.keyboard.press('Tab');
    expect(await problem('fees.0.amount'), typed).toMatch(why);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => amount.evaluate((control) => control.matches(':focus'))).toBe(true);
    expect(await amount.inputValue()).toBe(typed);
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    expect(portal.git('branch', '--list', 'cms/*')).toBe('');
    await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
  }
  await amount.fill('1,500/-');
  expect(await problem('fees.0.amount')).toBe('');
});

test('another kind of fee asks what it needs, and a slip of the finger loses nothing', async () => {
  await openService();
  await fee(0).getByLabel('Costs').selectOption('Free of charge');
  expect(await fee(0).getByLabel('Amount in NGN (₦)').count()).toBe(0);
  await fee(0).getByLabel('Costs').selectOption('Fixed amount');
  expect(await fee(0).getByLabel('Amount in NGN (₦)').inputValue()).toBe('1,000,000');
  await fee(0).getByLabel('Costs').selectOption('Worked out by a formula');
  await fee(0).getByLabel('How it is worked out').fill('2 % of the deposit');
  await save();
  expect(draft()).toContain('formula: 2 % of the deposit');
  expect(draft()).toContain('currency: NGN');
  expect(draft()).not.toContain('amount:');
});

test('another currency is chosen behind "More"', async () => {
  await openService();
  await fee(0).getByText('More', { exact: true }).click();
  await fee(0).getByLabel('Currency').selectOption('USD – US Dollar');
  await fee(0).getByLabel('Amount in USD (US$)').fill('us$20');
  expect(await said('fees.0.amount')).toBe('US$ 20');
  await save();
  expect(draft()).toContain('amount: 20\n    currency: USD');
});

test('a new fee and a new time take their evidence over from the service', async () => {
  await openService();
  await field('fees').getByRole('button', { name: 'Add a cost' }).click();
  expect(await fee(2).locator('summary').first().innerText()).toMatch(
    /^Evidence: same as the service \(INEC website; /,
  );
  await fee(2).getByLabel('Amount in NGN (₦)').fill('500');
  await fee(2).getByLabel('What it is for').fill('Second copy');
  await save();
  expect(draft()).toMatch(/amount: 500\n(?:.*\n)*? +label: Second copy/);
  const added = draft().slice(draft().indexOf('Second copy') - 200);
  expect(added).toContain('sources: [s1, s2], verification: official');
});

test('evidence that is given last is shown at once in what takes it over, and no longer where a figure has its own', async () => {
  await page.goto(`${url}/admin/?last#/collections/services-inec/new`);
  const add = field('fees').getByRole('button', { name: 'Add a cost' });
  await add.click();
  await add.click();
  const [first, second] = [fee(0), fee(1)].map((each) => each.locator('[data-field$=".evidence"] > details > summary'));
  await expect.poll(() => first?.innerText()).toBe('Evidence: same as the service');
  const own = field('evidence');
  await own.locator('summary').first().click();
  await own.getByRole('combobox', { name: 'Sources' }).fill('webs');
  await page.keyboard.press('Enter');
  await expect.poll(() => first?.innerText()).toBe('Evidence: same as the service (INEC website)');
  await second?.click();
  await fee(1).getByLabel('Same as the service').uncheck();
  await own.getByLabel('Verification').selectOption('official');
  await expect.poll(() => first?.innerText()).toBe('Evidence: same as the service (INEC website, official)');
  expect(await second?.innerText()).toBe('Evidence: INEC website');
});

test('a source is added by its title, and the evidence says so', async () => {
  await openService();
  await fee(1).getByText('Evidence: INEC charter').click();
  const search = fee(1).getByRole('combobox', { name: 'Sources' });
  await search.click();
  // What is chosen already does not stand in the way of what may be.
  expect(await page.getByRole('listbox').getByRole('option').allInnerTexts()).toEqual([
    expect.stringMatching(/^INEC website undated/),
  ]);
  await search.fill('webs');
  await page.keyboard.press('ArrowDown');
  expect(await search.getAttribute('aria-activedescendant')).toBe(
    await page.getByRole('listbox').getByRole('option').getAttribute('id'),
  );
  await page.keyboard.press('Enter');
  expect(await fee(1).locator('summary').first().innerText()).toBe(
    'Evidence: INEC charter; INEC website, official document',
  );
  await save();
  expect(draft()).toContain('sources: [s2, s1]');
});

test('an agency and a service are found by acronym and in any part of their name, by touch', async () => {
  await openService();
  await field('requirements').getByRole('button', { name: 'Add a thing to bring' }).click();
  const item = field('requirements.0');
  await item.getByLabel('What to bring', { exact: true }).fill('Birth certificate');
  await item.getByLabel('Get it from (agency)').fill('npc');
  await page.getByRole('option', { name: /National Population Commission/ }).click();
  await item.getByLabel('Get it through (service)').fill('certif');
  await page.getByRole('option', { name: 'Birth certificate NPC' }).click();
  await save();
  expect(draft()).toContain('fromAgency: npc');
  expect(draft()).toContain('fromService: npc/birth-certificate');
});

test('a date as people write it is said back in words; an impossible one is refused', async () => {
  await openService();
  await fee(0).getByText('Evidence: INEC website').click();
  const asOf = fee(0).getByLabel('As of (optional)');
  expect(await asOf.inputValue()).toBe('2022');
  await asOf.fill('31 June 2025');
  await page.keyboard.press('Tab');
  expect(await problem('fees.0.evidence.asOf')).toMatch(/June 2025 has 30 days/);
  await asOf.fill('3/5/2025');
  expect(await said('fees.0.evidence.asOf')).toBe('3 May 2025');
  expect(await problem('fees.0.evidence.asOf')).toBe('');
  await save();
  expect(draft()).toContain('asOf: "2025-05-03"');
});

test('what the server refuses stands beside its field, also in a part that was closed', async () => {
  await openService();
  await field('steps').getByRole('button', { name: 'Add a step' }).click();
  const step = field('steps.0');
  await step.getByLabel('What you do').fill('Hand in the form');
  await step.getByLabel('Number or range').fill('3 to 5');
  await step.locator('summary').first().click();
  expect(await step.getByLabel('What you do').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.desk-refused').waitFor();
  const unit = step.getByLabel('Unit');
  await expect.poll(() => unit.isVisible()).toBe(true);
  expect(await problem('steps.0.duration.unit')).toMatch(/Say the unit of the number/);
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
  // Decap's notice of the same lies over nothing that is pressed next.
  await page.locator('.Toastify__toast').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).evaluate(isOnTop)).toBe(true);
  await unit.selectOption('days');
  expect(await problem('steps.0.duration.unit')).toBe('');
  expect(await field('steps').locator('> .desk-total').innerText()).toBe('All steps together: 5 days.');
  await save();
  expect(draft()).toMatch(/min: 3\n +max: 5\n +unit: days|min: 3, max: 5, unit: days/);
});

test('an item that was taken out is gone, the next one keeps its own text, and it can be put back', async () => {
  await openService();
  await fee(0).getByText('More', { exact: true }).click();
  await fee(0)
    .getByRole('button', { name: /^Take out/ })
    .click();
  await fee(0).getByLabel('What it is for').fill('Certified copies of the register');
  await page.getByText('Taken out:').waitFor();
  await page.getByRole('button', { name: 'Put it back' }).click();
  expect(await fee(0).getByLabel('What it is for').inputValue()).toBe('Application');
  expect(await fee(1).getByLabel('What it is for').inputValue()).toBe('Certified copies of the register');
  await fee(0)
    .getByRole('button', { name: /^Take out/ })
    .click();
  await save();
  expect(draft()).not.toContain('amount: 1000000');
  expect(draft().match(/kind: not-stated/g)).toHaveLength(1);
  expect(draft()).toMatch(/label: '?Certified copies of the register/);
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
});

test('looking at an entry changes nothing', async () => {
  await openService();
  for (const summary of await page.locator('.desk-control summary').all()) await summary.click();
  expect(await page.getByText('Unsaved Changes').count()).toBe(0);
});

test('the controls have no fault that axe finds, open and with a refusal', async () => {
  await openService();
  await fee(0).getByLabel('Amount in NGN (₦)').fill('1,5 naira');
  await fee(0).getByText('More', { exact: true }).click();
  await fee(0).getByText('Evidence: INEC website').click();
  await page.getByRole('button', { name: /^Rarely needed/ }).click();
  await page.getByLabel('Replaced by').click();
  const { violations } = await new AxeBuilder({ page }).include('.desk-control').analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
  // Nothing of a control lies beside the screen of a telephone.
  const beside = await page.evaluate(() =>
    [...document.querySelectorAll('.desk-control *')]
      .filter((node) => node.getBoundingClientRect().right > 390)
      .map((node) => node.outerHTML.slice(0, 120)),
  );
  expect(beside).toEqual([]);
});
