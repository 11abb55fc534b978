import { expect, it } from 'vitest';
import { reckonEach } from '../../src/lib/remember.ts';
import { agencyRows } from '../../src/site/views/lists.ts';
import { mattersOf } from '../../src/site/views/matters.ts';
import { topicView } from '../../src/site/views/topics.ts';
import type { MarkedFigure } from '../../src/site/views/evidence.ts';
import { renderReceiptRow } from '../../src/views/receipt/render-receipt.ts';
import { serviceRow } from '../../src/views/receipt/service-row.ts';
import { charter, jurisdiction, service, tinyRegister } from '../register/tiny-register.ts';

const language = 'en' as const;
const today = new Date('2026-09-01');
const register = tinyRegister(
  jurisdiction('xx'),
  ['topics', 'content/topics/money.yaml', 'name: Money\nsummary: Taxes and loans.\norder: 2\n'],
  ['topics', 'content/topics/loans.yaml', 'name: Loans\nsummary: To study.\nparent: money\n'],
  ['topics', 'content/topics/papers.yaml', 'name: Papers\nsummary: What offices write.\norder: 1\n'],
  ['topics', 'content/topics/farming.yaml', 'name: Farming\nsummary: Seeds.\norder: 3\n'],
  charter('zebra-fund'),
  service('zebra-fund', 'loan', { name: 'Loan', topics: ['loans'] }),
  service('zebra-fund', 'tax', { name: 'A tax', topics: ['money'] }),
  charter('archive'),
  service('archive', 'copy', { name: 'Copy', topics: ['papers', 'money'] }),
  charter('silent'),
);

it('bodies stand under each matter that they serve, in the order of editors, and nowhere else', () => {
  const matters = mattersOf(register, 'xx', agencyRows(register, language), { language, remember: reckonEach });
  expect(matters.map(({ id, services, rows }) => [id, services, rows.map((row) => row.id)])).toEqual([
    ['papers', 1, ['archive']],
    ['money', 3, ['archive', 'zebra-fund']],
  ]);
  expect(matters[0]?.href).toBe('/topics/papers/#xx');
});

it('services stand office by office under their matter and the parts of it', () => {
  const topic = register.topics.get('money');
  const [country] = topic ? topicView(register, topic, { language, today }).countries : [];
  expect(country?.id).toBe('xx');
  expect(country?.agencies.map(({ href, services }) => [href, services.map(({ name }) => name.text)])).toEqual([
    ['/xx/archive/', ['Copy']],
    ['/xx/zebra-fund/', ['A tax', 'Loan']],
  ]);
});

it('a row says of each figure that it is old, since it has no stamp', () => {
  const stated = { value: { text: '₦1,500' }, stated: true, marks: ['old' as const] };
  const unknown = { value: { text: '' }, stated: false, marks: [] };
  const row = serviceRow({ name: { text: 'Loan' }, href: '/', promise: { cost: stated, time: unknown } }, { language });
  expect(renderReceiptRow(row).text).toMatch(/₦1,500 <span class="marks" data-evidence>[^<]*[Oo]ld/);
  expect(renderReceiptRow(row).text).toContain('time not published');
});

it('a row is heard with what each of its figures is', () => {
  const figure = (text: string, stated = true) => ({ value: { text }, stated, marks: [] });
  const heard = (cost: MarkedFigure, time: MarkedFigure): string =>
    renderReceiptRow(serviceRow({ name: { text: 'Passport' }, href: '/', promise: { cost, time } }, { language }))
      .text.replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  expect(heard(figure('KSh 50'), figure('3 days'))).toBe('Passport It costs KSh 50 It takes 3 days');
  expect(heard(figure('', false), figure('3 days'))).toBe('Passport It takes 3 days cost not published');
});
