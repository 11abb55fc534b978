import { describe, expect, it } from 'vitest';
import { charterView, type CharterView } from '../../src/site/views/charter.ts';
import { charter, evidence, jurisdiction, tinyRegister, type Fields } from '../register/tiny-register.ts';
import { agencyIn, today } from './view-fixture.ts';

function officesOf(offices: Fields[]): CharterView['offices'] {
  const register = tinyRegister(jurisdiction('xx'), charter('water', { offices }));
  return charterView(register, agencyIn(register, 'water'), { language: 'en', today }).offices;
}
const branch = (name: string, region: string, more: Fields = {}): Fields => ({ name, region, evidence, ...more });
const branches = Array.from({ length: 14 }, (_, index) => branch(`Centre ${index}`, index % 2 ? 'Kisumu' : 'Baringo'));

describe('the offices of an agency', () => {
  it('stand in full where they are few, each with its source', () => {
    const { groups, folded } = officesOf(branches.slice(0, 12));
    expect(folded).toBe(false);
    expect(groups.map(({ region }) => region)).toEqual([undefined]);
    expect(groups[0]?.offices.every((office) => office.evidence)).toBe(true);
  });

  it('are folded by region where they are many, and what most rest on is told once', () => {
    const { groups, folded, shared, count } = officesOf([
      ...branches,
      branch('Centre 14', 'Kisumu', { evidence: { ...evidence, asOf: '2022' } }),
    ]);
    expect([folded, count, groups.map(({ region }) => region)]).toEqual([true, 15, ['Baringo', 'Kisumu']]);
    expect(shared?.asOf).toBeUndefined();
    const withOwn = groups.flatMap(({ offices }) => offices).filter((office) => office.evidence);
    expect(withOwn.map(({ name }) => name.text)).toEqual(['Centre 14']);
  });

  const everyMorning = { times: [{ days: ['monday', 'tuesday'], from: '08:00', to: '12:00' }] };

  it('say in the page from which times a phone reckons whether they are open, with the holidays of the year', () => {
    const { groups, clock } = officesOf([branch('Centre', 'Kisumu', { opening: everyMorning })]);
    expect(groups[0]?.offices[0]).toMatchObject({
      hours: { text: 'Monday, Tuesday: 08:00–12:00' },
      opening: { times: '01/08:00/12:00', publicHolidays: 'not-stated' },
    });
    expect(clock).toMatchObject({ timeZone: 'Africa/Nairobi', until: '2027-06-15' });
    expect(clock?.holidays.every((day) => day >= '2026-06-15' && day <= '2027-06-15')).toBe(true);
  });

  it('are not called open by hours that are old, which stay in words', () => {
    const { groups, clock } = officesOf([
      branch('Centre', 'Kisumu', { hours: 'Mornings', opening: everyMorning, evidence: { ...evidence, asOf: '2016' } }),
    ]);
    expect(groups[0]?.offices[0]).toMatchObject({ hours: { text: 'Mornings' } });
    expect(groups[0]?.offices[0]?.opening).toBeUndefined();
    expect(clock).toBeUndefined();
  });
});
