import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import type { Translation } from '../../src/schemas/translation.ts';
import { translator } from '../../src/register/localise.ts';

const translations: Translation[] = [
  { language: 'sw', field: 'name', text: 'Bodi ya Maji', of: fingerprint('Water Board') },
  { language: 'sw', field: 'steps.0.client', text: 'Jaza fomu', of: fingerprint('Fill in the old form') },
  { language: 'fr', field: 'summary', text: 'De l’eau pour tous', of: fingerprint('Water for all') },
];

describe('a text on a Kiswahili page', () => {
  const t = translator({ translations }, 'sw');

  it('is the translation, where there is one', () => {
    expect(t('Water Board', 'name')).toEqual({ text: 'Bodi ya Maji' });
  });

  it('is the original marked with its language, where there is none', () => {
    expect(t('Water for all', 'summary')).toEqual({ text: 'Water for all', lang: 'en' });
  });

  it('is marked as out of date when the original has changed since', () => {
    expect(t('Fill in the new form', 'steps', 0, 'client')).toEqual({ text: 'Jaza fomu', stale: true });
    expect(t('Fill in the old form', 'steps', 0, 'client')).toEqual({ text: 'Jaza fomu' });
  });

  it('needs no mark when it was written in Kiswahili', () => {
    expect(translator({ language: 'sw', translations }, 'sw')('Maji kwa wote', 'summary')).toEqual({
      text: 'Maji kwa wote',
    });
  });

  it('stays absent when it is absent', () => {
    expect(t(undefined, 'statusNote')).toBeUndefined();
  });
});

describe('a text on an English page', () => {
  it('is the original, untouched by translations', () => {
    expect(translator({ translations }, 'en')('Water Board', 'name')).toEqual({ text: 'Water Board' });
  });

  it('of a Kiswahili charter is marked', () => {
    expect(translator({ language: 'sw', translations: [] }, 'en')('Bodi ya Maji', 'name')).toEqual({
      text: 'Bodi ya Maji',
      lang: 'sw',
    });
  });
});
