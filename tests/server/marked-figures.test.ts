import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Element, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageTexts } from '../../src/texts/texts.ts';
import { startSmallPortal, type SmallPortal } from './small-portal.ts';

/*
 * Every place that shows a figure says when the figure is not certain. The figures of this country can be mistaken for
 * nothing else, and every address that can be reached is read: a page made tomorrow that forgets the mark fails here
 * without being named.
 */
const evidence = { sources: ['s1'], asOf: '2026-01', verification: 'official' };
const superseded = { by: 'the price list of May 2026', since: '2026-05', evidence };
const conflicting = [{ says: 'something else', evidence }];
const fee = { kind: 'fixed', amount: 7654321, currency: 'KES', evidence };
const time = { kind: 'fixed', max: 5813, unit: 'days', evidence };
const deadline = { says: 'closes after 8765 hours', evidence };
const service = (marked: boolean): object => ({
  name: 'Marked connection',
  topics: ['water'],
  fees: [{ ...fee, ...(marked ? { superseded } : {}) }],
  processingTimes: [{ ...time, ...(marked ? { conflicting } : {}) }],
  deadlines: [{ ...deadline, ...(marked ? { conflicting, history: [{ says: 'closed after 8000 hours' }] } : {}) }],
  steps: [{ client: 'Pay', fee: fee.amount, currency: fee.currency, duration: { max: 5813, unit: 'days' } }],
  evidence,
});
const finder = {
  start: 'matter',
  questions: [
    {
      id: 'matter',
      text: 'What is it about?',
      answers: [
        { text: 'A connection', to: 'connect' },
        { text: 'Something else', to: 'else' },
      ],
    },
  ],
  outcomes: [
    { id: 'connect', text: 'The board connects you.', service: 'water/marked' },
    { id: 'else', text: 'Ask the board.', agency: 'water' },
  ],
};
const figures = [
  { shown: /7,654,321/, mark: 'superseded' },
  { shown: /5813/, mark: 'disputed' },
  { shown: /8765/, mark: 'disputed' },
] as const;

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal({}, (dir) => {
    const file = 'content/services/water/marked.yaml';
    write(dir, { [file]: service(false), 'content/finder/xx.yaml': finder });
    write(dir, { [file]: service(true) });
  });
});
afterAll(() => portal.stop());

test('no address shows a superseded or disputed figure without saying so, in either language', async () => {
  const pages = await everyAddress();
  const bare: string[] = [];
  const places = new Set<string>();
  for (const [path, text] of pages) {
    const m = pageTexts('marks', path.startsWith('/sw/') ? 'sw' : 'en');
    for (const place of placesOf(text)) {
      for (const { shown, mark } of figures) {
        if (!shown.test(place)) continue;
        places.add(path.replace(/^\/sw\//, '/'));
        if (!place.includes(m[mark])) bare.push(`${path}: ${place.replace(/\s+/g, ' ').slice(0, 160)}`);
      }
    }
  }
  expect(bare).toEqual([]);
  // The places that are known to show figures, so that a crawl that misses one is noticed.
  expect([...places].sort()).toEqual(
    expect.arrayContaining([
      '/embed/water/services/',
      '/finder/xx/connect/',
      '/search/?q=marked%20connection',
      '/topics/water/',
      '/xx/water/',
      '/xx/water/feed.xml',
      '/xx/water/history/',
      '/xx/water/marked/',
      '/xx/water/marked/complain/',
      '/xx/water/poster/',
    ]),
  );
});

test('the page of the service says what took the place of the figure, and what another source says', async () => {
  const page = toText(
    unified()
      .use(rehypeParse)
      .parse(await (await fetch(`${portal.url}/xx/water/marked/`)).text()),
  );
  expect(page).toMatch(/Replaced from May 2026 on by: the price list of May 2026/);
  expect(page).toMatch(/Another source says: something else/);
});

/** Reads every address that links, the sitemap or the heads of pages lead to, and the answers of the search. */
async function everyAddress(): Promise<Map<string, string>> {
  const search = ['/search/?q=marked%20connection', '/sw/search/?q=marked%20connection'];
  const waiting = ['/', '/sw/', '/embed/water/services/', '/sw/embed/water/services/', ...search];
  const pages = new Map<string, string>();
  for (const path of waiting) {
    if (pages.has(path) || /^\/(?:_astro|pagefind|search-index|admin)\//.test(path)) continue;
    const answer = await fetch(portal.url + path);
    const type = answer.headers.get('content-type') ?? '';
    if (!/html|xml|json|csv/.test(type)) continue;
    const text = await answer.text();
    pages.set(path, text);
    for (const [, link = ''] of text.matchAll(/(?:href|src)="([^"#]+)[^"]*"/g)) {
      const url = new URL(link.replaceAll('&amp;', '&'), portal.url + path);
      if (url.origin === new URL(portal.url).origin && (!url.search || url.pathname === '/oembed.json'))
        waiting.push(url.pathname + url.search);
    }
  }
  return pages;
}

const blocks = new Set([
  'td',
  'th',
  'li',
  'dd',
  'dt',
  'p',
  'title',
  'caption',
  'option',
  'summary',
  'figcaption',
  'entry',
  'h1',
  'h2',
  'h3',
  'h4',
]);

/** The text of every smallest block that a reader takes in at once, and what stands in the head for machines. */
function placesOf(text: string): string[] {
  const places: string[] = [];
  const visit = (node: Root | RootContent): string | undefined => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' && node.type !== 'root') return undefined;
    if (node.type === 'element') {
      if (node.tagName === 'script' || node.tagName === 'style') return undefined;
      if (typeof node.properties.content === 'string') places.push(node.properties.content);
    }
    const block = node.type === 'element' && blocks.has(node.tagName);
    const loose = node.children.map(visit).filter((piece) => piece !== undefined);
    const words = loose.join(' ');
    if (block || node.type === 'root') {
      places.push(block && !node.children.some(holdsBlock) ? toText(node as Element) : words);
      return undefined;
    }
    return words;
  };
  visit(unified().use(rehypeParse).parse(text));
  return places;
}

function holdsBlock(node: RootContent): boolean {
  return node.type === 'element' && (blocks.has(node.tagName) || node.children.some(holdsBlock));
}

/** Writes files of a country (JSON is valid YAML) and commits them, as an edit would. */
function write(dir: string, files: Record<string, object>): void {
  for (const [file, data] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), JSON.stringify(data));
  }
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@opencharter.example'];
  execFileSync('git', ['-C', dir, 'add', '--all']);
  execFileSync('git', ['-C', dir, ...identity, 'commit', '--quiet', '--message', 'An edit']);
}
