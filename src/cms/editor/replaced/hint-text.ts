import { createElement, type ReactNode } from 'react';

/*
 * In place of the Markdown engine with which Decap shows the help below a field: our help is plain text, and may hold links
 * such as [how to write a promise](/desk/handbook/).
 */
const LINK = /\[([^\]]+)\]\((\/[^\s)]*|https:\/\/[^\s)]+)\)/g;

/** Help as text, with its links, which open beside the form so that nothing typed is lost. */
export default function HintText({ children }: { children: string }): ReactNode {
  const parts: ReactNode[] = [];
  let read = 0;
  for (const match of children.matchAll(LINK)) {
    const [whole, words, href] = match;
    parts.push(
      children.slice(read, match.index),
      createElement('a', { key: match.index, href, target: '_blank', rel: 'noopener' }, words),
    );
    read = match.index + whole.length;
  }
  return createElement('span', {}, ...parts, children.slice(read));
}
