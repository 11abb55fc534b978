import { describe, expect, it } from 'vitest';
import { announcement, renderAnswer, renderSuggestions } from '../../src/views/search/render-answer.ts';
import { emergencies } from '../../src/schemas/emergency.ts';
import { shippedRegister } from '../register/shipped-content.ts';
import { shippedSearch } from './shipped-search.ts';

const register = await shippedRegister();
const search = await shippedSearch();
const ask = (q: string, country?: string, language: 'en' | 'sw' = 'en') => search.query(q, { language, country });

describe('words of somebody in danger', () => {
  it.each([
    ['rape', 'sexual-violence'],
    ['I was raped', 'sexual-violence'],
    ['nimebakwa', 'sexual-violence'],
    ['fire', 'fire'],
    ['my house is on fire', 'fire'],
    ['nyumba inaungua', 'fire'],
    ['accident', 'crash'],
    ['acident on the road', 'crash'],
    ['ajali', 'crash'],
    ['report an accident', 'crash'],
    ['suicide', 'suicide'],
    ['suicde', 'suicide'],
    ['nataka kujiua', 'suicide'],
    ['i wan kill myself', 'suicide'],
    ['my husband beats me every night', 'home-violence'],
    ['being beaten', 'home-violence'],
    ['domestic violence', 'home-violence'],
    ['mume wangu ananipiga', 'home-violence'],
    ['report child abuse', 'child'],
    ['unyanyasaji wa watoto', 'child'],
    ['kidnapped', 'kidnapping'],
    ['ametekwa nyara', 'kidnapping'],
    ['she drank poison', 'poison'],
    ['sumu', 'poison'],
    ['drowning', 'drowning'],
    ['anazama', 'drowning'],
    ['robbery in progress', 'robbery'],
    ['wezi nyumbani', 'robbery'],
    ['ambulance', 'illness'],
    ['emergency number', 'danger'],
  ])('“%s” gets the numbers above everything, for %s', async (q, kind) => {
    for (const country of ['ng', 'ke']) {
      const { emergency } = await ask(q, country);
      expect(emergency).toMatchObject({ urgent: true, numbers: [{ country: { id: country } }] });
      expect(emergency?.kinds).toContain(kind);
    }
    const html = renderAnswer(await ask(q, 'ke'));
    expect(html.indexOf('tel:999')).toBeGreaterThan(0);
    expect(html.indexOf('tel:999')).toBeLessThan(html.indexOf('answer-heading'));
    expect(html).not.toContain('This is where to go');
  });

  it.each([
    'fire certificate',
    'fire extinguisher licence',
    'fire safety compliance certificate',
    'accident report for insurance',
    'accident at work compensation',
    'police abstract after accident',
    'rat poison import permit',
    'ambulance registration',
    'emergency passport',
    'cheti cha moto',
  ])('“%s” is about a paper: the ordinary answer, the numbers quietly below', async (q) => {
    const answer = await ask(q, 'ke');
    expect(answer.emergency?.urgent).toBe(false);
    const html = renderAnswer(answer);
    expect(html.indexOf('tel:999')).toBeGreaterThan(html.indexOf('answer-heading'));
  });

  it.each([
    'police beat me',
    'lost my passport',
    'i was fired from work',
    'prison visit',
    'Pharmacy registration',
    'mtoto birth certificate',
  ])('“%s” is none', async (q) => {
    expect((await ask(q, 'ke')).emergency?.urgent).not.toBe(true);
  });

  it('shows both countries side by side when the country is not known', async () => {
    const html = renderAnswer(await ask('rape'));
    for (const number of ['tel:112', 'tel:999', 'tel:1195', 'tel:6472', 'tel:627']) expect(html).toContain(number);
    expect(html).toContain('<h3>Kenya</h3>');
    expect(html).toContain('<h3>Nigeria</h3>');
  });

  it('stays in one country when the words name it, and speaks the language of the page', async () => {
    const html = renderAnswer(await ask('ubakaji kenya', undefined, 'sw'));
    expect(html).toContain('Uko hatarini sasa? Piga simu kwanza');
    expect(html).toContain('Si lazima utaje jina lako.');
    expect(html).not.toContain('<h3>Nigeria</h3>');
  });

  it('says it first to a screen reader and in the list under the box', async () => {
    const answer = await ask('fire', 'ng');
    expect(announcement(answer)).toMatch(/^In danger\? Call 112\./);
    expect(renderSuggestions(answer).indexOf('tel:112')).toBeLessThan(renderSuggestions(answer).indexOf('<ul'));
  });
});

describe('the numbers themselves', () => {
  it('tell who answers, whose word it is, and how sure it is', async () => {
    const html = renderAnswer(await ask('suicide', 'ng'));
    expect(html).toContain('0800 078 7746');
    expect(html).toContain('another list gives a different number');
    expect(html).toContain('Given by one source');
    expect(html).toContain('This portal has not dialled them');
  });

  it('are refused when doubtful without a word on the doubt', () => {
    const line = { number: '112', who: 'Somebody', evidence: { sources: ['s'], verification: 'press' } };
    const file = (trust: string) => ({
      general: [{ ...line, trust }],
      answers: [{ kind: 'fire', name: 'Fire', words: ['fire'] }],
      sources: [{ id: 's', title: 'S', kind: 'press' }],
    });
    expect(emergencies.safeParse(file('doubtful')).success).toBe(false);
    expect(emergencies.safeParse(file('one-source')).success).toBe(true);
  });

  it('are none of those that must not be used', () => {
    const text = JSON.stringify([...register.emergencies.values()].map(({ data }) => data));
    for (const bad of [
      '0806 123 4567',
      '0803 123 4567',
      '0803 456 7890',
      '1190',
      '080072732255',
      '07075390977',
      '0726 212 599',
    ])
      expect(text.replace(/[^\w"]/g, '')).not.toContain(bad.replace(/\s/g, ''));
  });
});
