import { describe, expect, it } from 'vitest';
import { expectQuiet, useBrowser } from './browser.ts';

const open = useBrowser();

describe('a citizen who knows the problem but not the agency', () => {
  it('sees answers while typing and opens one with the keyboard', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('searchbox').pressSequentially('passport');
    await page.locator('[data-search-panel] a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(?:ng|ke|gh|in)\/[a-z-]+\//);
    expectQuiet(visitor);
  });

  it('gets the same first answer without JavaScript', async () => {
    const withScript = await open();
    await withScript.page.goto('/search/?q=lost+my+driving+licence&country=ke');
    const first = await withScript.page.locator('.answer-agency').first().textContent();
    const without = await open({ javaScriptEnabled: false });
    await without.page.goto('/search/?q=lost+my+driving+licence&country=ke');
    expect(await without.page.locator('.answer-agency').first().textContent()).toBe(first);
    expect(first).toContain('National Transport and Safety Authority');
  });

  it('is not left alone when nothing fits', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/search/?q=xyzzyqwv&country=ng');
    expect(await page.locator('main').textContent()).toMatch(/Public Complaints Commission|SERVICOM/);
    await page.getByRole('link', { name: /A–Z/ }).first().waitFor();
  });

  it('never echoes what was typed as markup', async () => {
    const visitor = await open();
    await visitor.page.goto(`/search/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(await visitor.page.locator('main img').count()).toBe(0);
    expectQuiet(visitor);
  });
});

describe('the A–Z', () => {
  it('filters by country without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/agencies/');
    const shown = () => page.locator('.agency-list > li:visible').count();
    const all = await shown();
    await page.getByLabel('Ghana').check();
    expect(await shown()).toBe(1);
    await page.getByLabel('All').first().check();
    expect(await shown()).toBe(all);
  });
});
