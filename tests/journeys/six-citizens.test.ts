import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { expectQuiet, useBrowser, type Visitor } from './browser.ts';
import { mailWith } from './inbox.ts';
import { goToStep, sendForm } from './send-form.ts';

const open = useBrowser();
const ways = [
  { how: 'with scripts', javaScriptEnabled: true },
  { how: 'without scripts', javaScriptEnabled: false },
];

/** Asks the portal as one does: on the page where one is, and waits for the answer. */
async function ask(page: Page, words: string): Promise<void> {
  const box = page.getByRole('search').first();
  await box.getByRole('searchbox').fill(words);
  await box.getByRole('button').first().click();
  await page.locator('.answers > li').first().waitFor();
}

/** The telephone numbers that a page offers to ring. */
const telephones = (page: Page): Promise<string[]> =>
  page
    .locator('main a[href^="tel:"], .dock a[href^="tel:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

const isSeen = async (page: Page, selector: string): Promise<boolean> => {
  const box = await page.locator(selector).first().boundingBox();
  return box !== null && box.y + box.height <= 740;
};

async function quiet({ page, ...visitor }: Visitor): Promise<void> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(sideways, 'The page is wider than the phone.').toBe(false);
  expectQuiet({ page, ...visitor });
}

describe.each(ways)('at 360 pixels, $how', ({ javaScriptEnabled }) => {
  it('a mother finds the birth certificate and what to bring', async () => {
    const visitor = await open({ javaScriptEnabled });
    const { page } = visitor;
    await page.goto('/');
    await ask(page, 'birth certificate for my baby kenya');
    const first = page.locator('.answers > li').first();
    expect(await first.textContent()).toContain('Civil Registration');
    await first.getByRole('link', { name: /^Birth certificate/ }).click();
    await page.locator('.receipt').first().waitFor();
    const receipt = (await page.locator('.receipt').first().textContent()) ?? '';
    expect(receipt).toContain('It costs');
    expect(receipt).toMatch(/KSh/);
    expect(await page.locator('.receipt .bring li').count()).toBeGreaterThan(0);
    expect(await isSeen(page, '.receipt .figure-large'), 'The price stands on the first screen.').toBe(true);
    await quiet(visitor);
  });

  it('a driver reports a bribe without a name and keeps the receipt by SMS', async () => {
    const visitor = await open({ javaScriptEnabled });
    const { page } = visitor;
    await page.goto('/');
    await ask(page, 'traffic police asked me for a bribe kenya');
    await page
      .getByRole('link', { name: /without your name/i })
      .first()
      .click();
    // A report about the police goes on from the page of the country where no office is chosen yet.
    if ((await page.getByLabel('What happened?').count()) === 0)
      await page
        .getByRole('region', { name: 'Which office do you report?' })
        .getByRole('link', { name: /Police/ })
        .first()
        .click();
    const words = `An officer at the roadblock asked me for five hundred before he gave my licence back. ${String(javaScriptEnabled)}`;
    await page.getByLabel('What happened?').fill(words);
    await sendForm(page);
    const reference = (await page.locator('.case-reference').textContent()) ?? '';
    const sms = (await page.locator('a[href^="sms:"]').first().getAttribute('href')) ?? '';
    expect(decodeURIComponent(sms)).toContain(reference);
    expect(decodeURIComponent(sms)).not.toMatch(/police|bribe/i);
    await quiet(visitor);
  });

  it('a student asks JAMB for information and is told by when it must answer', async () => {
    const visitor = await open({ javaScriptEnabled });
    const { page } = visitor;
    await page.goto('/ng/jamb/');
    await page
      .getByRole('link', { name: /Ask JAMB for information/ })
      .first()
      .click();
    if (!page.url().endsWith('/request/')) await page.getByRole('link', { name: /ask/i }).first().click();
    const fields = page.locator('main form textarea');
    await fields.first().fill('How many candidates were posted to each examination town in 2026?');
    await goToStep(page, 'you');
    await page.getByLabel(/^Name/).fill('Amina Sample');
    await page.getByLabel(/^E-mail/).fill('amina@example.org');
    await sendForm(page);
    await page.locator('.case-reference').waitFor();
    expect(await page.locator('main').textContent()).toMatch(/7 days/);
    await quiet(visitor);
  });

  it('somebody with no light at night finds whom to ring', async () => {
    const visitor = await open({ javaScriptEnabled });
    const { page } = visitor;
    await page.goto('/?country=ng');
    await ask(page, 'no light for three days lekki');
    const first = page.locator('.answers > li').first();
    expect(await first.textContent()).toMatch(/Eko/);
    expect((await telephones(page)).length).toBeGreaterThan(0);
    await first.locator('h3 a, .answer-agency a').first().click();
    await page.locator('.dock').waitFor();
    expect(await isSeen(page, '.dock a[href^="tel:"]'), 'One tap rings, without scrolling.').toBe(true);
    await quiet(visitor);
  });

  it('a reader of Kiswahili with a lost ID is answered in Kiswahili', async () => {
    const visitor = await open({ javaScriptEnabled, locale: 'sw' });
    const { page } = visitor;
    await page.goto('/sw/');
    await ask(page, 'nimepoteza kitambulisho kenya');
    const first = page.locator('.answers > li').first();
    await first.getByRole('link', { name: /kitambulisho kilichopotea/i }).click();
    await page.locator('.receipt').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sw');
    const receipt = (await page.locator('.receipt').first().textContent()) ?? '';
    expect(receipt).toContain('Gharama');
    expect(await page.locator('.receipt [lang="en"]').count(), 'Parts of the receipt are in English.').toBe(0);
    await quiet(visitor);
  });

  it('a blind reader complains: what a screen reader says names every step, field and button', async () => {
    const visitor = await open({ javaScriptEnabled });
    const { page } = visitor;
    await page.goto('/ng/nis/standard-passport/');
    const promise = await page.getByRole('region', { name: 'The promise' }).first().ariaSnapshot();
    // Any amount: an officer's journey publishes another one beside this.
    expect(promise).toMatch(/It costs[^]*₦\d+,\d{3}[^]*It takes[^]*1 week[^]*Bring/);
    await page
      .getByRole('link', { name: /promise was broken/i })
      .first()
      .click();

    const first = await page.getByRole('main').ariaSnapshot();
    expect(first).toMatch(
      /heading "Complain about[^]*Step 1 of 3[^]*textbox "What happened\?[^]*group "Which promise was broken\?[^]*button "Continue"/,
    );
    await page.getByRole('textbox', { name: 'What happened?' }).fill('No');
    await page.getByRole('button', { name: 'Continue' }).click();
    const summary = page.getByRole('alert').first();
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Problem/);
    await summary.getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('details');

    const words = 'I paid for a passport of five years and have waited nine weeks at the Ikoyi office.';
    await page.getByRole('textbox', { name: 'What happened?' }).fill(words);
    await page.getByRole('checkbox', { name: /longer than/ }).check();
    await goToStep(page, 'you');
    expect(await page.getByRole('main').ariaSnapshot()).toMatch(
      /Step 3 of 3[^]*textbox "(?:Your name|Name)[^]*button "Continue"/,
    );
    await sendForm(page);
    const kept = await page.getByRole('main').ariaSnapshot();
    expect(kept).toMatch(/heading "Your complaint is saved"/);
    const reference = (await page.locator('.case-reference').textContent()) ?? '';
    const forwarded = await mailWith((mail) => Boolean(mail.text?.includes(reference)));
    expect(forwarded.text).toContain(words);
    await quiet({ ...visitor, complaints: visitor.complaints.filter((line) => !line.includes('422')) });
  });
});
