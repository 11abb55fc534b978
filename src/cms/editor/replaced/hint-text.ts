import { createElement, type ReactNode } from 'react';
import { linksInHint } from '../links-in-hint.ts';

/*
 * In place of the Markdown engine with which Decap shows the help below a field: our help is plain text, and may hold links.
 */
export default function HintText({ children }: { children: string }): ReactNode {
  const parts = linksInHint(children).map((piece, key) =>
    typeof piece === 'string'
      ? piece
      : createElement('a', { key, href: piece.href, target: '_blank', rel: 'noopener' }, piece.words),
  );
  return createElement('span', {}, ...parts);
}
