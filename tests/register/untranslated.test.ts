import { describe, expect, it } from 'vitest';
import { untranslatedIn } from '../../src/register/untranslated.ts';

const sentence = 'Ask at the office of the district before you come.';
const kiswahili = 'Uliza katika ofisi ya wilaya kabla ya kufika, na ulete kitambulisho chako halisi.';

describe('what a page does not say in the language of its reader', () => {
  it('is told as parts, or as most of the page, wherever it stands in what is shown', () => {
    expect(untranslatedIn({ name: { text: kiswahili }, steps: [{ client: { text: sentence, lang: 'en' } }] })).toEqual({
      language: 'en',
      extent: 'parts',
    });
    expect(untranslatedIn([{ text: 'Ofisi' }, { text: sentence, lang: 'en' }])).toEqual({
      language: 'en',
      extent: 'most',
    });
  });

  it('is not worth a line where it is less than a sentence', () => {
    expect(untranslatedIn([{ text: 'Form 74', lang: 'en' }, { text: kiswahili }])).toBeUndefined();
    expect(untranslatedIn({ text: kiswahili, stale: true })).toBeUndefined();
    expect(untranslatedIn(undefined)).toBeUndefined();
  });

  it('is counted once, however often the same part of the data is met', () => {
    const name = { text: 'The Water Board of the District', lang: 'en' };
    expect(untranslatedIn({ first: name, second: name, others: [name] })).toBeUndefined();
  });
});
