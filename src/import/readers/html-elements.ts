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

/** Gives the elements directly within an element. */
export function elements(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element');
}

/** True when all text of an element is bold. */
export function isStrong(node: Element): boolean {
  const children = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return (
    children.length > 0 &&
    children.every(
      (child) => child.type === 'element' && (/^(?:b|strong)$/.test(child.tagName) || (/^(?:span|u|font)$/.test(child.tagName) && isStrong(child))),
    )
  );
}

/** Writes the address of each link behind its words where they do not show it; addresses other than http and https are dropped. */
export function showAddresses(node: Element): void {
  for (const child of elements(node)) {
    const href = typeof child.properties.href === 'string' ? child.properties.href.trim() : '';
    if (child.tagName === 'a' && /^https?:\/\/[^\s<>"']+$/i.test(href)) {
      const bare = href.replace(/^https?:\/\//i, '').replace(/\/$/, '');
      if (!toText(child).includes(bare)) child.children.push({ type: 'text', value: ` (${href})` });
    }
    showAddresses(child);
  }
}
