import { beforeAll, describe, expect, inject, it } from 'vitest';
import { contentFolder } from '../../src/lib/content-place.ts';
import { OURS_MAX, pageLanguage, shareOfOurs } from '../../src/quality/page-language.ts';
import { quotedTexts } from '../../src/quality/quoted-texts.ts';
import { loadEntries } from '../../src/register/load.ts';
import { useBrowser } from './browser.ts';
import { widestPages } from './widest.ts';

/*
 * Every address of the sitemap is read once, as a search engine would; what must hold for all pages is asked of all
 * pages.
 */
const pages = new Map<string, string>();
let sitemap = '';

beforeAll(async () => {
  sitemap = await (await fetch(new URL('/sitemap.xml', inject('portalUrl')))).text();
  const waiting = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map((match) => new URL(match[1] ?? '').pathname)
    .values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const path of waiting) {
        const answer = await fetch(new URL(path, inject('portalUrl')));
        pages.set(path, answer.ok ? await answer.text() : `${answer.status}`);
      }
    }),
  );
});

/** What a page shows, block by block. */
function linesOf(html: string): string[] {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<(script|style|template)\b[^]*?<\/\1>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(
      /<\/?(?:li|p|dd|dt|h\d|td|th|tr|div|ul|ol|dl|section|header|nav|main|summary|details|aside|footer|span class="(?:block|ev))[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Pages by each line that one shows; most lines stand on many. */
const shown = new Map<string, string>();

/** The first lines of pages that a pattern finds, with the address of one page. */
function found(pattern: RegExp): string[] {
  return [...shown]
    .filter(([line]) => pattern.test(line))
    .map(([line, path]) => `${path}: ${line}`)
    .slice(0, 20);
}

describe('every page that search engines are told of', () => {
  it('is there, in every language', () => {
    expect(pages.size).toBeGreaterThan(1500);
    expect([...pages].filter(([, html]) => !html.includes('<h1')).map(([path]) => path)).toEqual([]);
    for (const path of ['/guides/', '/ng/inec/history/', '/sw/ng/inec/background/', '/quality/inec/', '/privacy/']) {
      expect(
        [...pages.keys()].some((address) => address.includes(path)),
        path,
      ).toBe(true);
    }
  });

  it('names its one address, its other languages and what to show where it is shared', () => {
    const wrong = [...pages].filter(([path, html]) => {
      const whole = new URL(path, inject('portalUrl')).href;
      const parts = [
        `<link rel="canonical" href="${whole}">`,
        `<meta property="og:url" content="${whole}">`,
        '<meta property="og:title" content="',
        '<meta property="og:description" content="',
        `<meta property="og:locale" content="${path.startsWith('/sw/') ? 'sw_KE' : 'en_GB'}">`,
        'hreflang="x-default" href="http',
      ];
      return !parts.every((part) => html.includes(part));
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('leads to no page of reading that the sitemap leaves out', () => {
    const known = new Set(pages.keys());
    const links = [...pages.values()].flatMap((html) =>
      [...html.matchAll(/<a [^>]*href="(\/[^"#?]*\/)["#?]/g)].map((match) => match[1] ?? ''),
    );
    const form =
      /\/(?:complain|request|feedback|report|poster)\/$|^(?:\/sw)?\/[a-z]{2}\/[^/]+\/requests\/|^(?:\/sw)?\/(?:cases|gallery|admin|desk|on-this-phone)\/|^(?:\/sw)?\/finder\/[^/]+\/[^/]+\/$|^\/sw\/statistics/;
    expect([...new Set(links)].filter((path) => !known.has(path) && !form.test(path))).toEqual([]);
  });

  it('is told with its last change where the record of the content knows it', () => {
    expect(sitemap).toMatch(
      /<loc>[^<]*\/ng\/inec\/<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod><xhtml:link rel="alternate" hreflang="en"/,
    );
  });

  it('tells robots where the sitemap lies, in whole', async () => {
    const robots = await (await fetch(new URL('/robots.txt', inject('portalUrl')))).text();
    expect(robots).toContain(`Sitemap: ${inject('portalUrl')}/sitemap.xml`);
    expect(robots).toContain('Disallow: /sw/cases/');
  });
});

describe('what a reader sees on every page', () => {
  beforeAll(() => {
    for (const [path, html] of pages) for (const line of linesOf(html)) if (!shown.has(line)) shown.set(line, path);
  });

  it('has no body twice in one line', () => {
    expect(found(/(\([A-Z][\w-]{1,15}\)) ?\1|^([^:]{8,}): \2$/)).toEqual([]);
  });

  it('calls nothing old that nobody states', () => {
    expect(found(/(?:Not stated|Haijatajwa) ?(?:Old|Takwimu ya zamani|Taarifa ya zamani)/)).toEqual([]);
  });

  it('writes days in words; a date of the content itself stands in the title of a source only', () => {
    const inSource = (line: string): boolean => /census \d{4}-/.test(line);
    expect(found(/(?<![\w/-])\d{4}-\d\d-\d\d(?![\w-])/).filter((line) => !inSource(line))).toEqual([]);
  });

  it('says "pay no more than this" over prices only', () => {
    const boxes = [...pages].filter(([, html]) =>
      /Pay no more than this<\/strong>(?:(?!<\/aside>)[^])*<\/aside>/.test(html),
    );
    const without = boxes.filter(([, html]) => !/Pay no more than this<\/strong>(?:(?!<\/aside>)[^])*\d/.test(html));
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it('says in the language of the page: no more than a tenth of it is English of ours', async () => {
    const quoted = quotedTexts((await loadEntries(contentFolder(undefined))).entries);
    const shares = [...pages]
      // What citizens asked stands in the words they asked it in.
      .filter(([path]) => path.startsWith('/sw/') && path !== '/sw/requests/')
      .map(([path, html]) => {
        const measured = pageLanguage(html, quoted);
        return { path, share: measured ? shareOfOurs(measured) : 1 };
      });
    expect(shares.length).toBeGreaterThan(700);
    expect(
      shares.filter(({ share }) => share > OURS_MAX),
      'See npm run eval:translations -- --texts for what waits for a translation.',
    ).toEqual([]);
  });

  it('names one list of sources by "source 1"', () => {
    const wrong = [...pages].filter(([, html]) => {
      const lists = [...html.matchAll(/href="([^"]*)#source-[^"]*">(?:source|chanzo) \d+</g)].map((match) => match[1]);
      return new Set(lists).size > 1;
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

describe('on a screen of 320 pixels', () => {
  const open = useBrowser();

  it('what is widest in any page is looked at', () => {
    const pageOf = (word: string, ...classes: string[]): string =>
      `<html><body><main><p class="${classes.join(' ')}">It says <b>${word}</b>.<br>So.</p></main></body></html>`;
    const few = new Map([
      ['/a/', pageOf('unbreakable')],
      ['/b/', pageOf('short')],
      ['/c/', pageOf('brief')],
      ['/d/', pageOf('brief', 'badge')],
      ['/e/', `<body><main>${pageOf('x')}${pageOf('y')}</main></body>`],
    ]);
    expect([...widestPages(few)].sort()).toEqual(['/a/', '/d/', '/e/']);
  });

  // A screen tells of each kind of place only where the most stands in it; the pages grow in number, those do not.
  it('no page has to be pushed sideways', async () => {
    const sheets = new Map<string, string>();
    for (const [, href = ''] of [...pages.values()].join('').matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      if (!sheets.has(href)) sheets.set(href, await (await fetch(new URL(href, inject('portalUrl')))).text());
    }
    const chosen = widestPages(pages);
    expect(chosen.size).toBeGreaterThan(100);
    const waiting = [...pages].filter(([path]) => chosen.has(path)).values();
    const wide: string[] = [];
    const walk = async (): Promise<void> => {
      const { page } = await open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
      for (const [path, html] of waiting) {
        // With its sheets inside it a page is laid out at once.
        const whole = html
          .replace(
            /<link rel="stylesheet" href="([^"]+)"[^>]*>/g,
            (_, href: string) => `<style>${sheets.get(href) ?? ''}</style>`,
          )
          .replace(/<(?:script\b[^]*?<\/script|link\b[^>]*|img\b[^>]*)>/g, '');
        await page.setContent(whole, { waitUntil: 'domcontentloaded' });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) wide.push(`${path}: ${over} pixels too wide`);
      }
    };
    await Promise.all([walk(), walk()]);
    expect(sheets.size).toBeGreaterThan(3);
    expect(wide).toEqual([]);
  });
});

describe('sheets and scripts as they are sent', () => {
  it('hold nothing that Chrome 80, Firefox 84 or Safari 13 drops', async () => {
    const addresses = new Set(
      [...pages.values()].flatMap((html) =>
        [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, path = '']) => path),
      ),
    );
    expect(addresses.size).toBeGreaterThan(5);
    for (const address of addresses) {
      const text = await (await fetch(new URL(address, inject('portalUrl')))).text();
      if (address.endsWith('.css'))
        expect(text, address).not.toMatch(/@layer|@media[^{]*\(\s*(?:width|height)\s*[<>]|@property/);
      else expect(text, address).not.toMatch(/(?:\|\||&&|\?\?)=|\(\?<[=!]|Intl\.(?:ListFormat|DisplayNames|Segmenter)/);
    }
  });
});
