import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';

/** Elements that only hold others. */
const CONTAINERS = new Set([
  'html',
  'body',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'nav',
  'blockquote',
  'center',
  'form',
  'fieldset',
  'figure',
  'dl',
  'details',
  'hgroup',
]);
/** Elements that hold a paragraph. */
export const TEXT_BLOCKS = new Set(['p', 'pre', 'address', 'dt', 'dd', 'figcaption', 'summary', 'caption', 'legend']);
/** Elements that are left out and counted, and what they are called in the report. */
export const DROPPED: Record<string, string> = {
  script: 'script',
  style: 'style sheet',
  iframe: 'embedded page',
  object: 'embedded object',
  embed: 'embedded object',
  template: 'template',
  svg: 'drawing',
  math: 'formula',
  canvas: 'drawing',
  audio: 'recording',
  video: 'recording',
  img: 'picture',
};
/** Elements that show nothing to a reader. */
export const SILENT = new Set(['head', 'noscript', 'link', 'meta', 'title']);

/** True for an element that begins a block of its own, unlike words within a line. */
export function isBlock(node: Element): boolean {
  const { tagName } = node;
  return (
    CONTAINERS.has(tagName) ||
    TEXT_BLOCKS.has(tagName) ||
    SILENT.has(tagName) ||
    DROPPED[tagName] !== undefined ||
    /^(?:h[1-6]|ul|ol|table|hr)$/.test(tagName)
  );
}

/** True for an element of a line that holds a table, list or heading, as old pages have it. */
export function holdsBlock(node: Element): boolean {
  return elements(node).some((child) => /^(?:table|ul|ol|h[1-6]|p|div)$/.test(child.tagName) || holdsBlock(child));
}

/** The elements directly within an element. */
export function elements(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element');
}

/** True when all text of an element is bold. */
export function isStrong(node: Element): boolean {
  const children = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return (
    children.length > 0 &&
    children.every(
      (child) =>
        child.type === 'element' &&
        (/^(?:b|strong)$/.test(child.tagName) || (/^(?:span|u|font)$/.test(child.tagName) && isStrong(child))),
    )
  );
}

/**
 * Writes the address of each link behind its words where they do not show it, web, e-mail or telephone; others are
 * dropped.
 */
export function showAddresses(node: Element): void {
  for (const child of elements(node)) {
    const href = typeof child.properties.href === 'string' ? child.properties.href.trim() : '';
    const shown = child.tagName === 'a' ? addressIn(href) : undefined;
    if (shown) {
      const bare = shown.replace(/^https?:\/\//i, '').replace(/\/$/, '');
      if (!toText(child).includes(bare)) child.children.push({ type: 'text', value: ` (${shown})` });
    }
    showAddresses(child);
  }
}

function addressIn(href: string): string | undefined {
  if (/^https?:\/\/[^\s<>"']+$/i.test(href)) return href;
  const [, mail] = /^mailto:([^?\s<>"]+)/i.exec(href) ?? [];
  return mail ? mail.replaceAll('%40', '@') : /^tel:([+\d() -]+)$/i.exec(href)?.[1];
}
