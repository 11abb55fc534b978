import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf } from '../../src/quality/figures.ts';
import { gradeAll, totalCounts, type Grade } from '../../src/quality/grade.ts';
import { workingTime } from '../../src/quality/working-time.ts';
import { shippedRegister } from '../register/shipped-content.ts';
import { dated, evidence, gradeOf, today, type Fields, type Setup } from './quality-fixture.ts';

const statement = { text: 'Some words.', evidence: dated };
const list = { items: ['Some words.'], evidence: dated };

/** Pieces of information that somebody may add to a charter or to its service, one after another. */
const pieces: { charter?: Fields; service?: Fields }[] = [
  {
    charter: {
      standards: [{ channel: 'Letters', metric: 'Letters answered', target: 'within 5 days', evidence: dated }],
    },
  },
  { charter: { customerRights: list } },
  { charter: { customerObligations: list } },
  { charter: { noExtraPayment: statement } },
  { charter: { mandate: statement } },
  { charter: { vision: statement } },
  { charter: { approvedOn: '2026' } },
  { charter: { nextReviewDue: '2027-01-01' } },
  {
    charter: {
      contacts: [{ id: 'desk', roles: ['complaint'], title: 'Desk', emails: ['desk@water.example'], evidence: dated }],
    },
  },
  { charter: { offices: [{ name: 'Head office', address: '1 River Road', evidence: dated }] } },
  { charter: { legalBasis: [{ text: 'Water Act', evidence: dated }] } },
  { charter: { redress: [{ agency: 'ombudsman', evidence: dated }] } },
  { service: { fees: [{ kind: 'fixed', amount: 500, currency: 'KES', evidence: dated }] } },
  { service: { processingTimes: [{ kind: 'fixed', max: 5, unit: 'days', evidence: dated }] } },
  { service: { requirements: [{ what: 'Identity card', evidence: dated }] } },
  { service: { output: 'A connection' } },
  { service: { responsible: 'Customer desk' } },
  { service: { eligibility: ['Everybody'] } },
  { service: { remedy: statement } },
  { service: { steps: [{ client: 'Apply' }] } },
  { service: { channels: [{ kind: 'in-person', label: 'Counter 1' }] } },
];

function setupOf(chosen: number[], services: number): Setup {
  const charter = Object.assign({}, ...chosen.map((index) => pieces[index]?.charter ?? {})) as Fields;
  const first = Object.assign({}, ...chosen.map((index) => pieces[index]?.service ?? {})) as Fields;
  return { charter, services: Array.from({ length: services }, (_, index) => (index === 0 ? first : {})) };
}

test('the score is the sum of weight times share passed, out of the weights that apply', () => {
  const grade = gradeOf({ charter: { customerRights: list }, services: [{ output: 'A tap' }, {}] });
  const earned = grade.results.reduce((sum, { rule, passed, examined }) => sum + (rule.weight * passed) / examined, 0);
  const possible = grade.results.reduce((sum, { rule }) => sum + rule.weight, 0);
  expect(grade.results.find(({ rule }) => rule.id === 'output')).toMatchObject({ passed: 1, examined: 2, earned: 1 });
  expect(grade.earned).toBeCloseTo(earned);
  expect(grade.possible).toBe(possible);
  expect(grade.score).toBe(Math.floor((100 * earned) / possible));
});

test('a fix promises the points that its rule earns once it is made', () => {
  const before = gradeOf({});
  const after = gradeOf({ charter: { noExtraPayment: { text: 'Pay nothing more.', evidence } } });
  const points = ({ results }: Grade): number =>
    results.find(({ rule }) => rule.id === 'no-extra-payment')?.earned ?? Number.NaN;
  const fix = before.nextFixes.find(({ rule }) => rule.id === 'no-extra-payment');
  expect(fix?.gainAll).toBeCloseTo((100 * (points(after) - points(before))) / before.possible);
});

test('the next fixes are three, errors first, then what brings most for one edit', () => {
  const { nextFixes } = gradeOf({ charter: { parentAgency: 'nobody' } });
  const [first, second, third] = nextFixes.map(({ rule, gainEach }) => ({ rule: rule.id, gainEach }));
  expect(nextFixes).toHaveLength(3);
  expect(first?.rule).toBe('references');
  expect(second?.gainEach).toBeGreaterThanOrEqual(third?.gainEach ?? Infinity);
});

test('the score stays between 0 and 100, and adding information never lowers it', () => {
  const indexes = pieces.map((_, index) => index);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...indexes)),
      fc.constantFrom(...indexes),
      fc.integer({ min: 1, max: 4 }),
      (chosen, extra, services) => {
        const before = gradeOf(setupOf(chosen, services));
        const after = gradeOf(setupOf([...chosen, extra], services));
        expect(before.score).toBeGreaterThanOrEqual(0);
        expect(after.score).toBeLessThanOrEqual(100);
        expect(after.earned / after.possible).toBeGreaterThanOrEqual(before.earned / before.possible - 1e-9);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      },
    ),
    { numRuns: 150 },
  );
});

test('figures are found by the shape of the schema, and one that cites an unknown source is not counted as sourced', () => {
  const service = {
    fees: [
      {
        kind: 'fixed',
        amount: 5,
        currency: 'KES',
        evidence: { ...evidence, sources: ['gone'] },
        history: [{ says: '4' }],
      },
    ],
    requirements: [{ what: 'Identity card' }],
    steps: [{ client: 'Apply' }, { client: 'Wait', duration: { max: 1, unit: 'days' } }],
  };
  const found = figuresOf(gradeOf({ services: [service] }).agency).map(
    ({ serviceId, path, sourced }) => `${serviceId ?? 'charter'} ${path} ${sourced}`,
  );
  expect(found).toEqual([
    'charter  true',
    'service-1  true',
    'service-1 requirements.0 true',
    'service-1 fees.0 false',
    'service-1 processingTimes.0 true',
    'service-1 steps.1 true',
  ]);
});

test('a figure is stale after 36 months and not before', () => {
  const at = (day: string): number =>
    gradeOf({ charter: { evidence: { ...evidence, asOf: '2023-06' } } }, new Date(day)).counts.stale;
  expect([at('2026-06-30'), at('2026-07-01')]).toEqual([0, 1]);
});

test('times are compared by what is certain: a month is 20 to 23 working days', () => {
  expect(workingTime({ max: 1, unit: 'months' })).toEqual({ least: 20 * 480, most: 23 * 480 });
  expect(workingTime({ max: 72, unit: 'hours' })).toEqual({ least: 3 * 480, most: 72 * 60 });
  expect(workingTime({ max: 7, unit: 'days' })).toEqual({ least: 5 * 480, most: 7 * 480 });
  expect(workingTime({})).toBeUndefined();
});

test('in the published content every figure has a source and no reference is dead', async () => {
  const grades = gradeAll(await shippedRegister(), today);
  const totals = totalCounts(grades);
  expect(totals.agencies).toBeGreaterThan(0);
  expect(totals.withSource).toBe(totals.figures);
  expect(grades.filter((grade) => grade.errors > 0).map((grade) => grade.agency.id)).toEqual([]);
});
