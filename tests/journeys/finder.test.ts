import { describe, expect, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { expectQuiet, useBrowser } from './browser.ts';

const open = useBrowser();

describe('a citizen who cannot name the problem', () => {
  it('comes to the office by three answers without JavaScript, in Kiswahili, and can go back', async () => {
    const visitor = await open({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/sw/');
    await page.getByRole('link', { name: 'Jibu maswali machache badala yake' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Kenya' }).click();
    expect(await page.locator('main').textContent()).toContain('Swali la 1');
    await page.getByRole('link', { name: 'Kitambulisho, kuzaliwa, ndoa, pasipoti au kura' }).click();
    await page.getByRole('link', { name: 'Kitambulisho cha taifa' }).click();
    expect(await page.locator('main').textContent()).toContain('Swali la 3, la mwisho');
    await page.getByRole('link', { name: 'Kimepotea au kimeharibika' }).click();
    await page.waitForURL('**/sw/finder/ke/id-lost/');
    expect(await page.locator('.receipt').textContent()).toMatch(/KSh\s1,050/);
    await page.getByRole('link', { name: 'Rudi kwa swali lililotangulia' }).click();
    await page.waitForURL('**/sw/finder/ke/id/');
    await page.getByRole('link', { name: 'Anza upya' }).click();
    await page.waitForURL('**/sw/finder/ke/');
    expectQuiet(visitor);
  });

  it.each([
    '/finder/',
    '/finder/ng/',
    '/sw/finder/ke/identity/',
    '/finder/ng/bank-cbn/',
    '/finder/ng/police-now/',
    '/finder/ke/information-ask/',
    '/feedback/?said=no&kept=true&country=ng',
  ])('%s is accessible, quiet and fits a small phone', async (path) => {
    const visitor = await open();
    await visitor.page.goto(path);
    expect(await barriersOn(visitor.page)).toEqual([]);
    expect(
      await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    expectQuiet(visitor);
  });

  it('leads to no address that does not exist', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const path of [
      '/finder/ke/identity/',
      '/finder/ng/office-unfair/',
      '/finder/ng/information/',
      '/finder/ke/kra-complaint/',
    ]) {
      await page.goto(path);
      const links = await page
        .locator('main a')
        .evaluateAll((found) =>
          found
            .map((link) => (link as HTMLAnchorElement).href.split('#')[0] ?? '')
            .filter((href) => href.startsWith(location.origin)),
        );
      for (const href of new Set(links)) expect((await page.request.get(href)).status(), href).toBe(200);
    }
  });

  it.each([
    ['/finder/ng/police-now/', '112'],
    ['/finder/ke/police-help/', '999'],
    ['/ng/kano-electricity/', '0201 344 4331'],
  ])('%s can be called: %s', async (path, number) => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(path);
    const called = page.getByRole('main').locator(`a[href="tel:${number.replaceAll(' ', '')}"]`);
    expect(await called.first().isVisible()).toBe(true);
  });

  it('is told of another language nowhere where all of a page is translated', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const path of [
      '/sw/finder/ng/',
      '/sw/ng/kano-electricity/',
      '/sw/finder/ke/',
      '/finder/ng/',
      '/sw/ke/kisumu-water/new-connection-works/',
    ]) {
      await page.goto(path);
      expect(await page.getByText('ziko kwa Kiingereza').or(page.getByText('yako kwa Kiingereza')).count(), path).toBe(
        0,
      );
    }
  });
});
