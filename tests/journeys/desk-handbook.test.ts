import { expect, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();

it('an officer learns how to write a fee, on a phone, without JavaScript and without signing in', async () => {
  const { page } = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await page.goto('/desk/handbook/');
  await page.getByRole('link', { name: 'What it costs' }).click();
  await page.getByText('Short forms such as 2k are not taken').waitFor();
  await page.getByRole('link', { name: 'How long it takes' }).click();
  await page.getByRole('heading', { name: 'How long it takes' }).waitFor();
  await page.getByRole('link', { name: 'Kiswahili' }).click();
  await page.getByRole('heading', { name: 'Inachukua muda gani' }).waitFor();
  expect(await page.locator('main [lang="en"]').count()).toBe(0);
});

it('a chapter can be read by everybody', async () => {
  const { page } = await open({ viewport: { width: 390, height: 800 } });
  for (const chapter of ['', 'fees/']) {
    await page.goto(`/desk/handbook/${chapter}`);
    expect(await barriersOn(page)).toEqual([]);
  }
});

it('a chapter that does not exist is told so', async () => {
  const { page } = await open({});
  const answer = await page.goto('/desk/handbook/nothing/');
  expect(answer?.status()).toBe(404);
});
