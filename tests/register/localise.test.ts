import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { localise, type LocalisedEntry, type Text } from '../../src/register/localise.ts';
import { field } from '../../src/schemas/field.ts';
import { line } from '../../src/schemas/primitives.ts';
import type { Service } from '../../src/schemas/service.ts';
import { translations, type Translation } from '../../src/schemas/translation.ts';
import { charter, jurisdiction, service, tinyRegister } from './tiny-register.ts';

const inSwahili = (place: string, text: string, original: string): Translation => ({
  language: 'sw',
  field: place,
  text,
  of: fingerprint(original),
});

/** A made-up service with a list, a union and a text that is no text of its own language's. */
function connection(more: Translation[] = []) {
  const register = tinyRegister(
    jurisdiction('xx'),
    charter('water'),
    service('water', 'connection', {
      name: 'New connection',
      notes: ['Bring a friend', 'Come early'],
      fees: [
        { kind: 'free', label: 'For widows', evidence: { sources: ['s1'], verification: 'official' } },
        {
          kind: 'formula',
          formula: '2 % of the price',
          currency: 'KES',
          legalBasis: 'Tariff',
          evidence: { sources: ['s1'], verification: 'official', note: 'Page 4' },
        },
      ],
      translations: [
        inSwahili('notes.1', 'Njoo mapema', 'Come early'),
        inSwahili('fees.1.formula', 'Asilimia 2 ya bei', '2 % of the price'),
        ...more,
      ],
    }),
  );
  const subject = register.agencies.get('water')?.services[0];
  if (!subject) throw new Error('The fixture has no service.');
  return { register, subject, sw: register.in('sw').service(subject) };
}

describe('an entry in the language of its reader', () => {
  it('has every translated text, in lists and in each kind of a choice', () => {
    const { sw } = connection();
    expect(sw.notes).toEqual([{ text: 'Bring a friend', lang: 'en' }, { text: 'Njoo mapema' }]);
    expect(sw.fees[1]).toMatchObject({ kind: 'formula', formula: { text: 'Asilimia 2 ya bei' } });
  });

  it('has what was not translated as it was written, marked with its language', () => {
    const { sw } = connection();
    expect(sw.name).toEqual({ text: 'New connection', lang: 'en' });
    expect(sw.fees[0]?.label).toEqual({ text: 'For widows', lang: 'en' });
    expect(sw.summary).toBeUndefined();
  });

  it('marks a translation whose original has changed since', () => {
    const { sw } = connection([inSwahili('name', 'Maunganisho', 'Connection')]);
    expect(sw.name).toEqual({ text: 'Maunganisho', stale: true });
  });

  it('keeps everything else, and leaves out what it was translated with', () => {
    const { sw, subject } = connection();
    expect(sw.fees[1]).toMatchObject({ currency: 'KES', legalBasis: 'Tariff', evidence: { sources: ['s1'] } });
    expect(sw.evidence).toEqual(subject.data.evidence);
    expect(sw.order).toBe(subject.data.order);
    expect(sw).not.toHaveProperty('translations');
  });

  it('is made once for a language', () => {
    const { register, subject, sw } = connection();
    expect(register.in('sw').service(subject)).toBe(sw);
    expect(register.in('en').service(subject).name).toEqual({ text: 'New connection' });
  });

  it('of a service is written in the language of its charter', () => {
    const register = tinyRegister(jurisdiction('xx'), charter('water', { language: 'sw' }), service('water', 'maji'));
    const subject = register.agencies.get('water')?.services[0];
    expect(subject && register.in('sw').service(subject).name).not.toHaveProperty('lang');
    expect(subject && register.in('en').service(subject).name).toHaveProperty('lang', 'sw');
  });
});

describe('a field added to a schema', () => {
  const wells = z.strictObject({
    wells: field(z.array(z.strictObject({ motto: field(line.optional(), { label: 'Motto', translatable: true }) })), {
      label: 'Wells',
    }),
    code: field(line, { label: 'Code' }),
    translations,
  });

  it('is localised without a word in any other place', () => {
    const data = { wells: [{ motto: 'Dig deep' }, {}], code: 'W1', translations: [] };
    const read = localise(wells, data, 'sw');
    expect(read).toEqual({ wells: [{ motto: { text: 'Dig deep', lang: 'en' } }, {}], code: 'W1' });
    expectTypeOf(read).toEqualTypeOf<{ wells: { motto?: Text | undefined }[]; code: string }>();
  });

  it('has the type that its schema gives it', () => {
    type Read = LocalisedEntry<Service>;
    expectTypeOf<Read['summary']>().toEqualTypeOf<Text | undefined>();
    expectTypeOf<Read['notes']>().toEqualTypeOf<Text[]>();
    expectTypeOf<Read['steps'][number]['client']>().toEqualTypeOf<Text | undefined>();
    expectTypeOf<Read['popularNames']>().toEqualTypeOf<string[]>();
    expectTypeOf<Read['status']>().toEqualTypeOf<Service['status']>();
    expectTypeOf<Extract<Read['fees'][number], { kind: 'formula' }>['formula']>().toEqualTypeOf<Text>();
  });
});
