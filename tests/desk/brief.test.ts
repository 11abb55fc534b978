import { describe, expect, it } from 'vitest';
import { caseMonth } from '../../src/cases/statistics/month.ts';
import type { CaseOutcome } from '../../src/cases/statistics/figures.ts';
import { alike } from '../../src/views/desk/beside.ts';
import { briefMonth, briefView } from '../../src/views/desk/brief.ts';
import { dated, evidence, registerOf, today, type Setup } from '../quality/quality-fixture.ts';

function briefOf(now: Setup, before?: Setup) {
  const register = registerOf(now);
  const water = register.agencies.get('water');
  if (!water) throw new Error('The fixture has no Water Board.');
  return briefView(register, water, {
    language: 'en',
    today,
    month: '2026-05',
    cases: [],
    before: before && registerOf(before),
  });
}

describe('the monthly brief', () => {
  const free = { fees: [{ kind: 'free', evidence: dated }] };

  it('tells what was mended since the month began, and what came', () => {
    const { closed, came, unknownBefore } = briefOf({ services: [free, {}] }, { services: [{}] });
    expect(unknownBefore).toBe(false);
    expect(closed).toContainEqual({ says: 'The cost is stated', where: 'Service 1' });
    expect(came).toContainEqual({ says: 'The cost is stated', where: 'Service 2' });
  });

  it('says where nobody knows how it stood then', () => {
    expect(briefOf({})).toMatchObject({ unknownBefore: true, closed: [], came: [] });
  });

  it('counts what is promised and what is old, and tells of the review', () => {
    const old = { fees: [{ kind: 'fixed', amount: 5, currency: 'XTS', evidence: { ...evidence, asOf: '2019' } }] };
    expect(briefOf({ charter: { nextReviewDue: '2026-06-01' }, services: [old, {}] })).toMatchObject({
      services: 2,
      withCost: 1,
      withTime: 0,
      old: { count: 1, oldest: [{ what: 'Cost' }] },
      own: { review: 'overdue since 1 June 2026', overdue: true },
    });
  });

  it('monitors the local charters of an integrated one beside it', () => {
    const register = registerOf({ charter: { scope: 'integrated' } });
    const [water, other] = [register.agencies.get('water'), register.agencies.get('ombudsman')];
    if (!water || !other) throw new Error('The fixture has no bodies.');
    register.agencies.set('depot', {
      ...other,
      id: 'depot',
      data: { ...other.data, name: 'The Depot', scope: 'local', parentAgency: 'water' },
    });
    const { local } = briefView(register, water, {
      language: 'en',
      today,
      month: '2026-05',
      cases: [],
      before: undefined,
    });
    expect(local.map(({ name }) => name.text)).toEqual(['The Depot']);
  });

  it('is of the month that ended last unless another is asked for', () => {
    expect(briefMonth('2026-01-15', null, 'en').month).toBe('2025-12');
    expect(briefMonth('2026-01-15', '2025-11', 'en').month).toBe('2025-11');
    expect(briefMonth('2026-01-15', '1999-01', 'en').month).toBe('2025-12');
  });
});

describe('the cases of a month', () => {
  const outcome = (more: Partial<CaseOutcome>): CaseOutcome => ({
    about: 'complaint',
    agency: 'water',
    receivedAt: '2026-05-10T09:00:00Z',
    acknowledged: false,
    inTime: false,
    silence: false,
    waiting: false,
    resolved: false,
    ...more,
  });
  const month = { month: '2026-05', timeZone: 'Africa/Nairobi' };

  it('are told by kind, every one of them, in the month of the country', () => {
    const rows = caseMonth(
      [
        outcome({ answerDays: 2, inTime: true }),
        outcome({ silence: true }),
        outcome({ about: 'information-request', waiting: true }),
        // In Nairobi it was June already.
        outcome({ receivedAt: '2026-05-31T21:30:00Z' }),
      ],
      month,
    );
    expect(rows.filter(({ received }) => received > 0)).toEqual([
      { kind: 'complaint', received: 2, answered: 1, inTime: 1, late: 1, waiting: 0 },
      { kind: 'information-request', received: 1, answered: 0, inTime: 0, late: 0, waiting: 1 },
    ]);
  });

  it('have no report of misconduct among them', () => {
    expect(caseMonth([outcome({ about: 'misconduct' })], month).every(({ received }) => received === 0)).toBe(true);
  });
});

describe('services of other desks', () => {
  it('are like one where they bear its words, and those of the same body are not among them', () => {
    const register = registerOf({ services: [{ name: 'Passport' }, { name: 'Lost passport' }] });
    const [water, other] = [register.agencies.get('water'), register.agencies.get('ombudsman')];
    const own = water?.services.find(({ data }) => data.name === 'Passport');
    if (!water || !other || !own) throw new Error('The fixture has no bodies.');
    const named = (name: string) => ({ ...own, id: 'x', agencyId: 'ombudsman', data: { ...own.data, name } });
    register.agencies.set('ombudsman', { ...other, services: [named('Passport for children'), named('Dog licence')] });
    expect(alike(register, water, own).map(({ service }) => service.data.name)).toEqual(['Passport for children']);
  });
});
