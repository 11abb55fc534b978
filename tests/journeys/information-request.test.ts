import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { goOn, goToCheck, goToStep, sendForm } from './send-form.ts';

const open = useBrowser();

async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
}

describe('who wants information', () => {
  it.each(['/ke/information-rights/', '/ke/helb/feedback/', '/ke/helb/'])('finds the form from %s', async (path) => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(path);
    const way = page.locator('a[href="/ke/helb/request/"]');
    const closed = page.locator('details', { has: way }).locator('summary');
    if ((await closed.count()) > 0) await closed.click();
    await way.click();
    await page.getByRole('heading', { level: 1, name: 'for information' }).waitFor();
  });

  it('reads what the law gives beside the form, each with its source', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/ke/helb/request/');
    const right = page.getByRole('region', { name: 'Right to information' });
    for (const words of [
      'Answer: 21 days (s.9(1))',
      'Life or liberty at stake: 48 hours (s.9(2))',
      'The reason for asking does not matter.',
      'No fee',
    ]) {
      expect((await right.textContent())?.replace(/\s+/g, ' ')).toContain(words);
    }
    await right
      .getByRole('link', { name: /^source \d+/ })
      .first()
      .click();
    await expect.poll(() => page.url()).toContain('/ke/information-rights/#');
    await expectAccessible(page);
    expectQuiet(visitor);
  });

  it('is told what is missing, and keeps what was chosen, on a page that everybody can use', async () => {
    const { page } = await open();
    await page.goto('/sw/ke/helb/request/');
    await goOn(page, { language: 'sw' });
    await page.getByRole('link', { name: 'Andika unataka taarifa au kumbukumbu gani: angalau herufi 10.' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('details');
    // The law is there on the page with the problems too.
    await page.getByText('Sheria ya Upatikanaji wa Habari, 2016').first().waitFor();
    await expectAccessible(page);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await page.getByLabel('Unataka taarifa au kumbukumbu gani?').fill('Orodha ya mikopo iliyotolewa.');
    await goToStep(page, 'details', { language: 'sw' });
    await page.getByLabel('Ya wakati gani? (si lazima)').fill('2024');
    await page.getByLabel('Kama nakala ya karatasi').check();
    await page.getByLabel('Uhai au uhuru wa mtu uko hatarini').check();
    await expectAccessible(page);
    await goToCheck(page, { language: 'sw' });
    // What was asked for piece by piece is one request that can be answered.
    const request = await page.getByRole('region', { name: 'Ombi lako kwa ukamilifu' }).textContent();
    for (const words of ['Naomba taarifa', 'Orodha ya mikopo iliyotolewa.', '2024', 'nakala ya karatasi', 'hatarini'])
      expect(request).toContain(words);
    await expectAccessible(page);
  });

  it('is told that an office without e-mail has not got it yet, and prints a letter to hand in', async () => {
    const { page } = await open();
    await page.goto('/ng/inec/request/');
    await page
      .getByLabel('Which information or record do you want?')
      .fill('The list of contracts for ballot boxes of 2026.');
    await sendForm(page);
    await page
      .getByText('Not yet with Independent National Electoral Commission; the 7 days start when it gets it.')
      .waitFor();
    expect(await page.getByText('An answer is due by').count()).toBe(0);
    const secret = (await page.locator('.case-secret').textContent()) ?? '';
    const answered = page.waitForResponse(/\/cases\/letter\//);
    await page.getByRole('button', { name: 'Print a letter to hand in' }).click();
    expect((await answered).headers()['cache-control']).toBe('no-store');
    const letter = page.locator('.letter');
    await letter.getByText('The list of contracts for ballot boxes of 2026.').waitFor();
    for (const words of [
      'Independent National Electoral Commission',
      'Freedom of Information Act',
      'Signature',
      'Received on (date and stamp)',
    ])
      expect(await letter.textContent()).toContain(words);
    expect(page.url()).toMatch(/\/cases\/letter\/$/);
    expect(await page.content()).not.toContain(secret);
    await expectAccessible(page);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
  });

  it('is asked about urgency only where the law knows it, and finds no form where there is no law', async () => {
    const { page } = await open();
    await page.goto('/ng/ncc/request/');
    await page.getByLabel('Which information or record do you want?').waitFor();
    await page.getByLabel('Which information or record do you want?').fill('The list of licences that were given.');
    await goToStep(page, 'details');
    expect(await page.getByLabel('life or liberty').count()).toBe(0);
    expect((await fetch(new URL('/tz/longido-district/request/', inject('portalUrl')))).status).toBe(404);
    await page.goto('/tz/longido-district/feedback/');
    expect(await page.locator('a[href$="/request/"]').count()).toBe(0);
  });
});
