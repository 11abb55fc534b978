import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { PATIENCE_MS } from '../patience.ts';

export interface Visitor {
  page: Page;
  /** What a careful developer would see in the console: errors, failed requests, requests to other origins. */
  complaints: string[];
}

/** Gives each test file one browser, and a way to open pages that note every error and foreign request. */
export function useBrowser(): (options?: BrowserContextOptions & { allowOrigins?: string[] }) => Promise<Visitor> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return async ({ allowOrigins = [], ...options } = {}) => {
    // Each visitor comes from an address of their own (TEST-NET-3), as in life: one address may send only so much.
    const context = await browser.newContext({
      baseURL: inject('portalUrl'),
      viewport: { width: 360, height: 740 },
      extraHTTPHeaders: { 'X-Forwarded-For': `203.0.113.${1 + Math.floor(Math.random() * 254)}` },
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    return { page, complaints: watch(page, [inject('portalUrl'), ...allowOrigins]) };
  };
}

function watch(page: Page, origins: string[]): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What the page itself calls back, because somebody typed on, has not failed.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !origins.includes(url.origin)) complaints.push(`foreign: ${request.url()}`);
  });
  return complaints;
}

/** Fails with the list when anything went wrong on a page. */
export function expectQuiet(visitor: Visitor): void {
  expect(visitor.complaints).toEqual([]);
}
