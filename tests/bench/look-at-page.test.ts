import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { lookAtPage, type Look } from '../../src/bench/pages/look.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function look(body: string): Promise<Look> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  try {
    await page.setContent(`<!doctype html><style>body{margin:0}</style>${body}`);
    return await page.evaluate(lookAtPage);
  } finally {
    await page.close();
  }
}

describe('a page as a phone shows it', () => {
  it('is as long as its screens', async () => {
    expect((await look('<main style="height:1850px">.</main>')).screens).toBe(2.5);
  });

  it('is evidence by its letters, drawers and words for screen readers left out', async () => {
    const { evidenceShare } = await look(`<main><p>123456 <sup data-evidence>ab</sup></p>
      <details><summary>78</summary><p data-evidence>a long line of evidence</p></details>
      <p style="position:absolute;width:1px;height:1px;overflow:hidden" data-evidence>unseen</p></main>`);
    expect(evidenceShare).toBeCloseTo(0.2);
  });

  it('knows the evidence of older editions', async () => {
    expect((await look('<main>1234<span class="ev">abcd</span></main>')).evidenceShare).toBe(0.5);
  });

  it.each([
    ['₦1,500', { cost: true, time: false, next: false }],
    ['Bila malipo', { cost: true, time: false, next: false }],
    ['within 5 working days', { cost: false, time: true, next: false }],
    ['siku 21', { cost: false, time: true, next: false }],
    ['<a class="button" href="#">Start</a>', { cost: false, time: false, next: true }],
    ['<a href="#">read more</a> since 2019', { cost: false, time: false, next: false }],
    ['<p style="margin-top:800px">KSh 50, 3 days</p>', { cost: false, time: false, next: false }],
  ])('answers on its first screen: %s', async (words, first) => {
    expect((await look(`<main>${words}</main>`)).first).toEqual(first);
  });

  it('does not answer with what lies under a bar or in the masthead', async () => {
    const { first } = await look(`<header class="masthead"><button>Menu</button></header>
      <main><p style="position:absolute;top:700px">KSh 50</p></main>
      <nav style="position:fixed;left:0;right:0;bottom:0;height:60px;background:#fff"><a href="tel:1">Call</a></nav>`);
    expect(first).toEqual({ cost: false, time: false, next: true });
  });
});
