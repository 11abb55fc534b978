import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lib/locales.ts';
import { finderStep, finderSteps } from '../../src/site/views/finder.ts';
import { renderEmergency } from '../../src/site/views/render-emergency.ts';
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

describe('whoever may be in danger', () => {
  const outcomeOf = (country: string, id: string) => {
    const view = finderStep(register, country, id, { language: 'en', today });
    if (view?.kind !== 'outcome') throw new Error(`${id} is no outcome.`);
    return view;
  };
  const calledAt = (country: string, id: string): string => {
    const { emergency } = outcomeOf(country, id);
    return emergency ? renderEmergency([emergency.numbers], [emergency.kind], 'en').text : '';
  };

  it('finds the numbers of the police where Kenya leads to them, beside the office', () => {
    expect(calledAt('ke', 'police-help')).toContain('href="tel:999"');
    expect(calledAt('ke', 'police-help')).toContain('href="/ke/emergency/"');
    expect(outcomeOf('ke', 'police-help').office?.agency.id).toBe('national-police-service');
  });

  it('finds 112 and the lines of the States where Nigeria knows no nearer office', () => {
    const view = outcomeOf('ng', 'police-now');
    expect(view.trail.map(({ question }) => question.text)).toHaveLength(2);
    expect(view.office).toBeUndefined();
    expect(calledAt('ng', 'police-now')).toContain('href="tel:112"');
    expect(calledAt('ng', 'police-now')).toContain('Police command of the State');
  });

  it('finds a national line for violence outside Lagos', () => {
    for (const id of ['violence-home', 'violence-sexual']) {
      expect(calledAt('ng', id), id).toContain('href="tel:6472"');
      expect(outcomeOf('ng', id).office?.agency.id, id).toBe('nhrc');
    }
  });
});
