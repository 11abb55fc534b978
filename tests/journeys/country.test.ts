import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { expectQuiet, useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const open = useBrowser();

const remembered = async (page: Page): Promise<string | undefined> =>
  (await page.context().cookies()).find(({ name }) => name === 'country')?.value;
const current = (page: Page): Promise<string[]> => page.locator('[data-country-choice] [aria-current]').allInnerTexts();
const problems = (page: Page): Promise<string[]> => page.locator('only-country:visible h3').allInnerTexts();
const lines = (page: Page): Promise<string[]> => page.locator('.emergency-line-country:visible').allInnerTexts();
const cards = (page: Page): Promise<string[]> => page.locator('.answer .answer-where').allInnerTexts();

describe('somebody in Nigeria', () => {
  it('is asked for the country once, on the home page, and then gets what is theirs without a jump', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await problems(page)).toEqual(['Kenya', 'Nigeria']);
    expect((await lines(page)).length).toBeGreaterThan(1);
    await page.getByRole('link', { name: 'Nigeria', exact: true }).first().click();
    await expect.poll(() => problems(page)).toEqual(['Nigeria']);
    expect(new URL(page.url()).pathname).toBe('/');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'country', value: 'ng', sameSite: 'Lax', path: '/' });
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(360 * 24 * 3600);

    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await problems(page)).toEqual(['Nigeria']);
    expect(await current(page)).toEqual(['Nigeria']);
    expect(await lines(page)).toEqual([expect.stringContaining('Nigeria')]);
    expect(await layoutShift(page)).toBe(0);
    await page.getByRole('searchbox').pressSequentially('passport');
    await page.locator('[data-search-panel] a').first().waitFor();
    for (const row of await page.locator('[data-search-panel] li span').allInnerTexts())
      expect(row).toContain('Nigeria');
    await page.getByRole('link', { name: 'See the whole answer' }).click();
    await page.waitForURL('**/search/?q=passport&country=ng');
    expect(await cards(page)).toEqual(['Nigeria']);
    expectQuiet(visitor);
  });

  it('chooses on the answer itself, and the words stay', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/search/?q=passport', { waitUntil: 'networkidle' });
    expect((await cards(page)).length).toBeGreaterThan(1);
    expect(await current(page)).toEqual(['All']);
    await page.getByRole('link', { name: 'Kenya', exact: true }).first().click();
    await expect.poll(() => cards(page)).toEqual(['Kenya']);
    expect(await page.getByRole('searchbox').inputValue()).toBe('passport');
    expect(await current(page)).toEqual(['Kenya']);
    expect(page.url()).toContain('country=ke');
    expect(await layoutShift(page)).toBe(0);
    // Back on a page that was left before the choice.
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await problems(page)).toEqual(['Kenya']);
    expectQuiet(visitor);
  });

  it('needs no script for it', async () => {
    const visitor = await open({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/');
    expect(await problems(page)).toEqual(['Kenya', 'Nigeria']);
    await page.getByRole('link', { name: 'Nigeria', exact: true }).first().click();
    await page.waitForURL('**/search/?country=ng');
    expect(await remembered(page)).toBe('ng');
    expect(await problems(page)).toEqual(['Nigeria']);
    await page.goto('/');
    await page.getByRole('searchbox').fill('passport');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search/?q=passport');
    expect(await cards(page)).toEqual(['Nigeria']);
    expect(await current(page)).toEqual(['Nigeria']);
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await page.waitForURL('**/search/?q=passport&country=all');
    expect((await cards(page)).length).toBeGreaterThan(1);
    expect(await remembered(page)).toBe('all');
    expectQuiet(visitor);
  });

  it('needs no cookie for it either: the address carries the choice', async () => {
    const visitor = await open({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/search/?q=passport');
    await page.getByRole('link', { name: 'Nigeria', exact: true }).first().click();
    await page.waitForURL('**/search/?q=passport&country=ng');
    await page.context().clearCookies();
    await page.getByRole('searchbox').fill('birth certificate');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search/?q=birth+certificate&country=ng**');
    expect(await cards(page)).toEqual(['Nigeria']);
    await page.context().clearCookies();
    // The home page is a file, which knows of no choice without a script; its links make one all the same.
    await page.goto('/?country=ng');
    expect(await problems(page)).toEqual(['Kenya', 'Nigeria']);
    expect(await remembered(page)).toBeUndefined();
    await page.getByRole('link', { name: 'Nigeria', exact: true }).first().click();
    await page.waitForURL('**/search/?country=ng');
    expect(await problems(page)).toEqual(['Nigeria']);
    expectQuiet(visitor);
  });

  it('by the address alone gets their own problems on the home page', async () => {
    const { page } = await open();
    await page.goto('/?country=ng', { waitUntil: 'networkidle' });
    expect(await problems(page)).toEqual(['Nigeria']);
    expect(await remembered(page)).toBeUndefined();
  });
});

describe('the memory of the country', () => {
  it('marks the choice where the system chooses the colours', async () => {
    const { page } = await open({ forcedColors: 'active' });
    await page.goto('/search/?q=passport&country=ke');
    const [kenya, nigeria] = await Promise.all(
      ['Kenya', 'Nigeria'].map((name) =>
        page
          .locator('[data-country-choice]')
          .getByRole('link', { name, exact: true })
          .evaluate((chip) => getComputedStyle(chip).backgroundColor),
      ),
    );
    expect(kenya).not.toBe(nigeria);
  });

  it('takes no link that was sent for a choice', async () => {
    const { page } = await open();
    await page.goto('/search/?q=passport&country=ke');
    expect(await cards(page)).toEqual(['Kenya']);
    expect(await remembered(page)).toBeUndefined();
  });

  it('does not believe a cookie that names no country', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.context().addCookies([{ name: 'country', value: 'zz', url: inject('portalUrl') }]);
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await problems(page)).toEqual(['Kenya', 'Nigeria']);
    await page.goto('/search/?q=passport');
    expect(await current(page)).toEqual(['All']);
    expectQuiet(visitor);
  });

  it('changes nothing on the page of one country', async () => {
    const { page } = await open();
    await page.context().addCookies([{ name: 'country', value: 'all', url: inject('portalUrl') }]);
    await page.goto('/ke/', { waitUntil: 'networkidle' });
    await page.getByRole('searchbox').fill('passport');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search/?q=passport&country=ke');
    expect(await cards(page)).toEqual(['Kenya']);
  });

  it('is private: no cache on the way keeps a page of the search, and none shows it for another choice', async () => {
    const answer = await fetch(new URL('/search/?q=passport', inject('portalUrl')), {
      headers: { cookie: 'country=ng' },
    });
    expect(answer.headers.get('cache-control')).toContain('private');
    expect(answer.headers.get('vary')).toMatch(/\bcookie\b/i);
    expect(await answer.text()).not.toContain('/ke/immigration/');
  });

  it('is told on the page on privacy', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const [path, word] of [
      ['/privacy/', 'cookie'],
      ['/sw/privacy/', 'kidakuzi'],
    ] as const) {
      await page.goto(path);
      expect(await page.locator('main').innerText()).toMatch(
        new RegExp(`${word}[^.]*country=ng|country=ng[^.]*${word}`, 'i'),
      );
    }
  });
});

describe('somebody on a slow line', () => {
  it('reads and asks before the scripts have come, and what was typed is answered when they have', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.context().addCookies([{ name: 'country', value: 'ng', url: inject('portalUrl') }]);
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => (release = done));
    await page.route(/\/assets\/SearchBox\..*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await page.getByRole('searchbox').pressSequentially('passport');
    await expect.poll(() => problems(page)).toEqual(['Nigeria']);
    release();
    await page.locator('[data-search-panel] a').first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('passport');
    expect(await layoutShift(page)).toBe(0);
    expectQuiet(visitor);
  });

  it('still sees every country where the small script does not come', async () => {
    const { page } = await open();
    await page.context().addCookies([{ name: 'country', value: 'ng', url: inject('portalUrl') }]);
    await page.route(/only-country/, (route) => route.abort());
    await page.goto('/');
    expect(await problems(page)).toEqual(['Kenya', 'Nigeria']);
  });
});
