import type { Browser } from '@playwright/test';

/** How a page comes up for somebody who opens it for the first time. */
export interface Visit {
  /** When the largest piece of the first screen was painted, in ms after the click. */
  largestPaintMs: number;
  /** Cumulative layout shift: how much of the screen moved how far, without unit. */
  shift: number;
}

/** Slow 3G as it is usually emulated, and a phone whose processor is a quarter as fast as this one. */
export const slow = { roundTripMs: 400, bitsPerSecond: 400_000, processor: 4 };

/** Opens a page with an empty cache over a slow network on a slow phone, 360 px wide. */
export async function visitSlowly(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.roundTripMs,
      downloadThroughput: slow.bitsPerSecond / 8,
      uploadThroughput: slow.bitsPerSecond / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
    await page.addInitScript(watchPaints);
    await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
    return await page.evaluate(async () => {
      await document.fonts.ready;
      // Two frames: what the fonts moved is laid out in the first and told of in the second.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return (window as unknown as { visit: Visit }).visit;
    });
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything else of it. */
function watchPaints(): void {
  const visit = { largestPaintMs: 0, shift: 0 };
  Object.assign(window, { visit });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) visit.largestPaintMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) visit.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
