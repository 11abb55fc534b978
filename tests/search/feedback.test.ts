import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { renderFeedbackForm } from '../../src/views/search/feedback-form.ts';
import { bodyLimits } from '../../src/web/body-limits.ts';
import { textsOf } from '../../src/web/posted-form.ts';
import { readForm } from '../../src/web/read-form.ts';
import { createFeedback, readFeedback } from '../../src/search/feedback/feedback.ts';
import { maskPersonalData } from '../../src/search/feedback/mask.ts';
import { fixtureCandidates, misroutes } from '../../src/search/feedback/misroutes.ts';
import { usefulness } from '../../src/search/feedback/usefulness.ts';
import { parseTestQueries } from '../../src/search/measure/metrics.ts';

const folder = await mkdtemp(join(tmpdir(), 'opencharter-feedback-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const clock = (): Date => new Date('2026-11-21T15:04:05Z');
const asked = { q: 'lost id', country: 'ke', language: 'en', agency: 'iebc', verdict: 'no' };
const post = (body: string, type = 'application/x-www-form-urlencoded'): Request =>
  new Request('http://portal.example/feedback/', { method: 'POST', headers: { 'content-type': type }, body });

describe('what is kept of an answer', () => {
  it('is the words, the country, the office, the verdict and the day, and nothing else', async () => {
    const file = join(folder, 'one.jsonl');
    expect(
      await createFeedback({ file, clock }).record({
        ...asked,
        lookingFor: 'my ID',
        ip: '192.0.2.1',
        'user-agent': 'x',
      }),
    ).toBe('kept');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...asked, lookingFor: 'my ID', day: '2026-11-21' });
  });

  it.each([
    ['call me on +254 712 345 678 please', 'call me on [number] please'],
    ['0803-555-0123', '[number]'],
    ['jane.doe@example.org has no pin', '[e-mail] has no pin'],
    ['passport A12345678 not ready', 'passport [code] not ready'],
    ['case OC-7K2M-9P4Q1', 'case [code]'],
    ['see https://portal.example/cases/?s=abc now', 'see [address] now'],
    ['short code 15700', 'short code 15700'],
    ['birth in 1985', 'birth in 1985'],
    ['fee of 4550', 'fee of 4550'],
  ])('hides what could identify somebody: %s', (typed, kept) => {
    expect(maskPersonalData(typed)).toBe(kept);
  });

  it('is nothing when the form was tampered with', async () => {
    const file = join(folder, 'none.jsonl');
    const feedback = createFeedback({ file, clock });
    for (const wrong of [{ verdict: 'maybe' }, { agency: '../../etc' }, { country: '<b>' }, { language: 'xx' }])
      expect(await feedback.record({ ...asked, ...wrong })).toBe('not-understood');
    expect(await readFeedback(file)).toEqual([]);
  });

  it('goes after two years, and what cannot be read stays', async () => {
    const file = join(folder, 'old.jsonl');
    const line = (day: string): string => JSON.stringify({ ...asked, lookingFor: '', day });
    const kept = [line('2024-11-21'), '{"of another version": true}'];
    await writeFile(file, [line('2024-11-20'), ...kept, ''].join('\n'));
    await createFeedback({ file, clock }).record(asked);
    expect(await readFile(file, 'utf8')).toBe([...kept, line('2026-11-21'), ''].join('\n'));
  });

  it('ends at a number a day for all together, also after a restart, and begins anew the next day', async () => {
    const file = join(folder, 'many.jsonl');
    const first = createFeedback({ file, clock, perDayMax: 2 });
    expect([await first.record(asked), await first.record(asked), await first.record(asked)]).toEqual([
      'kept',
      'kept',
      'too-many',
    ]);
    expect(await createFeedback({ file, clock, perDayMax: 2 }).record(asked)).toBe('too-many');
    const tomorrow = (): Date => new Date('2026-11-22T00:00:01Z');
    expect(await createFeedback({ file, clock: tomorrow, perDayMax: 2 }).record(asked)).toBe('kept');
    expect(await createFeedback({ file, clock: tomorrow, bytesMax: 10 }).record(asked)).toBe('too-many');
  });
});

