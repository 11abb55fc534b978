// @ts-check

/*
 * What the officer sees beside the form: the promise that a citizen will read, not a dump of fields.
 * Decap shows it in a frame of its own and puts React's createElement at window.h.
 */

/** @import { CharterDraft, Decap, NoticeDraft, PreviewProps, ServiceDraft } from './decap.d.ts' */
/** @import { DecapConfig } from '../src/cms/config/cms-config.ts' */

/**
 * Registers a preview for each collection of the configuration.
 *
 * @param {Decap} CMS
 * @param {DecapConfig} config
 */
export function registerPreviews(CMS, config) {
  CMS.registerPreviewStyle('/admin/preview.css');
  for (const collection of config.collections) {
    if (collection.name.startsWith('services-')) CMS.registerPreviewTemplate(collection.name, ServicePreview);
    if (collection.name.startsWith('notices-')) CMS.registerPreviewTemplate(collection.name, NoticePreview);
    for (const file of collection.files ?? []) CMS.registerPreviewTemplate(file.name, CharterPreview);
  }
}

/** @param {PreviewProps<ServiceDraft>} props */
function ServicePreview({ entry }) {
  const service = entry.get('data').toJS();
  return window.h(
    'article',
    {},
    window.h('h1', {}, service.name || 'New service'),
    service.summary && window.h('p', { className: 'lead' }, service.summary),
    window.h(
      'dl',
      { className: 'strip' },
      promise('It costs', costs(service)),
      promise('It takes', times(service)),
      promise('Bring', needs(service)),
      promise('Who answers', [service.responsible || 'Not stated']),
    ),
    list(
      'Steps',
      (service.steps ?? []).map((step) => [step.client, step.agency].filter(Boolean).join(' → ')),
    ),
    list('Good to know', service.notes),
    window.h(
      'p',
      { className: 'note' },
      'A summary of what you enter. The page itself shows all of it, with the sources.',
    ),
  );
}

/** @param {PreviewProps<CharterDraft>} props */
function CharterPreview({ entry, widgetFor }) {
  const charter = entry.get('data').toJS();
  /** @type {(title: string, value: { text?: string } | undefined) => unknown} */
  const statement = (title, value) =>
    value?.text && window.h('section', { key: title }, window.h('h2', {}, title), window.h('p', {}, value.text));
  return window.h(
    'article',
    {},
    window.h('h1', {}, [charter.name, charter.acronym && `(${charter.acronym})`].filter(Boolean).join(' ')),
    window.h('p', { className: 'lead' }, charter.summary),
    statement('Mandate', charter.mandate),
    statement('Pledge', charter.pledge),
    list(
      'General standards',
      (charter.standards ?? []).map((item) => [item.channel, item.metric, item.target].filter(Boolean).join(': ')),
    ),
    list(
      'Contacts',
      (charter.contacts ?? []).map((contact) =>
        [contact.title, contact.emails?.[0], contact.phones?.[0]?.number].filter(Boolean).join(' · '),
      ),
    ),
    window.h('section', {}, widgetFor('body')),
  );
}

/** @param {PreviewProps<NoticeDraft>} props */
function NoticePreview({ entry }) {
  const notice = entry.get('data').toJS();
  return window.h(
    'article',
    {},
    window.h('h1', {}, notice.title || 'New notice'),
    window.h('p', { className: 'note' }, notice.publishedOn),
    window.h('p', {}, notice.text),
  );
}

/**
 * @param {string} title
 * @param {string[]} lines
 */
function promise(title, lines) {
  return window.h(
    'div',
    { key: title },
    window.h('dt', {}, title),
    ...lines.map((line, at) => window.h('dd', { key: at }, line)),
  );
}

/** @param {ServiceDraft} service */
function costs({ fees }) {
  return shown((fees ?? []).map((fee) => labelled(fee.label, cost(fee))));
}

/** @param {NonNullable<ServiceDraft['fees']>[number]} fee */
function cost(fee) {
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

/** @param {ServiceDraft} service */
function times({ processingTimes }) {
  /** @param {NonNullable<ServiceDraft['processingTimes']>[number]} time */
  const says = (time) => {
    if (time.kind !== 'fixed') return (time.kind ?? '').replaceAll('-', ' ');
    const range = [time.min, time.max].filter((value) => Number.isFinite(value)).join(' to ');
    return `${range || '…'} ${(time.unit ?? '').replaceAll('-', ' ')}`;
  };
  return shown((processingTimes ?? []).map((time) => labelled(time.appliesTo, says(time))));
}

/** @param {ServiceDraft} service */
function needs({ requirements, requirementsNote }) {
  const lines = (requirements ?? []).map((item) => labelled(item.appliesTo, item.what));
  return shown(requirementsNote ? [...lines, requirementsNote] : lines);
}

/**
 * @param {string | undefined} label
 * @param {string | undefined} text
 * @returns {string}
 */
function labelled(label, text) {
  return label ? `${label}: ${text ?? '…'}` : (text ?? '');
}

/** @param {string[]} lines */
function shown(lines) {
  return lines.length > 0 ? lines : ['Nothing entered yet'];
}

/**
 * @param {string} title
 * @param {(string | undefined)[] | undefined} items
 */
function list(title, items) {
  if (!items || items.length === 0) return undefined;
  return window.h(
    'section',
    { key: title },
    window.h('h2', {}, title),
    window.h('ul', {}, ...items.map((item, at) => window.h('li', { key: at }, item))),
  );
}
