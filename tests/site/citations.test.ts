import { describe, expect, it } from 'vitest';
import type { Localised } from '../../src/register/localise.ts';
import type { Evidence } from '../../src/schemas/provenance.ts';
import { citations, letterOf } from '../../src/site/views/citations.ts';
import { figureNotes } from '../../src/site/views/evidence.ts';
import { today } from './view-fixture.ts';

type Read = Localised<Evidence>;

const evidence = (source: string, rest: Partial<Read> = {}): Read => ({
  sources: [source],
  verification: 'official',
  ...rest,
});
const charter = evidence('charter', { asOf: '2019-07', verification: 'official-document' });
const fact = (of: Read, kind = 'fixed'): object => ({ kind, evidence: of });

describe('the banner of a page', () => {
  it('says once what most figures rest on, and that it is old', () => {
    const { banner, of } = citations([[fact(charter), fact(charter)], fact(charter), fact(evidence('press'))], today);
    expect(banner).toEqual({ evidence: charter, old: true });
    expect(of(charter)).toMatchObject({ said: true, ageSaid: true });
    expect(of(evidence('press'))).toMatchObject({ said: false, ageSaid: false });
  });

  it('leaves to a figure of the same source what differs: another date, another kind, a note', () => {
    const { of } = citations([fact(charter), fact(charter), fact(charter)], today);
    for (const other of [{ asOf: '2025' }, { verification: 'press' as const }, { note: { text: 'page 4' } }])
      expect(of({ ...charter, ...other }).said).toBe(false);
  });

  it('counts no figure that is not there, and none that only contradicts', () => {
    const absent = fact(charter, 'not-stated');
    const disputed = { ...fact(evidence('act')), conflicting: [fact(charter), fact(charter), fact(charter)] };
    expect(citations([absent, absent, absent, disputed], today).banner).toBeUndefined();
  });

  it('names no source where figures have many, and says their age where all are old', () => {
    const old = ['a', 'b', 'c', 'd'].map((id) => fact(evidence(id, { asOf: '2018' })));
    expect(citations(old, today).banner).toEqual({ old: true });
    expect(citations([...old, fact(evidence('e', { asOf: '2026' }))], today).banner).toBeUndefined();
    // What bears no date is not known to be old.
    expect(citations([...old, fact(evidence('e'))], today).banner).toBeUndefined();
  });

  it('is not there for two figures', () => {
    expect(citations([fact(charter), fact(charter)], today).banner).toBeUndefined();
  });
});

describe('what a source is cited for', () => {
  const pages = [
    evidence('guide', { note: { text: 'page 1' } }),
    evidence('guide', { note: { text: 'page 2' } }),
    evidence('act'),
  ];

  it('has a letter each, in the order of the list of sources, and none where it is one thing', () => {
    const { of, takenFrom } = citations(
      pages.map((one) => fact(one)),
      today,
    );
    expect(pages.map((one) => of(one).letter)).toEqual(['a', 'b', '']);
    expect(takenFrom('guide').map(({ note }) => note)).toEqual([{ text: 'page 1' }, { text: 'page 2' }]);
    expect(takenFrom('nobody')).toEqual([]);
  });

  it('goes on after z', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'ab', 'az', 'ba', 'zz', 'aaa']);
  });
});

describe('the marks of a figure under a banner', () => {
  const figure = { evidence: charter, history: [], conflicting: [{ says: { text: '9' }, evidence: evidence('act') }] };
  const context = { language: 'en' as const, today, sources: [] };

  it('leave out the age that the banner says, and nothing else', () => {
    const cited = citations([fact(charter), fact(charter), fact(charter)], today);
    expect(figureNotes(figure, { ...context, citations: cited })).toMatchObject({
      marks: ['disputed', 'old'],
      unsaid: ['disputed'],
      evidence: { said: true, old: false },
    });
    expect(figureNotes(figure, context)).toMatchObject({ unsaid: ['disputed', 'old'], evidence: { old: true } });
  });
});