describe('the form', () => {
  it('is read as it is sent, and refused when it is too large or no form', async () => {
    const read = await readForm(post('q=lost+id&verdict=no'), bodyLimits.searchFeedback);
    expect('form' in read && textsOf(read.form)).toEqual({ q: 'lost id', verdict: 'no' });
    expect(await readForm(post(`q=${'x'.repeat(9000)}`), bodyLimits.searchFeedback)).toEqual({ refused: 'too-large' });
    expect(await readForm(post('{}', 'application/json'))).toEqual({ refused: 'not-a-form' });
  });

  it('lets nothing of a query through as markup', () => {
    const html = renderFeedbackForm({ q: '"><script>', agency: { id: 'x', name: '<b>' }, language: 'en' }).text;
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>');
  });
});

it('turns what was often called wrong into candidates for test queries', () => {
  const record = (q: string, verdict: 'yes' | 'no', lookingFor = '') => ({
    ...asked,
    language: 'en' as const,
    q,
    verdict,
    lookingFor,
    day: '2026-11-21',
  });
  const found = misroutes([
    record('a', 'no'),
    record('B', 'no', 'voter card'),
    record('b', 'no'),
    record('a', 'yes'),
    record('', 'no'),
  ]);
  expect(found).toEqual([{ q: 'B', country: 'ke', shown: 'iebc', lookingFor: ['voter card'], no: 2, yes: 0 }]);
  expect(parseTestQueries(fixtureCandidates(found))).toEqual([{ q: 'B', expect: [], country: 'ke' }]);
});

describe('what is said of the page of a service', () => {
  const page = { language: 'en', agency: 'helb', service: 'clearance', verdict: 'yes' };

  it('is the page, the verdict and the day, and is no query that led to the wrong office', async () => {
    const file = join(folder, 'page.jsonl');
    const feedback = createFeedback({ file, clock });
    expect(await feedback.record({ ...page, ip: '192.0.2.1' })).toBe('kept');
    expect(await feedback.all()).toEqual([{ ...page, q: '', lookingFor: '', day: '2026-11-21' }]);
    expect(misroutes(await feedback.all())).toEqual([]);
    expect(await feedback.record({ ...page, service: '../x' })).toBe('not-understood');
  });

  it('keeps nobody from saying that an answer of the search was wrong, however much of it comes', async () => {
    const feedback = createFeedback({ file: join(folder, 'both.jsonl'), clock, perDayMax: 2 });
    expect([await feedback.record(page), await feedback.record(page), await feedback.record(page)]).toEqual([
      'kept',
      'kept',
      'too-many',
    ]);
    expect(await feedback.record(asked)).toBe('kept');
    // As after a restart: those of today are counted by what they are about.
    const again = createFeedback({ file: join(folder, 'both.jsonl'), clock, perDayMax: 2 });
    expect([await again.record(page), await again.record(asked), await again.record(asked)]).toEqual([
      'too-many',
      'kept',
      'too-many',
    ]);
  });

  it('is told of pages that five people judged or more, those that helped least often first', () => {
    const said = (service: string, yes: number, no: number) =>
      Array.from({ length: yes + no }, (_, index) => ({
        ...page,
        service,
        language: 'en' as const,
        verdict: index < yes ? ('yes' as const) : ('no' as const),
        q: '',
        lookingFor: '',
        day: '2026-11-21',
      }));
    expect(usefulness([...said('few', 0, 4), ...said('good', 9, 1), ...said('poor', 2, 6)])).toEqual([
      { agency: 'helb', service: 'poor', yes: 2, no: 6 },
      { agency: 'helb', service: 'good', yes: 9, no: 1 },
    ]);
  });
});
