import { markup } from '../../lib/markup.ts';
import type { AgencyAnswer, SearchAnswer } from '../../search/answer.ts';
import type { EvidenceView, MarkedFigure } from '../../site/views/evidence.ts';
import type { RungView } from '../../site/views/ladder.ts';
import type { ServiceView } from '../../site/views/service.ts';
import type { Ways } from '../../site/views/ways.ts';
import type { FieldProps } from '../submission/field-props.ts';
import type { ReceiptView, Stamp } from '../receipt/receipt.ts';
import type { RowService } from '../receipt/service-row.ts';
import { renderCard } from '../search/render-card.ts';

/*
 * Made-up content for the gallery: it changes only with the components, so that pictures of them can be compared.
 */
const here = '/gallery/';
const figure = (text: string, marks: MarkedFigure['marks'] = []): MarkedFigure => ({
  value: { text },
  stated: true,
  marks,
});
const unknown: MarkedFigure = { value: { text: 'Not stated' }, stated: false, marks: [] };

const known: ServiceView['promise'] = {
  cost: figure('₦1,500'),
  time: figure('3 working days'),
  bring: [{ text: 'A sample document' }, { text: 'Hati ya mfano', lang: 'sw' }],
  bringMore: 2,
};

/** A promise in each of its states. */
export const promises: { name: string; promise: ServiceView['promise'] }[] = [
  { name: 'Sample: everything known', promise: known },
  ...(['old', 'disputed', 'superseded'] as const).map((mark) => ({
    name: `Sample: figures that are ${mark}`,
    promise: {
      ...known,
      cost: { ...figure('₦1,500', [mark]), former: mark === 'superseded' },
      time: { ...figure('3 working days', [mark]), former: mark === 'superseded' },
    },
  })),
  { name: 'Sample: nothing stated', promise: { cost: unknown, time: unknown, bring: [], bringMore: 0 } },
];

/** Every stamp. */
export const stamps: Stamp[] = [
  { state: 'published', says: 'As published', detail: '28 August 2025' },
  { state: 'old', says: 'Old figures', detail: 'July 2019' },
  { state: 'disputed', says: 'Sources differ' },
  { state: 'superseded', says: 'Replaced since' },
  { state: 'none', says: 'Not published' },
  { state: 'waiting', says: 'With the office', detail: '4 days left' },
  { state: 'answered', says: 'Answered', detail: 'in 3 of 5 days' },
  { state: 'overdue', says: 'Overdue', detail: 'by 2 days' },
];

/** Services as rows of a bill of fare. */
export const fares: RowService[] = [
  { name: { text: 'Sample permit' }, href: here, promise: { cost: figure('₦1,500'), time: figure('3 working days') } },
  {
    name: { text: 'Change of a sample name' },
    href: here,
    promise: { cost: unknown, time: figure('5 working days', ['old']) },
  },
  { name: { text: 'Lost sample' }, href: here, promise: { cost: unknown, time: unknown } },
];

/** A case that was answered, and one that was not. */
export const cases: ReceiptView[] = [
  {
    label: 'Sample case, answered',
    stamp: { state: 'answered', says: 'Answered', detail: 'in 3 of 5 days' },
    lines: [
      { key: 'office', label: 'About', notes: [{ text: 'Sample Office' }] },
      {
        key: 'said',
        label: 'They wrote',
        quote: { words: 'We have corrected your balance. Collect the paper from Monday.', by: 'Sample Office' },
      },
      { key: 'since', label: 'Received', figure: { value: { text: '9 November 2026' }, stated: true } },
      { key: 'due', label: 'Due', figure: { value: { text: '16 November 2026' }, stated: true } },
    ],
  },
  {
    label: 'Sample case, overdue',
    stamp: { state: 'overdue', says: 'Overdue', detail: 'by 2 days' },
    lines: [{ key: 'office', label: 'About', notes: [{ text: 'Sample Office' }, { text: 'No answer yet.' }] }],
  },
];

/** Where a figure comes from, of today and of long ago. */
export const evidences: EvidenceView[] = [
  { sources: [{ id: 's1', number: 1 }], kind: 'press', old: false, asOf: 'August 2025' },
  { sources: [{ id: 's1', number: 1 }], kind: 'official', old: true, asOf: '2019', letter: 'b' },
];

/** The doors that open when a promise is broken. */
export const rungs: RungView[] = [
  {
    name: { text: 'Sample desk for complaints' },
    own: true,
    answersWithin: { length: '5 working days', byPortal: false },
    contact: {
      id: 'desk',
      roles: ['complaint'],
      title: { text: 'Sample desk' },
      phones: [{ kind: 'voice', number: '000 000 0000', href: 'tel:0000000000', tollFree: false }],
      emails: ['desk@office.example'],
      withoutName: false,
      check: { status: 'unchecked' },
      evidence: { sources: [], kind: 'official', old: false, said: true },
    },
  },
  {
    name: { text: 'Sample Commission' },
    own: false,
    href: here,
    matter: { text: 'Any office that fails its charter' },
  },
  { name: { text: 'Sample Ombudsman' }, own: false, href: here, decideWithin: '12 months' },
];

/** A field as it is asked, and as it comes back. */
export const fields: FieldProps[] = [
  {
    name: 'sample-reference',
    texts: { label: 'Number on your receipt', help: 'It stands at the top right.' },
    control: 'text',
    value: '',
    chosen: [],
  },
  {
    name: 'sample-wrong',
    texts: { label: 'Your e-mail address', help: 'Only for answers to this case.' },
    control: 'email',
    value: 'somebody@',
    chosen: [],
    problem: 'Write the whole address, such as name@example.org.',
  },
];

/** What is done from a page. */
export const ways: Ways = {
  call: {
    href: 'tel:0000000000',
    number: '000 000 0000',
    title: { text: 'Sample desk' },
    check: { status: 'confirmed', on: '2 November 2026' },
  },
  start: { href: here, label: 'Start', outside: true },
  complain: { href: here, label: 'Complain' },
};

const asked: SearchAnswer = {
  query: 'sample permit',
  language: 'en',
  country: 'xx',
  confidence: 'sure',
  results: [],
  rights: [],
  corrections: [],
  pageQueries: [],
  signals: [],
  fallback: [],
  countries: ['xx'],
  reports: [],
};
const found: AgencyAnswer = {
  card: {
    kind: 'agency',
    id: 'sample-office',
    path: here,
    country: { id: 'xx', name: 'Sample country' },
    name: 'Sample Office',
    acronym: 'SO',
    formerNames: [],
    summary: 'Gives samples.',
    notHandled: [],
    complaint: { title: 'Sample desk', phone: '000 000 0000' },
    services: [],
  },
  service: {
    id: 'permit',
    name: 'Sample permit',
    fee: { kind: 'fixed', min: 1500, max: 1500, currency: 'NGN' },
    time: { kind: 'fixed', min: 3, max: 3, unit: 'working-days' },
    startUrl: 'https://office.example/',
    active: true,
  },
  otherServices: [],
  why: ['sample', 'permit'],
};

/** An office as the search shows it. */
export function searchCard(): string {
  return markup`<ol class="answers">${renderCard(found, asked)}</ol>`.text;
}
