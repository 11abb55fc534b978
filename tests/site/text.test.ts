import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import type { Language } from '../../src/lib/locales.ts';
import { localise } from '../../src/register/localise.ts';
import { field } from '../../src/schemas/field.ts';
import { languageTag, line } from '../../src/schemas/primitives.ts';
import { translations, type Translation } from '../../src/schemas/translation.ts';

const text = (label: string) => field(line.optional(), { label, translatable: true });
const office = z.strictObject({
  name: text('Name'),
  summary: text('Summary'),
  statusNote: text('Status'),
  steps: field(z.array(z.strictObject({ client: text('What you do') })).default([]), { label: 'Steps' }),
  language: field(languageTag.optional(), { label: 'Language' }),
  translations,
});

const known: Translation[] = [
  { language: 'sw', field: 'name', text: 'Bodi ya Maji', of: fingerprint('Water Board') },
  { language: 'sw', field: 'steps.0.client', text: 'Jaza fomu', of: fingerprint('Fill in the old form') },
  { language: 'fr', field: 'summary', text: 'De l’eau pour tous', of: fingerprint('Water for all') },
];

/** An office with these fields and the translations above as a reader of a language gets it. */
const read = (fields: Partial<z.output<typeof office>>, language: Language) =>
  localise(office, { steps: [], translations: known, ...fields }, language);

describe('a text on a Kiswahili page', () => {
  it('is the translation, where there is one', () => {
    expect(read({ name: 'Water Board' }, 'sw').name).toEqual({ text: 'Bodi ya Maji' });
  });

  it('is the original marked with its language, where there is none', () => {
    expect(read({ summary: 'Water for all' }, 'sw').summary).toEqual({ text: 'Water for all', lang: 'en' });
  });

  it('is marked as out of date when the original has changed since', () => {
    const client = (original: string) => read({ steps: [{ client: original }] }, 'sw').steps[0]?.client;
    expect(client('Fill in the new form')).toEqual({ text: 'Jaza fomu', stale: true });
    expect(client('Fill in the old form')).toEqual({ text: 'Jaza fomu' });
  });

  it('needs no mark when it was written in Kiswahili', () => {
    expect(read({ language: 'sw', summary: 'Maji kwa wote' }, 'sw').summary).toEqual({ text: 'Maji kwa wote' });
  });

  it('stays absent when it is absent', () => {
    expect(read({}, 'sw').statusNote).toBeUndefined();
  });
});

describe('a text on an English page', () => {
  it('is the original, untouched by translations', () => {
    expect(read({ name: 'Water Board' }, 'en').name).toEqual({ text: 'Water Board' });
  });

  it('of a Kiswahili charter is marked', () => {
    expect(read({ language: 'sw', name: 'Bodi ya Maji', translations: [] }, 'en').name).toEqual({
      text: 'Bodi ya Maji',
      lang: 'sw',
    });
  });
});
