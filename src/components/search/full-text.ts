import type { Language } from '../../lib/locales.ts';
import { texts } from '../../texts/texts.ts';

/** What is used of Pagefind's browser module, which is built together with its index. */
interface PagefindModule {
  options(options: { excerptLength?: number }): Promise<void>;
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
}
interface PagefindPage {
  url: string;
  /** HTML with mark elements; everything else in it is escaped text. */
  excerpt: string;
  meta: Record<string, string | undefined>;
  /** Where the words stand; words added for the search weigh less than 1. */
  weighted_locations: { weight: number }[];
}

const PAGES_MAX = 8;
const PAGEFIND_ADDRESS = '/pagefind/pagefind.js';

export interface FullTextQuery {
  /** Tried in order until one finds something: Pagefind wants every word of a query on the page. */
  queries: string[];
  country?: string | undefined;
  kind?: string | undefined;
}

/** Adds the button that searches the text of all pages with Pagefind, which is fetched only when it is pressed. */
export function offerFullText(results: HTMLElement, query: FullTextQuery, language: Language): void {
  if (query.queries.length === 0 || results.querySelector('[data-full-text]')) return;
  const m = texts('search', language);
  const section = document.createElement('section');
  section.className = 'full-text';
  section.dataset.fullText = '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button-quiet';
  button.textContent = m.fullText;
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = m.searching;
    searchPages(query)
      .then((pages) => showPages(section, pages, language))
      .catch(() => {
        button.disabled = false;
        button.textContent = m.failed;
      });
  });
  section.append(button);
  results.append(section);
}

async function searchPages({ queries, country, kind }: FullTextQuery): Promise<PagefindPage[]> {
  const pagefind = (await import(/* @vite-ignore */ PAGEFIND_ADDRESS)) as PagefindModule;
  await pagefind.options({ excerptLength: 24 });
  for (const query of queries) {
    const { results } = await pagefind.search(query, {
      filters: { ...(country ? { country } : {}), ...(kind ? { kind } : {}) },
    });
    if (results.length > 0) return Promise.all(results.slice(0, PAGES_MAX).map((result) => result.data()));
  }
  return [];
}

function showPages(section: HTMLElement, pages: PagefindPage[], language: Language): void {
  const m = texts('search', language);
  const heading = document.createElement('h2');
  heading.tabIndex = -1;
  heading.textContent = pages.length > 0 ? m.fullTextResults : m.fullTextNone;
  const list = document.createElement('ul');
  for (const page of pages) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = page.url;
    link.textContent = page.meta.title ?? page.url;
    link.dataset.answer = '';
    const excerpt = document.createElement('p');
    if (page.meta.summary && page.weighted_locations.every(({ weight }) => weight < 1))
      excerpt.textContent = page.meta.summary;
    else appendExcerpt(excerpt, page.excerpt);
    item.append(link, excerpt);
    list.append(item);
  }
  section.replaceChildren(heading, list);
  heading.focus();
}

/** Takes over text and marks only, whatever else an excerpt may hold. */
function appendExcerpt(target: HTMLElement, html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const node of parsed.body.childNodes) {
    if (node.nodeName === 'MARK') {
      const mark = document.createElement('mark');
      mark.textContent = node.textContent;
      target.append(mark);
    } else target.append(node.textContent ?? '');
  }
}
