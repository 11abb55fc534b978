import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** How much of what a page shows in `main` is in another language than the page's own, in letters and digits. */
export interface PageLanguage {
  shown: number;
  /** What the portal says itself: names, summaries, requirements, notes, prose. */
  ours: number;
  /** What is quoted as it stands in a source: titles, names of papers, legal bases. */
  quoted: number;
  /** Each text of ours that is in another language, once. */
  texts: string[];
}

/** No page may have more of ours in another language than this share of what it shows. */
export const OURS_MAX = 0.1;

/** What is ours to say in another language, as a share of all that a page shows. */
export function shareOfOurs({ ours, shown }: PageLanguage): number {
  return shown === 0 ? 0 : ours / shown;
}

/**
 * Counts what a page shows in `main`, by the language that its elements say (`lang`). `quoted`: texts that are quoted
 * where a text is one of them, as `quotedTexts` finds them. Undefined where the page has no `main` or names no language.
 */
export function pageLanguage(html: string, quoted: ReadonlySet<string>): PageLanguage | undefined {
  const root = unified().use(rehypeParse).parse(html);
  const page = find(root, 'html');
  const main = page && find(page, 'main');
  const language = page?.properties.lang;
  if (!main || typeof language !== 'string') return undefined;
  const found = { shown: 0, ours: 0, quoted: 0 };
  const texts = new Set<string>();
  const count = (node: ElementContent, lang: string): void => {
    if (node.type === 'element') {
      if (UNSEEN.has(node.tagName)) return;
      const own = typeof node.properties.lang === 'string' ? node.properties.lang : lang;
      for (const child of node.children) count(child, own);
    } else if (node.type === 'text') {
      const text = node.value.replace(/\s+/g, ' ').trim();
      const letters = text.match(LETTERS)?.length ?? 0;
      found.shown += letters;
      if (lang === language) return;
      if (quoted.has(text)) found.quoted += letters;
      else {
        found.ours += letters;
        if (letters > 0) texts.add(text);
      }
    }
  };
  count(main, language);
  return { ...found, texts: [...texts] };
}

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template']);
const LETTERS = /[\p{L}\p{N}]/gu;

function find(node: Root | Element, tag: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === tag ? child : find(child, tag);
    if (found) return found;
  }
  return undefined;
}
