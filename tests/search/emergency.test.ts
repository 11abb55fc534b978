import { describe, expect, it } from 'vitest';
import { announcement, renderAnswer, renderSuggestions } from '../../src/views/search/render-answer.ts';
import { emergencies } from '../../src/schemas/emergency.ts';
import { shippedRegister } from '../register/shipped-content.ts';
import { shippedSearch } from './shipped-search.ts';
import { markup } from '../../src/lib/markup.ts';
import { emergencyNumbers, linesByRegion } from '../../src/register/emergency-numbers.ts';
import { renderRegions } from '../../src/site/views/render-emergency.ts';
import { pageTexts } from '../../src/texts/texts.ts';

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
    ['my house is burning help', 'fire'],
    ['my kitchen dey burn', 'fire'],
    ['neighbour house is burning Kisumu', 'fire'],
    ['our shop burned last hour', 'fire'],
    ['my shop caught fire', 'fire'],
    ['jengo linaungua', 'fire'],
    ['a bus has overturned', 'crash'],
    ['gari limepinduka', 'crash'],
    ['somebody collapsed not breathing', 'illness'],
    ['my father has collapsed', 'illness'],
    ['she is not breathing', 'illness'],
    ['unconscious', 'illness'],
    ['electric wire fell on a person', 'illness'],
    ['nepa wire don fall', 'illness'],
    ['he was electrocuted', 'illness'],
    ['amenaswa na umeme', 'illness'],
    ['mama anajifungua anatoka damu', 'illness'],
    ['my child drank rat poison', 'poison'],
    ['flood Lokoja', 'drowning'],
    ['our estate is flooded', 'drowning'],
    ['mafuriko', 'drowning'],
    ['child fell into the river', 'drowning'],
    ['thieves are breaking my door', 'robbery'],
    ['wezi wameingia nyumbani', 'robbery'],
    ['my child is missing', 'kidnapping'],
    ['my daughter has gone missing', 'kidnapping'],
    ['my pikin don miss', 'kidnapping'],
    ['mtoto wangu amepotea', 'kidnapping'],
    ['they are raping my sister', 'sexual-violence'],
    ['my father is beating my mother', 'home-violence'],
    ['my baby was abandoned', 'child'],
    ['I dont want to live', 'suicide'],
    ['sitaki kuishi tena', 'suicide'],
  ])('“%s”, as people put it, is %s', async (q, kind) => {
    const { emergency } = await ask(q);
    expect(emergency).toMatchObject({ urgent: true });
    expect(emergency?.kinds).toContain(kind);
  });

  it('get the police for a kidnapping, not the line against trafficking', async () => {
    const html = renderAnswer(await ask('kidnapped my brother Kaduna'));
    expect(html).not.toContain('tel:627');
    expect(html).toContain('Police command of the State');
  });

  it.each([
    'fire certificate',
    'birth certificate for missing child',
    'my certificate got burned',
    'burning fat and calories',
    'flood relief fund',
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
    'burnt certificate',
    'lost or burnt certificate',
    'nataka kujua namba yangu',
    'rap music',
    'collapsed company pension',
    'the court overturned the ruling',
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

describe('a query that names a place', () => {
  const dialled = (html: string): string[] =>
    [...html.matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number ?? '');

  it.each([
    ['robbery in lekki', 'ng', 'Lagos', '767'],
    ['robbery in Aba', undefined, 'Abia', '08035415408'],
    ['fire in kano', undefined, 'Kano', '08161694439'],
    ['my husband beats me ikeja', 'ng', 'Lagos', '08000333333'],
    ['fire in kisumu', undefined, 'Kisumu', '0800720575'],
    ['moto mombasa', 'ke', 'Mombasa', '1599'],
  ])('“%s” gets the lines of that State or county before those of the country', async (q, country, region, number) => {
    const answer = await ask(q, country);
    const html = renderAnswer(answer);
    const block = html.slice(html.indexOf('class="emergency"'), html.indexOf('answer-heading'));
    expect(block).toContain(`<h4>${region}</h4>`);
    expect(dialled(block)).toContain(number);
    // The number for any danger stays the first of all.
    expect(['112', '999']).toContain(dialled(block)[0]);
    expect(answer.emergency?.numbers).toHaveLength(1);
    const others = answer.emergency?.numbers[0]?.regional
      .flatMap((line) => line.regions)
      .filter(({ name }) => name !== region)
      .flatMap(({ numbers }) => numbers.map((other) => other.replaceAll(' ', '')));
    expect(dialled(block).filter((one) => others?.includes(one))).toEqual([]);
  });

  it('gets the police of its State where it has no line for the matter, and never for thoughts of suicide', async () => {
    expect(renderAnswer(await ask('fire in Aba', 'ng'))).toContain('Police command of the State');
    expect(renderAnswer(await ask('suicide Aba', 'ng'))).not.toContain('Police command of the State');
  });

  it('is told that the place has none', async () => {
    const html = renderAnswer(await ask('robbery in siaya', 'ke'));
    expect(html).toContain('No line of Siaya itself is published here for this. Call 999.');
    expect(renderAnswer(await ask('wezi nyumbani siaya', 'ke', 'sw'))).toContain(
      'Hakuna nambari ya Siaya yenyewe iliyochapishwa hapa kwa jambo hili. Piga 999.',
    );
  });

  it('gets both of two States that share the name', async () => {
    const html = renderAnswer(await ask('robbery surulere', 'ng'));
    for (const region of ['Lagos', 'Oyo']) expect(html).toContain(`<h4>${region}</h4>`);
  });

  it('and one that names none finds the States folded', async () => {
    const html = renderAnswer(await ask('fire', 'ng'));
    expect(html).toMatch(/<details class="emergency-folded"><summary>Lines of 6 States<\/summary>/);
    expect(renderAnswer(await ask('moto', 'ke', 'sw'))).toContain('Nambari za kaunti 3');
  });
});

describe('lines of witness protection', () => {
  it.each(['witness protection', 'I am threatened witness', 'ulinzi wa mashahidi'])('answer “%s”', async (q) => {
    expect(renderAnswer(await ask(q, 'ke'))).toContain('tel:0800720460');
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

  it('show the doubt beside each line that has one, in the search and on the page of all', async () => {
    for (const country of ['ng', 'ke'])
      for (const language of ['en', 'sw'] as const) {
        const numbers = emergencyNumbers(register, country, language) ?? expect.unreachable();
        const page = markup`${renderRegions(numbers, pageTexts('emergency', language))}`.text;
        for (const { id, name, lines } of linesByRegion(numbers)) {
          const own = page.slice(page.indexOf(`<details id="${id}">`)).split('</details>')[0] ?? '';
          expect(own).toContain(`<summary>${name}</summary>`);
          for (const { number, doubt, trust } of lines) {
            const item = own.split('<li>').find((part) => part.includes(`tel:${number.replaceAll(' ', '')}`)) ?? '';
            if (doubt) expect(item).toContain(markup`${doubt}`.text);
            else expect(trust).not.toBe('doubtful');
          }
        }
      }
  });

  it('of a region are refused when doubtful without a word on the doubt, and shown with it otherwise', () => {
    const evidence = { sources: ['s'], verification: 'press' };
    const file = (doubt: object) => ({
      general: [{ number: '112', who: 'Somebody', trust: 'confirmed', evidence }],
      answers: [{ kind: 'fire', name: 'Fire', words: ['fire'] }],
      regional: [
        {
          kinds: ['fire'],
          who: 'Old line',
          trust: 'doubtful',
          ...doubt,
          evidence,
          regions: [{ region: 'r', numbers: ['199'] }],
        },
      ],
      sources: [{ id: 's', title: 'S', kind: 'press' }],
    });
    expect(emergencies.safeParse(file({})).success).toBe(false);
    expect(emergencies.safeParse(file({ doubt: 'Nobody answered in 2022.' })).success).toBe(true);
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
      '07055462708',
      '08035963919',
      '07944929',
      '08085753932',
      '0800221234',
    ])
      expect(text.replace(/[^\w"]/g, '')).not.toContain(bad.replace(/\s/g, ''));
  });
});
