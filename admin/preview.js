/*
 * What the officer sees beside the form: the promise that a citizen will read, not a dump of fields.
 * Decap shows it in a frame of its own and puts React's createElement at window.h.
 */

/** Registers a preview for each collection of the configuration. */
export function registerPreviews(CMS, config) {
  CMS.registerPreviewStyle('/admin/preview.css');
  for (const collection of config.collections) {
    if (collection.name.startsWith('services-')) CMS.registerPreviewTemplate(collection.name, ServicePreview);
    if (collection.name.startsWith('notices-')) CMS.registerPreviewTemplate(collection.name, NoticePreview);
    for (const file of collection.files ?? []) CMS.registerPreviewTemplate(file.name, CharterPreview);
  }
}

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

function CharterPreview({ entry, widgetFor }) {
  const charter = entry.get('data').toJS();
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

function promise(title, lines) {
  return window.h(
    'div',
    { key: title },
    window.h('dt', {}, title),
    ...lines.map((line, at) => window.h('dd', { key: at }, line)),
  );
}

function costs({ fees }) {
  const says = {
    fixed: (fee) =>
      `${Number.isFinite(fee.amount) ? fee.amount.toLocaleString('en') : '…'} ${fee.currency ?? ''}${fee.per ? ` ${fee.per}` : ''}`,
    free: () => 'Free',
    formula: (fee) => fee.formula,
    'per-contract': () => 'As per contract',
    'not-stated': () => 'Not stated',
  };
  return shown((fees ?? []).map((fee) => labelled(fee.label, says[fee.kind]?.(fee))));
}

function times({ processingTimes }) {
  const says = (time) => {
    if (time.kind !== 'fixed') return (time.kind ?? '').replaceAll('-', ' ');
    const range = [time.min, time.max].filter((value) => Number.isFinite(value)).join(' to ');
    return `${range || '…'} ${(time.unit ?? '').replaceAll('-', ' ')}`;
  };
  return shown((processingTimes ?? []).map((time) => labelled(time.appliesTo, says(time))));
}

function needs({ requirements, requirementsNote }) {
  return shown(
    [...(requirements ?? []).map((item) => labelled(item.appliesTo, item.what)), requirementsNote].filter(Boolean),
  );
}

function labelled(label, text) {
  return label ? `${label}: ${text ?? '…'}` : text;
}

function shown(lines) {
  return lines.length > 0 ? lines : ['Nothing entered yet'];
}

function list(title, items) {
  if (!items || items.length === 0) return undefined;
  return window.h(
    'section',
    { key: title },
    window.h('h2', {}, title),
    window.h('ul', {}, ...items.map((item, at) => window.h('li', { key: at }, item))),
  );
}
