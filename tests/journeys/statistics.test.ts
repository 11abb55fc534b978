import { execFileSync } from 'node:child_process';
import { expect, inject, it } from 'vitest';
import { childEnvironment } from '../child-environment.ts';
import { pdfPages } from '../print/pdf-text.ts';
import { useBrowser } from './browser.ts';
import { sendForm } from './send-form.ts';

const open = useBrowser();

/** Sends as many complaints as it takes for a count to be told. */
async function complain(page: Awaited<ReturnType<typeof open>>['page'], times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.goto('/ke/dawasco-water/complain/');
    await page.getByLabel('What happened?').fill(`No water came for ${i + 2} days in our street.`);
    await sendForm(page);
    await page.locator('.case-reference').waitFor();
  }
}

it('gives the oversight body a month’s report to read, to reckon with and to print, in both languages', async () => {
  const { page } = await open();
  await complain(page, 5);
  const month = new Date().toISOString().slice(0, 7);
  const inWords = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(),
  );
  await page.goto(`/statistics/?month=${month}`);
  await page.getByRole('heading', { level: 1, name: `What became of the cases received in ${inWords}` }).waitFor();
  const row = page.getByRole('row', { name: /^DAWASCO/ }).first();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['5', '0', '0', '0', '0', '0', '–', '–', '–']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`cases-${month}.csv`);
  const sheets = await pdfPages(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets.join(' ')).toContain('DAWASCO');
  expect(sheets.join(' ')).toContain('No answer in time');
  expect(sheets.join(' ')).not.toContain('Download as CSV');
  await page.goto(`/sw/statistics/?month=${month}`);
  await page.getByRole('columnheader', { name: 'Bila jibu kwa wakati' }).first().waitFor();
});

it('stands beside the promise, of the agency and of each service, in both languages', async () => {
  const { page } = await open();
  await complain(page, 5);
  await page.goto('/ke/dawasco-water/');
  await page
    .locator('#promise')
    .getByText(/^Cases received through this portal: \d+\. Answered in time: 0\. No answer in time: 0\.$/)
    .waitFor();
  await page.goto('/sw/ke/dawasco-water/');
  await page
    .locator('#promise')
    .getByText(/^Mashauri yaliyopokelewa kupitia tovuti hii: \d+\./)
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.locator('#services .fare a.fare-what').first().click();
  await page.getByText('Bado hakuna shauri lililopokelewa.').waitFor();
});

it('has a link in its place where no script runs', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto('/ke/dawasco-water/');
  await page.locator('#promise').getByRole('link', { name: 'What became of the cases' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
});

it('gives a body its annual report on requests for information, with the days that remain, to print and as CSV', async () => {
  const { page } = await open();
  await page.goto('/ke/kura/request/');
  await page.locator('main form textarea').first().fill('The minutes of the last meeting of the board.');
  await sendForm(page);
  await page.locator('.case-reference').waitFor();
  await page.goto('/statistics/');
  await page.getByRole('link', { name: 'Annual reports on requests for information' }).click();
  const kenya = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'Kenya' }) });
  expect(await kenya.textContent()).toMatch(/Due on 30 June \d{4}\.\s+\d+ days? (?:is|are) left\./);
  const year = new Date().getUTCFullYear();
  await page.goto(`/statistics/annual-report/?agency=kura&year=${year}`);
  await page.getByRole('heading', { level: 1, name: `Annual report on requests for information, ${year}` }).waitFor();
  await page.getByText('Received: <5').waitFor();
  await page.getByText('The year is not over').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`requests-kura-${year}.csv`);
  const sheets = (await pdfPages(await page.pdf({ preferCSSPageSize: true }))).join(' ');
  expect(sheets).toContain('Received: <5');
  expect(sheets).not.toContain('Download as CSV');
  await page.goto(`/sw/statistics/annual-report/?agency=kura&year=${year}`);
  await page.getByText('Yaliyopokelewa: <5').waitFor();
  // The body itself is told every count.
  const exact = execFileSync(process.execPath, ['src/entry/annual-report.ts', 'kura', '--year', String(year)], {
    cwd: inject('portalDir'),
    env: childEnvironment({}),
    encoding: 'utf8',
  });
  expect(exact).toContain('Received: 1');
  await page.goto('/statistics/annual-report/?agency=nobody');
  await page.getByText('No such body is known here.').waitFor();
});
