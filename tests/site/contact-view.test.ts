import { expect, it } from 'vitest';
import { contactOf, phonesByNumber, phoneView } from '../../src/site/views/contact.ts';
import { submissionView } from '../../src/views/submission/submission-view.ts';
import { shippedRegister } from '../register/shipped-content.ts';

const register = await shippedRegister();
const today = new Date('2026-11-21');
const agencyOf = (id: string) => register.agencies.get(id) ?? expect.unreachable(id);

it('a number that takes SMS and WhatsApp is named once, with both', () => {
  const desk = contactOf(register, agencyOf('police'), ['complaint'], { language: 'en', today });
  const numbers = phonesByNumber(desk?.phones ?? []);
  expect(numbers.map(({ number, kinds }) => [number, ...kinds])).toEqual([
    ['0805 700 0001', 'voice'],
    ['0805 700 0002', 'voice'],
    ['0805 700 0003', 'sms', 'whatsapp'],
  ]);
});

it('a number that is written with a word stands once; digits follow letters that stand for them', () => {
  const shown = (number: string, says?: string) =>
    phoneView({ kind: 'voice', number, says, tollFree: false, hours: undefined }, {}).number;
  expect([
    shown('4632'),
    shown('09050858629', '09050858629 (hotline)'),
    shown('0700-2255-4632', '0700-CALL-INEC'),
  ]).toEqual(['4632', '09050858629 (hotline)', '0700-CALL-INEC (0700-2255-4632)']);
});

it('whoever complains is told at the receiver what it asks for, even where that is a body further up', () => {
  const view = submissionView(register, agencyOf('kano-electricity'), undefined, { language: 'en', today });
  expect(view.route.receiver).toMatchObject({ agency: 'pcc' });
  expect(view.asksFor?.text).toContain('proof that you complained to the office first');
});
