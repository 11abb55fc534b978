import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readEntry } from '../../src/register/read-entry.ts';
import { useBrowser } from './browser.ts';
import { signInByMail } from './sign-in-by-mail.ts';

/* Whole entries in the editor: a service written on a phone, a charter added to at a desk, both sent to be reviewed. */

const open = useBrowser();
const OFFICER = 'editor@fmbn.example';
const SERVICE = 'content/services/fmbn/letter-of-contributions.yaml';
const CHARTER = 'content/charters/fmbn.mdx';
const DRAFTS = { service: 'services-fmbn/letter-of-contributions', charter: 'charter-fmbn/fmbn' };

let page: Page;

beforeAll(async () => {
  appendFileSync(
    join(inject('portalDir'), 'content', 'officers.yaml'),
    `  - { name: Editor of FMBN, email: ${OFFICER}, agencies: [fmbn], mayPublish: false }\n`,
  );
  ({ page } = await open({ viewport: { width: 390, height: 844 } }));
});

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const field = (path: string): Locator => page.locator(`[data-field="${path}"]`);
const problem = (path: string): Promise<string> => field(path).locator('> .desk-problem').innerText();
const said = (path: string): Promise<string> => field(path).locator('> .desk-said').innerText();
const add = (path: string): Promise<void> => field(path).locator('> button').click();
const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: inject('portalDir') });
/** An entry of a draft as it lies in git, which the build takes as it is. */
function drafted<Kind extends 'charters' | 'services'>(kind: Kind, draft: string, path: string) {
  const { entry, problems } = readEntry(kind, path, git('show', `cms/${draft}:${path}`).toString());
  expect(problems).toEqual([]);
  return entry?.data;
}
async function save(): Promise<void> {
  await button('Save').click();
  await page.getByText('Draft saved.').waitFor();
  await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
}
/** What is typed is refused beside its field, in words, and stays as it was typed. */
async function refused(control: Locator, path: string, typed: string, why: RegExp): Promise<void> {
  await control.fill(typed);
  await page.keyboard.press('Tab');
  expect(await problem(path)).toMatch(why);
  await button('Save').click();
  await expect.poll(() => control.evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await control.inputValue()).toBe(typed);
}
/** Looks for a source by words of its title, and takes the first that is found. */
async function chooseSource(within: Locator, typed: string): Promise<void> {
  await within.getByRole('combobox', { name: 'Sources' }).fill(typed);
  await within.getByRole('listbox').getByRole('option').first().click();
}
async function sendToReview(): Promise<void> {
  await page.getByRole('button', { name: /^Status:/ }).click();
  await page.getByRole('menuitem', { name: 'In review' }).click();
  await page.getByRole('button', { name: 'Status: In review' }).waitFor();
}
/** The page that a draft will be, opened as a reviewer opens it. */
async function preview(draft: string): Promise<Locator> {
  await page.goto(`/desk/review/${draft}/`);
  await page.getByRole('link', { name: 'See it as it will look' }).click();
  await page.getByText('Preview, not public').first().waitFor();
  return page.locator('main');
}

