import { createElement as h, type ReactNode } from 'react';

/** A heading with a list below it, or nothing where there are no items. */
export function previewList(title: string, items: (string | undefined)[] | undefined): ReactNode {
  if (!items || items.length === 0) return undefined;
  const lines = items.map((item, at) => h('li', { key: at }, item));
  return h('section', { key: title }, h('h2', {}, title), h('ul', {}, ...lines));
}
