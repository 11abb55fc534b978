import { describe, expect, it } from 'vitest';
import { expectQuiet, useBrowser } from './browser.ts';

const open = useBrowser();

describe('somebody with a telephone who opens a charter', () => {
  it('finds among many services by a word, and all of them again', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/ke/kenya-power/');
    const rows = page.locator('#services .fare > li:visible');
    const all = await rows.count();
    expect(all).toBeGreaterThan(12);
    const field = page.getByLabel('Find among these services');
    await field.fill('FALLEN pole');
    await expect.poll(() => rows.allTextContents()).toHaveLength(1);
    await field.fill('passport');
    await page.getByText('None of these services has that word.').waitFor();
    await field.fill('');
    await expect.poll(() => rows.count()).toBe(all);
    expectQuiet(visitor);
  });

  it('goes to the matter that a service belongs to, without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/ke/dawasco-water/');
    expect(await page.locator('#services input').count()).toBe(0);
    const matters = page.locator('#services .contents a');
    expect(await matters.count()).toBeGreaterThan(1);
    for (const link of await matters.all()) {
      const place = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`);
      expect((await place.textContent())?.trim()).toBe((await link.textContent())?.trim());
    }
  });

  it('has call, start and complain in reach of a thumb, and what was folded at a touch', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/ng/inec/');
    const bar = page.locator('.dock');
    expect(await bar.getByRole('link').allTextContents()).toEqual(['Call', expect.stringMatching(/Start/), 'Complain']);
    const box = await bar.boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(740);
    expect(await page.locator('.side').isVisible()).toBe(false);
    await page.locator('.content > .contents').getByRole('link', { name: 'People and offices' }).click();
    await expect.poll(() => page.getByRole('heading', { name: 'Offices', exact: true }).isVisible()).toBe(true);
    expectQuiet(visitor);
  });

  it('has the same beside the page on a wide screen', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 800 } });
    await page.goto('/ng/nis/standard-passport/');
    expect(await page.locator('.dock').isVisible()).toBe(false);
    const side = page.locator('.side');
    await side.getByRole('link', { name: 'Complain' }).waitFor();
    expect(await side.locator('a[href^="tel:"]').count()).toBe(1);
    await page.locator('#sources').scrollIntoViewIfNeeded();
    expect((await side.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });
});
