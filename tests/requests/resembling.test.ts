import { describe, expect, test } from 'vitest';
import { resembling } from '../../src/views/requests/resembling.ts';

/** What an office might have been asked: made up, several about neighbouring matters. */
const before = {
  roads: 'The contracts for the repair of roads in Kibera ward since 2022, with the sums that were paid.',
  loans: 'How many students were given a loan in 2024, by county and by sex?',
  arrears: 'A list of the colleges whose students are behind with repaying their loans.',
  minutes: 'Minutes of the meetings of the board of directors in the second quarter of 2025.',
  cars: 'Please provide the number of vehicles that the agency owns, and what their fuel cost last year.',
  audit: 'The report of the external auditor for the financial year 2023/2024.',
  staff: 'How many people work at the head office, and how many of them are women?',
  boreholes: 'Boreholes drilled in Turkana since 2020: where, at what cost, and which of them give water today.',
  tariffs: 'On which calculation does the water tariff of January 2025 rest?',
  mikopo: 'Idadi ya wanafunzi waliopewa mikopo mwaka 2024 katika kila kaunti.',
  barabara: 'Mikataba ya ukarabati wa barabara katika kata ya Kibera tangu 2022, na kiasi kilicholipwa.',
};
const published = Object.entries(before).map(([id, words]) => ({ id, words }));
const offered = (words: string): string[] => resembling(words, published).map(({ id }) => id);

describe('the right one comes first, however it is worded', () => {
  test.each([
    ['Contracts for road repairs in my ward Kibera and what was paid', 'roads'],
    ['I want to know how much was paid for repairing roads in Kibera', 'roads'],
    ['Number of students with loans in each county, 2024', 'loans'],
    ['loans given to students by county', 'loans'],
    ['Which colleges have students who have not repaid loans', 'arrears'],
    ['Board minutes, second quarter 2025', 'minutes'],
    ['How many vehicles does the agency have and how much fuel did they use', 'cars'],
    ["The auditor's report for 2023/2024", 'audit'],
    ['how many women work in the head office', 'staff'],
    ['Cost of the boreholes in Turkana and whether they give water', 'boreholes'],
    ['The calculation behind the water tariff', 'tariffs'],
    ['Wanafunzi wangapi walipewa mkopo mwaka 2024, kwa kaunti?', 'mikopo'],
    ['Mkataba wa kukarabati barabara Kibera', 'barabara'],
  ])('%s', (words, id) => {
    expect(offered(words)[0]).toBe(id);
  });
});

describe('what is about something else is not offered', () => {
  test.each([
    'The salaries of the members of the management.',
    'A copy of the service charter in Braille.',
    'Please provide a list of all records for the year 2024.',
    'How many complaints about noise were received?',
    'Contracts for cleaning the offices.',
    'The plan of the new building and its cost.',
    'Nakala ya sera ya ajira ya ofisi.',
    'The number of the file and the year.',
    '',
  ])('%s', (words) => {
    expect(offered(words)).toEqual([]);
  });
});

test('three at most, the closest first', () => {
  const alike = Array.from({ length: 6 }, (_, n) => ({
    id: String(n),
    words: `Contracts for road repairs in ward ${n}`,
  }));
  expect(resembling('Contracts for road repairs in ward 4', alike)).toHaveLength(3);
  expect(resembling('Contracts for road repairs', [])).toEqual([]);
});
