import { createElement as h, type ReactNode } from 'react';
import type { NoticeDraft, PreviewProps } from '../decap.ts';
import { spoken } from '../spoken.ts';

/** A notice as far as it is written. */
export function NoticePreview({ entry }: PreviewProps<NoticeDraft>): ReactNode {
  const notice = entry.get('data').toJS();
  return h(
    'article',
    {},
    h('h1', {}, notice.title || spoken('New notice')),
    h('p', { className: 'note' }, notice.publishedOn),
    h('p', {}, notice.text),
  );
}
