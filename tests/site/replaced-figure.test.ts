import { describe, expect, it } from 'vitest';
import { renderReceipt, renderReceiptRow } from '../../src/views/receipt/render-receipt.ts';
import { serviceReceipt } from '../../src/views/receipt/service-receipt.ts';
import { serviceRow } from '../../src/views/receipt/service-row.ts';

const time = { value: { text: '3 days' }, stated: true, marks: [] };
const promiseOf = (cost: { former?: boolean; marks: 'superseded'[] }) => ({
  cost: { value: { text: '₦500' }, stated: true, ...cost },
  time,
  bring: [],
  bringMore: 0,
});

describe('a price that was replaced since', () => {
  const promise = promiseOf({ former: true, marks: ['superseded'] });

  it('is struck out on a receipt, in no large figures, and says so', () => {
    const html = renderReceipt(serviceReceipt({ promise }, { language: 'en' })).text;
    expect(html).toContain('<s class="figure-former">₦500</s>');
    expect(html).not.toMatch(/figure-large[^>]*>₦500/);
    expect(html).toContain('<span class="marks" data-evidence>Since replaced</span>');
  });

  it('is struck out in a row too', () => {
    const row = serviceRow({ name: { text: 'Lost slip' }, href: '/x/', promise }, { language: 'en' });
    expect(renderReceiptRow(row).text).toMatch(/<s class="fare-none">₦500<\/s>.*Since replaced/);
  });

  it('stands as it is where only one of several was', () => {
    const html = renderReceipt(
      serviceReceipt({ promise: promiseOf({ marks: ['superseded'] }) }, { language: 'en' }),
    ).text;
    expect(html).toContain('<span class="figure-large">₦500</span>');
    expect(html).toContain('Since replaced');
  });
});
