import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { PATIENCE_MS } from '../patience.ts';
import { startSmallPortal, type SmallPortal } from '../server/small-portal.ts';
import { layLine, type Line } from './line.ts';

/** The portal of a small country, a line to it that is laid anew for each test, and phones at the other end. */
export interface Phones {
  portal: SmallPortal;
  line: Line;
  /** A phone of its own, with nothing on it. */
  phone(options?: BrowserContextOptions): Promise<Page>;
}

/** Gives each test file one portal and one browser. */
export function usePhones(): Phones {
  let browser: Browser;
  const phones = {
    async phone(options = {}) {
      const context = await browser.newContext({
        baseURL: phones.line.url,
        viewport: { width: 360, height: 740 },
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      return context.newPage();
    },
  } as Phones;
  beforeAll(async () => {
    [phones.portal, browser] = await Promise.all([startSmallPortal(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await phones.portal.stop();
  });
  beforeEach(async () => {
    phones.line = await layLine(phones.portal.url);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await phones.line.close();
  });
  return phones;
}

/** Opens a charter and keeps its agency; gives what the button says afterwards, for which `says` waits. */
export async function keep(page: Page, path = '/xx/water/', says = /^(?:Kept on|Imetunzwa) /): Promise<void> {
  await page.goto(path);
  await pressKeep(page, says);
}

/** Presses the button of a charter that is open, and waits until it says something. */
export async function pressKeep(page: Page, says: RegExp): Promise<void> {
  await page.locator('[data-keep-agency] button').click();
  await expect.poll(() => page.locator('[data-keep-agency] [role=status]').textContent()).toMatch(says);
}

/** What stands on a page, from its top. */
export const textOf = async (page: Page): Promise<string> => (await page.locator('body').innerText()).trim();

/** Every address that is kept, with the bytes of what it leads to, by the cache that it lies in. */
export const stored = (page: Page): Promise<{ cache: string; path: string; bytes: number }[]> =>
  page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.blob();
        found.push({ cache: name, path: new URL(request.url).pathname, bytes: body?.size ?? 0 });
      }
    }
    return found;
  });

/** The same addresses alone, in their order. */
export const storedPaths = async (page: Page): Promise<string[]> => (await stored(page)).map(({ path }) => path).sort();

/** How many workers the portal has on a phone. */
export const workersOn = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
