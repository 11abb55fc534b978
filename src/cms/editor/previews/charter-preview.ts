import { createElement as h, type ReactNode } from 'react';
import type { CharterDraft, PreviewProps } from '../decap.ts';
import { previewList } from './preview-list.ts';
import { spoken } from '../spoken.ts';

/** The chief parts of a charter as far as it is written. */
export function CharterPreview({ entry, widgetFor }: PreviewProps<CharterDraft>): ReactNode {
  const charter = entry.get('data').toJS();
  return h(
    'article',
    {},
    h('h1', {}, [charter.name, charter.acronym && `(${charter.acronym})`].filter(Boolean).join(' ')),
    h('p', { className: 'lead' }, charter.summary),
    statement(spoken('Mandate'), charter.mandate),
    statement(spoken('Pledge'), charter.pledge),
    previewList(
      spoken('General standards'),
      (charter.standards ?? []).map((item) => [item.channel, item.metric, item.target].filter(Boolean).join(': ')),
    ),
    previewList(
      spoken('Contacts'),
      (charter.contacts ?? []).map((contact) =>
        [contact.title, contact.emails?.[0], contact.phones?.[0]?.number].filter(Boolean).join(' · '),
      ),
    ),
    h('section', { className: 'text' }, widgetFor('body')),
  );
}

function statement(title: string, value: { text?: string } | undefined): ReactNode {
  return value?.text && h('section', { key: title }, h('h2', {}, title), h('p', {}, value.text));
}
