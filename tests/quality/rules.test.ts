import { expect, test } from 'vitest';
import { allRules } from '../../src/quality/all-rules.ts';
import { ruleText } from '../../src/quality/rule-texts.ts';
import { texts } from '../../src/texts/texts.ts';
import { languages } from '../../src/lib/locales.ts';
import { dated, evidence, verdictOf } from './quality-fixture.ts';
import { ruleCases } from './rule-cases.ts';

test('every rule has texts and cases, and none stands twice', () => {
  const ids = allRules.map((rule) => rule.id);
  expect([...ids].sort()).toEqual(Object.keys(texts('quality-rules', 'en')).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(allRules.map((rule) => rule.id))('%s: a charter that lacks it is told where and what to do', (id) => {
  const { share, gaps } = verdictOf(id, ruleCases[id].fails);
  const [passed, examined] = share.split('/').map(Number);
  expect(passed).toBeLessThan(examined ?? 0);
  expect(gaps.map((gap) => gap.field)).toContain(ruleCases[id].field);
  for (const language of languages) {
    const text = ruleText(id, language);
    for (const gap of gaps) expect(text.lacks(gap.values ?? {})).not.toMatch(/undefined|NaN|Invalid/);
    expect(text.fix.length).toBeGreaterThan(10);
  }
});

test.each(allRules.map((rule) => rule.id))('%s: a charter that has it passes', (id) => {
  const { share, gaps } = verdictOf(id, ruleCases[id].passes);
  const [passed, examined] = share.split('/').map(Number);
  expect(gaps).toEqual([]);
  expect(passed).toBe(examined);
  expect(examined).toBeGreaterThan(0);
});

test.each(allRules.map((rule) => rule.id).filter((id) => ruleCases[id].spares))(
  '%s: does not count where it cannot apply',
  (id) => {
    expect(verdictOf(id, ruleCases[id].spares ?? {}).share).toBe('0/0');
  },
);

test('a fee that nobody states waits for its legal basis instead of being told twice', () => {
  const { share, gaps, waiting } = verdictOf('fee-basis', {
    services: [{}, { fees: [{ kind: 'fixed', amount: 5, currency: 'KES', legalBasis: 'Tariff', evidence }] }],
  });
  expect({ share, gaps, waiting }).toEqual({ share: '1/2', gaps: [], waiting: 1 });
});

test('a service that is no longer offered is not judged', () => {
  expect(verdictOf('output', { services: [{ status: 'discontinued' }] }).share).toBe('0/0');
});

test('a link in the text to a page that does not exist is found, one to a real page is not', () => {
  const body =
    '[Law](/xx/information-rights/) [us](/sw/xx/water/service-1/) [them](/xx/nobody/) [other](/yy/water/) [search](/search/)';
  expect(verdictOf('references', { body }).gaps.map((gap) => gap.values?.name)).toEqual(['/xx/nobody/', '/yy/water/']);
});

test('figures of one service are told together, with their number', () => {
  const service = { fees: [{ kind: 'free', evidence: dated }], processingTimes: [{ kind: 'not-stated', evidence }] };
  const { gaps } = verdictOf('dated', { charter: { evidence: dated }, services: [service] });
  expect(gaps).toEqual([{ serviceId: 'service-1', field: '', count: 2, values: { count: 2 } }]);
});

test('steps are not held against a time that is promised for one stage only', () => {
  const processingTimes = [{ kind: 'fixed', max: 48, unit: 'hours', appliesTo: 'reaching the Chairman', evidence }];
  const steps = [{ agency: 'Tells you the progress', duration: { max: 2, unit: 'weeks' } }];
  expect(verdictOf('steps-total', { services: [{ processingTimes, steps }] }).share).toBe('0/0');
});