describe('an officer who may not publish', () => {
  it('signs in by mail on a phone and writes a whole service, in words that people use', async () => {
    await page.goto('/admin/?agency=fmbn');
    // The demonstration has let its sample officer in, who looks after another body.
    await button('Sign out').click();
    await signInByMail(page, OFFICER);
    await page.getByRole('link', { name: 'FMBN – services' }).click();
    await page.getByRole('link', { name: 'New Service' }).click();
    await page.getByLabel('Name of the service', { exact: true }).fill('Letter of contributions');
    await page.getByLabel('In one sentence').fill('A letter that says what you have paid into the fund.');

    await add('fees');
    const amount = field('fees.0').getByLabel('Amount in NGN (₦)');
    await refused(amount, 'fees.0.amount', 'two or three thousand', /./);
    await amount.fill('N2,500/-');
    expect(await said('fees.0.amount')).toBe('₦ 2,500');
    await field('fees.0').getByLabel('What it is for').fill('The letter');

    await add('processingTimes');
    const time = field('processingTimes.0').getByLabel('Number or range');
    await refused(time, 'processingTimes.0.max', 'about a week', /such as 3 to 5/);
    await time.fill('3 to 5 working days');
    const unit = field('processingTimes.0').getByLabel('Unit');
    expect(await unit.locator('option:checked').innerText()).toBe('working days');

    await add('requirements');
    await field('requirements.0').getByLabel('What to bring', { exact: true }).fill('Your passbook');
    await add('steps');
    await field('steps.0').getByLabel('What you do').fill('Ask at the counter');
    await field('steps.0').getByLabel('Number or range').fill('20');
    await page.getByLabel('Who answers for it').fill('Records unit');

    const evidence = field('evidence');
    await evidence.locator('summary').first().click();
    await chooseSource(evidence, 'housing fund');
    await evidence.getByLabel('Verification').selectOption('official');
    const asOf = evidence.getByLabel('As of (optional)');
    await refused(asOf, 'evidence.asOf', '31 June 2025', /June 2025 has 30 days/);
    await asOf.fill('3/5/2025');
    expect(await said('evidence.asOf')).toBe('3 May 2025');

    // What only the server refuses stands beside its field all the same.
    await button('Save').click();
    await page.locator('.desk-refused').waitFor();
    expect(await problem('steps.0.duration.unit')).toMatch(/Say the unit of the number/);
    expect(await field('steps.0').getByLabel('Number or range').inputValue()).toBe('20');
    await page.getByText('Saving. The form waits').waitFor({ state: 'hidden' });
    await field('steps.0').getByLabel('Unit').selectOption('minutes');
    await save();

    const evidenceOfAll = { sources: ['s1'], asOf: '2025-05-03', verification: 'official' };
    expect(drafted('services', DRAFTS.service, SERVICE)).toMatchObject({
      name: 'Letter of contributions',
      summary: 'A letter that says what you have paid into the fund.',
      fees: [{ kind: 'fixed', amount: 2500, currency: 'NGN', label: 'The letter', evidence: evidenceOfAll }],
      processingTimes: [{ kind: 'fixed', min: 3, max: 5, unit: 'working-days', evidence: evidenceOfAll }],
      requirements: [{ what: 'Your passbook' }],
      steps: [{ client: 'Ask at the counter', duration: { max: 20, unit: 'minutes' } }],
      responsible: 'Records unit',
      evidence: evidenceOfAll,
    });
    await sendToReview();
    const main = await preview(DRAFTS.service);
    const text = await main.innerText();
    for (const shown of ['Letter of contributions', '₦2,500', '3–5 working days', 'Your passbook', 'Records unit'])
      expect(text).toContain(shown);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('adds a picture, a contact, a standard, a source and the next review to the charter, at a desk', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/admin/?agency=fmbn&charter#/collections/charter-fmbn/entries/fmbn');
    await page.getByLabel('Official name', { exact: true }).waitFor();
    await add('sources');
    await field('sources').getByLabel('Title').last().fill('Charter of the fund, second edition');
    await field('sources').getByLabel('Kind of source').last().selectOption('official document');
    await add('standards');
    const standard = field('standards.1');
    await standard.getByLabel('Where it holds').fill('Counter');
    await standard.getByLabel('What is promised').fill('Wait');
    await standard.getByLabel('Target').fill('20 minutes');
    await add('contacts');
    const contact = field('contacts.0');
    await contact.getByLabel('Title').fill('Records unit');
    await contact.getByLabel('general').check();
    const review = field('nextReviewDue').getByRole('textbox');
    await refused(review, 'nextReviewDue', 'next spring', /./);
    await review.fill('1 March 2028');

    await page.getByText('Add a picture').click();
    await button('Put it into the text').click();
    expect(await problem('body.picture.file')).toBe('Choose a picture.');
    expect(await problem('body.picture.alt')).toBe('Write what the picture shows.');
    await page.getByLabel('Picture', { exact: true }).setInputFiles({
      name: 'IMG_2031.jpg',
      mimeType: 'image/jpeg',
      buffer: await sharp({ create: { width: 3200, height: 2400, channels: 3, background: '#3a7' } })
        .jpeg()
        .toBuffer(),
    });
    const shows = page.getByLabel('What the picture shows');
    await shows.fill('IMG_2031.jpg');
    await button('Put it into the text').click();
    expect(await problem('body.picture.alt')).toMatch(/name of a file/);
    expect(await shows.inputValue()).toBe('IMG_2031.jpg');
    await shows.fill('The counter of the records unit');
    await button('Put it into the text').click();
    await expect
      .poll(() => page.getByLabel(/^Further text/).inputValue())
      .toContain('![The counter of the records unit]');
    await save();

    expect(drafted('charters', DRAFTS.charter, CHARTER)).toMatchObject({
      standards: [{}, { channel: 'Counter', metric: 'Wait', target: '20 minutes' }],
      contacts: [{ title: 'Records unit', roles: ['general'] }],
      nextReviewDue: '2028-03-01',
    });
    const [picture = ''] = git('ls-tree', '--name-only', `cms/${DRAFTS.charter}`, 'content/media/fmbn/')
      .toString()
      .split('\n');
    const { width, height, format } = await sharp(git('show', `cms/${DRAFTS.charter}:${picture}`)).metadata();
    expect({ width, height, format }).toEqual({ width: 1600, height: 1200, format: 'jpeg' });
    const main = await preview(DRAFTS.charter);
    const background = page.locator('a', { hasText: 'Background to this charter' });
    await main.locator('details', { has: background }).locator('> summary').click();
    await background.click();
    await page.getByText('Preview, not public').first().waitFor();
    const seen = page.getByAltText('The counter of the records unit');
    await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  });

  it('goes on with the service, whose new fee cites what so far stands in the draft of the charter alone', async () => {
    await page.goto(`/admin/?agency=fmbn&again#/collections/services-fmbn/entries/letter-of-contributions`);
    await page.getByLabel('Name of the service', { exact: true }).waitFor();
    await add('fees');
    await field('fees.1').getByLabel('Amount in NGN (₦)').fill('500');
    await field('fees.1').getByLabel('What it is for').fill('A second copy');
    await field('fees.1')
      .getByText(/^Evidence: same as the service/)
      .click();
    await field('fees.1').getByLabel('Same as the service').uncheck();
    await button('Take out FMBN: National Housing Fund').click();
    await chooseSource(field('fees.1'), 'second edition');
    await save();
    const main = await preview(DRAFTS.service);
    expect(await main.innerText()).toContain('₦500');
    expect(await main.textContent()).toContain('Charter of the fund, second edition');
  });
});
