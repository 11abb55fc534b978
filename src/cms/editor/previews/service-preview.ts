import { createElement as h, type ReactNode } from 'react';
import type { PreviewProps, ServiceDraft } from '../decap.ts';
import { previewList } from './preview-list.ts';

/** What the officer sees beside the form: the promise that a citizen will read, not a dump of fields. */
export function ServicePreview({ entry }: PreviewProps<ServiceDraft>): ReactNode {
  const service = entry.get('data').toJS();
  return h(
    'article',
    {},
    h('h1', {}, service.name || 'New service'),
    service.summary && h('p', { className: 'lead' }, service.summary),
    h(
      'dl',
      { className: 'strip' },
      promise('It costs', costs(service)),
      promise('It takes', times(service)),
      promise('Bring', needs(service)),
      promise('Who answers', [service.responsible || 'Not stated']),
    ),
    previewList(
      'Steps',
      (service.steps ?? []).map((step) => [step.client, step.agency].filter(Boolean).join(' → ')),
    ),
    previewList('Good to know', service.notes),
    h('p', { className: 'note' }, 'A summary of what you enter. The page itself shows all of it, with the sources.'),
  );
}

function promise(title: string, lines: string[]): ReactNode {
  const details = lines.map((line, at) => h('dd', { key: at }, line));
  return h('div', { key: title }, h('dt', {}, title), ...details);
}

function costs({ fees }: ServiceDraft): string[] {
  return shown((fees ?? []).map((fee) => labelled(fee.label, cost(fee))));
}

function cost(fee: NonNullable<ServiceDraft['fees']>[number]): string | undefined {
  switch (fee.kind) {
    case 'fixed':
      return `${Number.isFinite(fee.amount) ? fee.amount?.toLocaleString('en') : '…'} ${fee.currency ?? ''}${fee.per ? ` ${fee.per}` : ''}`;
    case 'free':
      return 'Free';
    case 'formula':
      return fee.formula;
    case 'per-contract':
      return 'As per contract';
    case 'not-stated':
      return 'Not stated';
    default:
      return undefined;
  }
}

function times({ processingTimes }: ServiceDraft): string[] {
  const says = (time: NonNullable<ServiceDraft['processingTimes']>[number]): string => {
    if (time.kind !== 'fixed') return (time.kind ?? '').replaceAll('-', ' ');
    const range = [time.min, time.max].filter((value) => Number.isFinite(value)).join(' to ');
    return `${range || '…'} ${(time.unit ?? '').replaceAll('-', ' ')}`;
  };
  return shown((processingTimes ?? []).map((time) => labelled(time.appliesTo, says(time))));
}

function needs({ requirements, requirementsNote }: ServiceDraft): string[] {
  const lines = (requirements ?? []).map((item) => labelled(item.appliesTo, item.what));
  return shown(requirementsNote ? [...lines, requirementsNote] : lines);
}

function labelled(label: string | undefined, text: string | undefined): string {
  return label ? `${label}: ${text ?? '…'}` : (text ?? '');
}

function shown(lines: string[]): string[] {
  return lines.length > 0 ? lines : ['Nothing entered yet'];
}
