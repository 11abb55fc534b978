import type { Page } from '@playwright/test';
import { expect, inject, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { mailWith } from './inbox.ts';
import { goOn, goToCheck, goToStep, sendForm } from './send-form.ts';

const open = useBrowser();
const WANTED = 'The loans that were given to students of Turkana county in 2024, by college. Ring me on 0712 345 678.';
const REWORDED = 'The loans that were given to students of Turkana county in 2024, by college.';
const portal = (path: string): Promise<Response> => fetch(new URL(path, inject('portalUrl')));

async function expectFit(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

it('is asked with leave to publish, reviewed by the operator, read by everybody, offered to the next, and gone when its asker says so', async () => {
  const { page: asker } = await open();
  await asker.goto('/ke/helb/request/');
  await asker.getByLabel('Which information or record do you want?').fill(WANTED);
  await goToStep(asker, 'you');
  const box = asker.getByLabel('Let my request and its answer be published');
  expect(await box.isChecked()).toBe(false);
  await box.check();
  await expectFit(asker);
  await goToCheck(asker);
  await asker.getByText('You let your request and its answer be published').waitFor();
  await sendForm(asker);
  const [reference = '', secret = ''] = await Promise.all(
    ['.case-reference', '.case-secret'].map(async (part) => (await asker.locator(part).textContent()) ?? ''),
  );
  expect(await (await portal('/ke/helb/requests/')).text()).toContain('No request is published here yet.');

  const mail = await mailWith(({ subject }) => subject === `${reference}: to be reviewed before publication`);
  const { page: operator } = await open();
  await operator.goto(/http\S+\/cases\/review\/\?t=\S+/.exec(mail.text ?? '')?.[0] ?? '');
  await operator.getByText('0712 345 678', { exact: true }).waitFor();
  await expectFit(operator);
  await operator.getByRole('button', { name: 'Publish it as it stands here' }).click();
  await operator.getByRole('link', { name: 'Look at what was found in the words' }).waitFor();
  await expectFit(operator);
  await operator.getByLabel('The request, as it will be published').fill(REWORDED);
  await operator.getByRole('button', { name: 'Publish it as it stands here' }).click();
  await operator.getByText('It is published.', { exact: true }).waitFor();
  await operator.getByRole('link', { name: 'Open the public page' }).click();
  await operator.getByText(REWORDED).first().waitFor();
  await expectFit(operator);
  const path = new URL(operator.url()).pathname;
  expect(path).toMatch(/^\/ke\/helb\/requests\/[2-9b-z]{10}\/$/);
  expect(await operator.content()).not.toMatch(/noindex|0712|Ring me/);
  await operator.goto(`/sw${path}`);
  await operator.getByText('Kilichoulizwa', { exact: true }).waitFor();
  await expectFit(operator);

  const lists = ['/ke/helb/requests/', '/sw/ke/helb/requests/', '/requests/', '/sw/requests/'];
  const feeds = ['/ke/helb/requests/feed.xml', '/requests/feed.xml', '/sw/requests/feed.xml'];
  for (const address of [...lists, ...feeds]) {
    const answer = await portal(address);
    expect([address, answer.status, answer.headers.get('cache-control')]).toEqual([address, 200, 'no-cache']);
    expect(await answer.text()).toContain(path);
  }
  for (const address of lists) {
    await operator.goto(address);
    await expectFit(operator);
  }
  // Whoever reads about asking the office, the law or the figures is led there.
  const reader = await open();
  await reader.page.goto('/ke/helb/information/');
  await reader.page.getByRole('link', { name: 'What it was asked before, and what it answered' }).click();
  await reader.page.locator(`a[href="${path}"]`).waitFor();
  for (const address of ['/ke/information-rights/', '/statistics/'])
    expect(await (await portal(address)).text()).toContain('href="/requests/"');
  expectQuiet(reader);

  const { page: next } = await open({ javaScriptEnabled: false });
  await next.goto('/ke/helb/request/');
  await next
    .getByLabel('Which information or record do you want?')
    .fill('How many loans did students from Turkana county get in 2024, for each college?');
  await goToCheck(next);
  const offered = next.getByRole('region', { name: 'This may have been asked before' });
  await offered.getByText('This was asked and waits for an answer: read it').waitFor();
  await offered.locator(`a[href="${path}"]`).click();
  await next.getByRole('button', { name: 'Ask the same again' }).click();
  expect(await next.getByLabel('Which information or record do you want?').inputValue()).toBe(REWORDED);
  await goOn(next);
  await sendForm(next);
  await next.locator('.case-reference').waitFor();

  await asker.goto('/cases/');
  await asker.getByLabel('Reference').fill(reference);
  await asker.getByLabel('Secret').fill(secret);
  await asker.locator('main form button[type=submit]').first().click();
  await asker.locator(`a[href="${path}"]`).waitFor();
  await asker.locator('summary', { hasText: 'No longer let it be published' }).click();
  await asker.getByRole('button', { name: 'No longer let it be published' }).click();
  await asker.getByText('Saved. Nothing of it is public any more.').waitFor();
  await expectFit(asker);
  for (const address of [...lists, ...feeds]) expect(await (await portal(address)).text()).not.toContain(path);
  const gone = await portal(path);
  expect(gone.status).toBe(404);
  expect(await gone.text()).toContain('This request is not published');
  for (const address of ['/ke/nobody/requests/', '/ng/helb/requests/', '/ke/helb/requests/?page=7'])
    expect([address, (await portal(address)).status]).toEqual([address, 404]);
});
