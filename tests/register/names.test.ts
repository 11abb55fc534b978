import { describe, expect, it } from 'vitest';
import { statesPrice } from '../../src/register/format.ts';
import { acronymBeside, bodyAndDesk, nameBeside } from '../../src/register/names.ts';

describe('a body in one line', () => {
  it.each([
    ['Kenya Revenue Authority', 'KRA', 'KRA'],
    ['Mamlaka ya Ushuru Kenya (KRA)', 'KRA', undefined],
    ['Service Compact with All Nigerians (SERVICOM Office)', 'SERVICOM', undefined],
    ['Krakow Office', 'KRA', 'KRA'],
    ['Office without one', undefined, undefined],
  ])('%s has beside it %s: %s', (name, acronym, beside) => {
    expect(acronymBeside(name, acronym)).toBe(beside);
  });

  it.each([
    ['Public Complaints Commission', 'Public Complaints Commission', 'Public Complaints Commission'],
    [
      'Service Compact with All Nigerians (SERVICOM Office)',
      'SERVICOM Office',
      'Service Compact with All Nigerians (SERVICOM Office)',
    ],
    [
      'Nigeria Police Force – Complaint Response Unit',
      'Complaint Response Unit (CRU)',
      'Nigeria Police Force – Complaint Response Unit',
    ],
    ['Water Board', 'Water Board, complaints desk', 'Water Board, complaints desk'],
    ['Water Board', 'Complaints desk', 'Water Board: Complaints desk'],
    ['Water Board', 'Board secretary', 'Water Board: Board secretary'],
  ])('%s with its desk %s is told once', (body, desk, line) => {
    expect(bodyAndDesk(body, desk)).toBe(line);
  });

  it('is told by its name where the text beside it holds its acronym', () => {
    expect(nameBeside('Report corruption in KRA', { name: 'Kenya Revenue Authority', acronym: 'KRA' })).toBe(
      'Kenya Revenue Authority',
    );
    expect(nameBeside('File a return', { name: 'Kenya Revenue Authority', acronym: 'KRA' })).toBe('KRA');
  });
});

describe('"pay no more than this"', () => {
  it.each([
    'Pay N500 and nothing else.',
    'The fee is ₦2,000.',
    'KSh 1,500 only',
    'Lipa shilingi 50.',
    'costs 50 naira',
    'Pay 200/= at the bank.',
  ])('stands over a price: %s', (text) => {
    expect(statesPrice(text)).toBe(true);
  });

  it.each([
    'All services are free.',
    'Ask for a receipt for every payment.',
    'Do not pay officers. Call 0800 123 456.',
    'Section 10 of the Act, 2003',
    'NIN 12345',
  ])('does not stand over %s', (text) => {
    expect(statesPrice(text)).toBe(false);
  });
});
