import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lib/locales.ts';
import { finderStep, finderSteps } from '../../src/site/views/finder.ts';
import { shippedRegister } from '../register/shipped-content.ts';

const register = await shippedRegister();
const today = new Date('2026-11-21');

describe.each([...register.finder.keys()])('the pages of the finder of %s', (country) => {
  const entry = register.finder.get(country);
  const ids = entry ? finderSteps(entry) : [];

  it('lead only to one another, and each knows the way back', () => {
    for (const language of languages) {
      const step = (id?: string) => finderStep(register, country, id, { language, today });
      const addressOf = (id?: string): string =>
        `${language === 'en' ? '' : `/${language}`}/finder/${country}/${id ? `${id}/` : ''}`;
      const addresses = [addressOf(), ...ids.map(addressOf)];
      for (const id of [undefined, ...ids]) {
        const view = step(id);
        if (!view) throw new Error(`There is no page ${addressOf(id)}.`);
        expect(view.back === undefined).toBe(id === undefined);
        if (view.back) expect(addresses).toContain(view.back);
        if (view.kind === 'question') {
          expect(view.number).toBe(view.trail.length + 1);
          expect(view.most).toBeGreaterThanOrEqual(view.number);
          for (const { href } of view.answers) expect(addresses).toContain(href);
        }
      }
    }
  });

  it('has no page for what is not in it', () => {
    expect(finderStep(register, country, 'no-such-step', { language: 'en', today })).toBeUndefined();
  });
});

it('speaks Kiswahili in Kenya, without a stale word', () => {
  const data = register.finder.get('ke');
  for (const id of [undefined, ...(data ? finderSteps(data) : [])]) {
    const view = finderStep(register, 'ke', id, { language: 'sw', today });
    expect(view?.text, id).toEqual({ text: expect.any(String) });
  }
});
