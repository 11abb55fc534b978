import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { expectQuiet, useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const open = useBrowser();

/** What the first search may take on a cold phone, everything included that the page did not need before. */
const FIRST_SEARCH_BYTES_MAX = 120_000;

/** Counts the bytes that come over the wire from now on, headers included, as the browser itself sees them. */
async function countBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

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

  it(`pays at most ${FIRST_SEARCH_BYTES_MAX} bytes for the home page and the first search together, and nothing jumps`, async () => {
    const visitor = await open();
    const { page } = visitor;
    const bytes = await countBytes(page);
    await page.goto('/', { waitUntil: 'networkidle' });
    const before = bytes();
    const atBox = (): Promise<boolean> => page.getByRole('searchbox').evaluate((box) => box === document.activeElement);
    for (let presses = 0; presses < 12 && !(await atBox()); presses++) await page.keyboard.press('Tab');
    await page.keyboard.type('nimepoteza kitambulisho');
    const status = page.locator('[data-search-status]');
    await expect.poll(() => status.textContent()).toContain('National Registration Bureau');
    expect(await status.getAttribute('role')).toBe('status');
    await page.waitForLoadState('networkidle');
    expect(before).toBeGreaterThan(0);
    expect(bytes()).toBeGreaterThan(before);
    expect(bytes()).toBeLessThanOrEqual(FIRST_SEARCH_BYTES_MAX);
    expect(await layoutShift(page)).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('National Registration Bureau');
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-search-panel]').isVisible()).toBe(false);
    expect(await atBox()).toBe(true);
    expectQuiet(visitor);
  });

  it('walks with the arrow keys past what is folded away', async () => {
    const { page } = await open();
    await page.goto('/search/?q=passport+office+phone+number&country=ng', { waitUntil: 'networkidle' });
    await page.getByRole('searchbox').focus();
    const seen: (string | undefined)[] = [];
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press('ArrowDown');
      seen.push(await page.evaluate(() => document.activeElement?.textContent));
    }
    const folded = await page.locator('.answer-not-this [data-answer]').allTextContents();
    expect(folded.length).toBeGreaterThan(0);
    expect(seen[1]).not.toBe(seen[0]);
    for (const text of folded) expect(seen).not.toContain(text);
    await page.getByText('Not this? See others').click();
    await page.locator('.answer-agency a').focus();
    for (let presses = 0; presses < 8; presses++) await page.keyboard.press('ArrowDown');
    expect(folded).toContain(await page.evaluate(() => document.activeElement?.textContent));
  });

  it('is left in peace after Escape, even by an answer that was under way', async () => {
    const { page } = await open();
    await page.goto('/', { waitUntil: 'networkidle' });
    // What every search needs may come; what this answer needs is held back.
    const held = /\/search-index\/(?!(?:manifest|words)\.json)/;
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => (release = done));
    await page.route(held, async (route) => {
      await released;
      await route.continue();
    });
    const asked = page.waitForRequest(held);
    await page.getByRole('searchbox').pressSequentially('passport');
    await asked;
    await page.keyboard.press('Escape');
    release();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-search-panel]').isVisible()).toBe(false);
  });

  it('sees the whole answer change on the search page without a jump', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/search/?country=ke', { waitUntil: 'networkidle' });
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('lost id');
    // A browser counts no shift within half a second of a key; a slow machine answers later, so a hand stays on the keys.
    await expect
      .poll(async () => {
        await page.keyboard.press('Shift');
        return page.locator('.answer-agency').count();
      })
      .toBeGreaterThan(0);
    expect(await layoutShift(page)).toBe(0);
    expectQuiet(visitor);
  });

  it('searches the text of all pages on demand', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.goto('/search/?q=passport&country=ke');
    await page.getByRole('button', { name: 'Search the full text of all pages' }).click();
    await page.getByRole('heading', { name: 'Pages that contain these words' }).waitFor();
    expect(await page.locator('.full-text li a').first().getAttribute('href')).toMatch(/^\/(?:sw\/)?ke\//);
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
    await page.getByRole('main').getByRole('link', { name: 'Answer a few questions instead' }).first().click();
    await page.waitForURL('**/finder/');
  });

  it('never echoes what was typed as markup', async () => {
    const visitor = await open();
    await visitor.page.goto(`/search/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(await visitor.page.locator('main img').count()).toBe(0);
    expectQuiet(visitor);
  });
});

describe('somebody on a dear or slow connection, or who listens to the page', () => {
  it('fetches nothing while typing where data is saved, and gets the answer from the button', async () => {
    const visitor = await open();
    const { page } = visitor;
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }),
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/');
    await page.getByRole('searchbox').pressSequentially('hongo');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('.answer-agency').first().waitFor();
    expect(asked.filter((address) => address.includes('/search-index/'))).toEqual([]);
    expect(await page.locator('.answer .button').first().textContent()).toBe('Report it, without your name');
    expectQuiet(visitor);
  });

  it('hears the answer once typing has paused, and whom to call before anything else', async () => {
    const { page } = await open();
    await page.goto('/search/?country=ke');
    await page.evaluate(() => {
      const status = document.querySelector('[data-search-status]');
      const said: string[] = [];
      Object.assign(window, { said });
      if (status)
        new MutationObserver(() => said.push(status.textContent)).observe(status, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    await page.getByRole('searchbox').pressSequentially('my husband beats me', { delay: 60 });
    await page.locator('.emergency a[href="tel:1195"]').waitFor();
    const said = (): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said);
    await expect.poll(said).toContainEqual(expect.stringContaining('In danger? Call 999'));
    expect((await said()).filter(Boolean).length).toBeLessThanOrEqual(2);
  });
});

describe('somebody who was sent to the wrong place', () => {
  it('says so without JavaScript and gets a way on', async () => {
    const visitor = await open({ javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/search/?q=lost+id&country=ke');
    await page.getByText('Was this the right place?').click();
    await page.getByLabel('What were you looking for?').fill('my card, call 0712 345 678');
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.waitForURL('**/feedback/?said=no&kept=true&country=ke');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('Commission on Administrative Justice');
    await page.getByRole('link', { name: 'Find the office by answering questions' }).click();
    await page.waitForURL('**/finder/ke/');
    expectQuiet(visitor);
  });

  it('cannot be impersonated from another site', async () => {
    const form = {
      method: 'POST',
      redirect: 'manual' as const,
      body: new URLSearchParams({ q: 'x', agency: 'kra', verdict: 'no' }),
    };
    const address = new URL('/feedback/', inject('portalUrl'));
    const answer = (origin: string): Promise<number> =>
      fetch(address, { ...form, headers: { origin } }).then((response) => response.status);
    expect(await answer('https://elsewhere.example')).toBe(403);
    expect(await answer(address.origin)).toBe(303);
  });
});

describe('the A–Z', () => {
  it('filters by country without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/agencies/');
    const shown = () => page.locator('.agency-list > li:visible').count();
    const letters = () => page.locator('.az .drawers summary:visible').count();
    const all = await letters();
    expect([await shown(), all > 10]).toEqual([0, true]);
    await page.locator('#letter-i summary').click();
    expect(await page.getByRole('link', { name: 'Independent National Electoral Commission' }).isVisible()).toBe(true);
    await page.locator('#letter-i summary').click();
    await page.getByText('Show one country or one kind of body').click();
    await page.getByLabel('Ghana').check();
    expect(await shown()).toBe(1);
    await page.getByLabel('All').first().check();
    expect([await shown(), await letters()]).toEqual([0, all]);
  });
});
