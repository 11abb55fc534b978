import { beforeAll, describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

/*
 * Where figures come from: said once or in a footnote, never a third of a page, and never lost.
 */

/** The charters whose pages were the longest when evidence stood after every line; INEC's was 25 screens of a telephone. */
const LONGEST = [
  '/ng/inec/',
  '/ng/nis/',
  '/ng/nerc/',
  '/ng/icpc/',
  '/ng/cbn/',
  '/ke/caj-ombudsman/',
  '/ke/oag-doj-ict/',
  '/ng/lagos-vehicle/',
  '/ke/immigration/',
  '/ng/nysc/',
  '/ke/eldoret-water/',
];
const SHARE_MAX = 0.1;

const open = useBrowser();
const pages = new Map<string, string>();

beforeAll(async () => {
  const sitemap = await (await fetch(new URL('/sitemap.xml', inject('portalUrl')))).text();
  const waiting = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map((match) => new URL(match[1] ?? '').pathname)
    .filter((path) => /^(?:\/sw)?\/[a-z]{2}\//.test(path))
    .values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const path of waiting) pages.set(path, await (await fetch(new URL(path, inject('portalUrl')))).text());
    }),
  );
});

describe('the evidence of every page of a country', () => {
  it('leads to a source that is there, on the same page or the one it names', () => {
    const lost: string[] = [];
    let links = 0;
    for (const [path, html] of pages) {
      for (const [, address = '', id = ''] of html.matchAll(/href="([^"#]*)#(source-[^"]+)"/g)) {
        links += 1;
        const target = address === '' ? html : pages.get(new URL(address, inject('portalUrl')).pathname);
        if (!target?.includes(`id="${id}"`)) lost.push(`${path} → ${address}#${id}`);
      }
    }
    expect(lost).toEqual([]);
    expect(links).toBeGreaterThan(5000);
  });

  it('stands beside each price and time of a charter, or is said by the banner above them', () => {
    const bare: string[] = [];
    let figures = 0;
    for (const [path, html] of pages) {
      const services = html.slice(html.indexOf('id="services"'), html.indexOf('id="complaints"'));
      if (!/^(?:\/sw)?\/[a-z]{2}\/[^/]+\/$/.test(path) || services === '') continue;
      const banner = /<p[^>]*data-evidence[^>]*>[^]*?href="#source-/.test(services);
      for (const [row] of services.matchAll(/<span class="fare-price">[^]*?<\/li>/g)) {
        const stated = row.replace(/<span class="fare-none">.*?<\/span>/g, '').replace(/<[^>]+>/g, '');
        if (stated === '') continue;
        figures += 1;
        if (!row.includes('href="#source-') && !banner) bare.push(`${path}: ${stated}`);
      }
    }
    expect(bare).toEqual([]);
    expect(figures).toBeGreaterThan(1000);
  });

  it('names each source by words for those who hear the page', () => {
    const unnamed = [...pages].filter(([, html]) => /<a href="[^"]*#source-[^"]*">\[/.test(html)).map(([path]) => path);
    expect(unnamed).toEqual([]);
  });
});

describe('the longest charters on a telephone', () => {
  it.each(LONGEST)('%s spends less than a tenth of its words on where they come from', async (path) => {
    const { page } = await open();
    await page.goto(path);
    const share = await page.locator('main').evaluate((main) => {
      const lengths = { all: 0, evidence: 0 };
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const { parentElement } = text;
        if (!parentElement?.checkVisibility() || parentElement.closest('.visually-hidden')) continue;
        const length = (text.textContent ?? '').replace(/\s+/g, ' ').trim().length;
        lengths.all += length;
        if (parentElement.closest('[data-evidence]')) lengths.evidence += length;
      }
      return lengths.evidence / lengths.all;
    });
    expect(share).toBeLessThan(SHARE_MAX);
    expect(share).toBeGreaterThan(0);
  });

  it('gives a finger room on each number, however small it looks', async () => {
    const { page } = await open();
    await page.goto('/ng/inec/');
    const sizes = await page
      .locator('sup a:visible')
      .evaluateAll((links) =>
        links.map((link) => link.getBoundingClientRect()).map(({ width, height }) => [width, height]),
      );
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.filter(([width = 0, height = 0]) => width < 24 || height < 24)).toEqual([]);
  });

  it('open the list of sources for whoever follows a number into it', async () => {
    const { page } = await open();
    await page.goto('/ng/inec/');
    await page.locator('#services sup a').first().click();
    const source = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect.poll(() => source.isVisible()).toBe(true);
  });
});
