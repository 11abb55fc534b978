import { expect, test } from 'vitest';
import { personalDetails } from '../../src/cases/published/personal-details.ts';

const found = (text: string, asker = {}): string[] => personalDetails(text, asker).map((detail) => detail.found);

test.each([
  ['write to amina.o+x@mail.example.org, please', ['amina.o+x@mail.example.org']],
  ['ring 0803 123 4567 or +254712345678', ['0803 123 4567', '+254712345678']],
  ['ring (0803) 123-4567.', ['(0803) 123-4567']],
  ['from +385 1 4569 964 in the signature', ['+385 1 4569 964']],
  ['ID 12345678', ['12345678']],
  ['two: a@b.example b@c.example', ['a@b.example', 'b@c.example']],
])('in “%s” every one of them is found', (text, all) => {
  expect(found(text)).toEqual(all);
});

test.each([
  'contracts of 2024 2025',
  'from 2019-2025',
  'on 2026-03-10',
  'on 10.03.2026 at noon',
  'N5,000,000 were paid',
  'section 9(1) and 12(4)',
  'see https://office.example/list',
])('“%s” tells of nobody', (text) => {
  expect(found(text)).toEqual([]);
});

test('of the asker every part of the name is found, as a word of its own and however it is written', () => {
  const asker = { name: 'Amina O. Otieno' };
  expect(found('AMINA asks, otieno too; Aminata does not, nor does O.', asker)).toEqual(['AMINA', 'otieno']);
  expect(found('I am Ng’ang’a (Jr.)', { name: 'Ng’ang’a (Jr.)' })).toEqual(['Ng’ang’a']);
  expect(found('Amina asks', {})).toEqual([]);
});
