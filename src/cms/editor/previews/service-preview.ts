import { createElement as h, type ReactNode } from 'react';
import type { PreviewProps, ServiceDraft } from '../decap.ts';
import { previewList } from './preview-list.ts';
import { spoken } from '../spoken.ts';

/** What the officer sees beside the form: the promise that a citizen will read, not a dump of fields. */
export function ServicePreview({ entry }: PreviewProps<ServiceDraft>): ReactNode {
  const service = entry.get('data').toJS();
  return h(
    'article',
    {},
    h('h1', {}, service.name || spoken('New service')),
    service.summary && h('p', { className: 'lead' }, service.summary),
    h(
      'dl',
      { className: 'strip' },
      promise(spoken('It costs'), costs(service)),
      promise(spoken('It takes'), times(service)),
      promise(spoken('Bring'), needs(service)),
      promise(spoken('Who answers'), [service.responsible || spoken('Not stated')]),
    ),
    previewList(
      spoken('Steps'),
      (service.steps ?? []).map((step) => [step.client, step.agency].filter(Boolean).join(' → ')),
    ),
    previewList(spoken('Good to know'), service.notes),
    h(
      'p',
      { className: 'note' },
      spoken('A summary of what you enter. The page itself shows all of it, with the sources.'),
    ),
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
      return spoken('Free');
    case 'formula':
      return fee.formula;
    case 'per-contract':
      return spoken('As per contract');
    case 'not-stated':
      return spoken('Not stated');
    default:
      return undefined;
  }
}

function times({ processingTimes }: ServiceDraft): string[] {
  const says = (time: NonNullable<ServiceDraft['processingTimes']>[number]): string => {
    if (time.kind !== 'fixed') return (time.kind ?? '').replaceAll('-', ' ');
    const range = [time.min, time.max].filter((value) => Number.isFinite(value)).join(' to ');
    const unit = (time.unit ?? '').replaceAll('-', ' ');
    return `${range || '…'} ${range === '1' ? unit.replace(/s$/, '') : unit}`;
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
  return lines.length > 0 ? lines : [spoken('Nothing entered yet')];
}
