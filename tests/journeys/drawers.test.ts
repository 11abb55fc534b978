import { describe, expect, it } from 'vitest';
import { expectQuiet, useBrowser } from './browser.ts';

const open = useBrowser();

describe('what an address names in a drawer', () => {
  it.each(['/ng/#a-z', '/ke/information-rights/#time-limits', '/ke/information-rights/#ask', '/sw/quality/#stubs'])(
    'is unfolded: %s',
    async (path) => {
      const visitor = await open();
      await visitor.page.goto(path);
      const drawer = visitor.page.locator(path.slice(path.indexOf('#')));
      await expect.poll(() => drawer.getAttribute('open')).not.toBeNull();
      expectQuiet(visitor);
    },
  );

  it('is unfolded around it, for whoever follows a footnote to its source too', async () => {
    const { page } = await open();
    await page.goto('/ng/#letter-n');
    await expect.poll(() => page.locator('#letter-n').isVisible()).toBe(true);
    await page.goto('/ng/information-rights/');
    const note = page.locator('.receipt sup a').first();
    const source = page.locator(`[id="${((await note.getAttribute('href')) ?? '').slice(1)}"]`);
    expect(await source.isVisible()).toBe(false);
    await note.click();
    await expect.poll(() => source.isVisible()).toBe(true);
  });

  it('does not trouble the page where an address was cut in the middle of a letter, or names nothing', async () => {
    const visitor = await open();
    for (const fragment of ['#%E0%A4%A', '#nothing', '#']) {
      await visitor.page.goto('about:blank');
      await visitor.page.goto(`/ng/${fragment}`);
      await visitor.page.waitForLoadState('networkidle');
    }
    expectQuiet(visitor);
  });

  it('is never the way to a review, which letters and cases lead to', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open({ javaScriptEnabled });
      await page.goto('/ke/information-rights/#review');
      const review = page.locator('#review');
      expect(await review.isVisible()).toBe(true);
      expect(await review.evaluate((line) => line.closest('details') === null)).toBe(true);
      expect(await review.innerText()).toContain('30 days');
    }
  });
});

describe('a country', () => {
  it('leads from a matter to its bodies and to its services with their prices', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/ke/');
    const matter = page.getByRole('group').filter({ hasText: 'Electricity and water' }).first();
    await matter.locator('summary').click();
    expect(await matter.getByRole('link', { name: 'Kenya Power' }).first().isVisible()).toBe(true);
    await matter.getByRole('link', { name: /all services/ }).click();
    expect(new URL(page.url()).hash).toBe('#ke');
    await page.locator('#ke summary', { hasText: 'Kenya Power' }).click();
    expect(await page.locator('#ke details[open] .fare-what').count()).toBeGreaterThan(1);
  });
});
