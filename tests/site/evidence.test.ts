import { describe, expect, it } from 'vitest';
import { date } from '../../src/register/format.ts';
import type { Localised } from '../../src/register/localise.ts';
import type { Evidence, Source } from '../../src/schemas/provenance.ts';
import { evidenceDates } from '../../src/site/evidence-dates.ts';
import { evidenceView, figureNotes } from '../../src/site/views/evidence.ts';
import { today } from './view-fixture.ts';

const sources: Source[] = [
  { id: 'act', title: 'The Water Act', kind: 'law' },
  { id: 'charter', title: 'The charter', kind: 'official' },
];
const context = { language: 'en' as const, today, sources };
const evidence = (asOf?: string): Localised<Evidence> => ({
  sources: ['charter'],
  verification: 'official',
  ...(asOf ? { asOf } : {}),
});

describe('the evidence of a figure', () => {
  it('names its sources by the numbers under which the page lists them', () => {
    expect(evidenceView({ sources: ['charter', 'act'], verification: 'law', note: 'section 4' }, context)).toEqual({
      sources: [
        { id: 'charter', number: 2 },
        { id: 'act', number: 1 },
      ],
      kind: 'law',
      old: false,
      note: { text: 'section 4' },
    });
  });

  it.each([
    ['2023-06', false],
    ['2023-05', true],
    ['2022', true],
    // A bare year may mean its last day, so it ages from there.
    ['2023', false],
    ['2026-06-15', false],
  ])('as of %s is old after 36 months: %s', (asOf, old) => {
    expect(evidenceView(evidence(asOf), context).old).toBe(old);
  });

  it.each([
    ['2019-07', '2026-06-15', false],
    ['2019-07', '2023-05-01', true],
    [undefined, '2026-06-15', false],
    // What the source says for a later day than the confirmation is the younger of the two.
    ['2026-01', '2020-01-01', false],
  ])('as of %s and confirmed by the office on %s is old: %s', (asOf, confirmedOn, old) => {
    const view = evidenceView({ ...evidence(asOf), confirmedOn }, context);
    expect(view.old).toBe(old);
    expect(view.confirmed).toBe(date(confirmedOn, 'en'));
  });

  it('says both days in words', () => {
    expect(evidenceDates({ asOf: '2019-07', confirmedOn: '2026-12-01' }, 'en')).toBe(
      'As of July 2019; confirmed by the office on 1 December 2026',
    );
    expect(evidenceDates({ confirmedOn: '2026-12-01' }, 'sw')).toBe(
      'bila tarehe; imethibitishwa na ofisi 1 Desemba 2026',
    );
  });

  it('without a date is neither old nor dated', () => {
    const view = evidenceView(evidence(), context);
    expect(view.old).toBe(false);
    expect(view.asOf).toBeUndefined();
  });

  it('tells the date as exactly as it is known, in the language of the page', () => {
    expect(evidenceView(evidence('2025-08'), { ...context, language: 'sw' }).asOf).toBe('Agosti 2025');
  });
});

describe('what surrounds a figure', () => {
  it('shows each contradiction and what held before, with their own evidence', () => {
    const figure = {
      evidence: evidence('2026'),
      conflicting: [{ says: { text: '20 days' }, evidence: { sources: ['act'], verification: 'law' as const } }],
      history: [
        { says: { text: '30 days' }, from: '2019', until: '2025-12', evidence: evidence('2019') },
        { says: { text: '60 days' } },
      ],
    };
    const notes = figureNotes(figure, context);
    expect(notes.conflicting).toMatchObject([
      { says: { text: '20 days' }, evidence: { sources: [{ number: 1 }], kind: 'law' } },
    ]);
    expect(notes.history).toMatchObject([
      { says: { text: '30 days' }, from: '2019', until: 'December 2025', evidence: { old: true } },
      { says: { text: '60 days' } },
    ]);
    expect(notes.history[1]?.evidence).toBeUndefined();
  });
});
