import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcement, renderAnswer, renderSuggestions } from '../../src/views/search/render-answer.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadFromMemory } from '../../src/search/load-files.ts';
import { publishedVocabulary, searchRegister } from './search-fixture.ts';
import { shippedSearch } from './shipped-search.ts';

const search = createSearch({ load: loadFromMemory(buildSearchIndex(searchRegister(), publishedVocabulary())) });

describe('the answer as HTML', () => {
  it('shows agency, service, cost, time, reason and the next steps', async () => {
    const html = renderAnswer(await search.query('passport price', { language: 'en', country: 'xx' }));
    expect(html).toContain('This is where to go');
    expect(html).toContain('<a href="/xx/borders/" data-answer>Borders and Travel Department</a>');
    expect(html).toContain('<span class="figure-large">KSh\u00a04,550</span>');
    expect(html).toContain('<span class="figure-large">10 working days</span>');
    expect(html).toContain('As published');
    expect(html).toContain('<mark>passport</mark>');
    expect(html).toContain('<a class="button" href="https://borders.example/apply">Start online</a>');
    expect(html).toContain('<a class="tel" href="tel:21700"');
    expect(html).toContain('href="/xx/borders/passport/complain/"');
    expect(html).toContain('href="/xx/borders/information/"');
  });

  it('speaks the language of the page and links within it', async () => {
    const html = renderAnswer(await search.query('passport', { language: 'sw', country: 'xx' }));
    expect(html).toContain('href="/sw/xx/borders/"');
    expect(html).toContain('<span class="figure-large">siku za kazi 10</span>');
  });

  it('puts the complaint first for somebody who complains, with the desk to reach', async () => {
    const html = renderAnswer(await search.query('complain about passport delay', { language: 'en', country: 'xx' }));
    expect(html).toMatch(/<a class="button" href="\/xx\/borders\/(?:passport\/)?complain\/">Complain<\/a>/);
    expect(html).toContain('href="tel:21700"');
  });

  it('is never a dead end', async () => {
    const html = renderAnswer(await search.query('zzyzx qwrtp', { language: 'en', country: 'xx' }));
    expect(html).toContain('We do not know');
    expect(html).toContain('href="/xx/ombudsman/"');
    expect(html).toContain('href="/agencies/"');
  });

  it('lets nothing of a query through as markup', async () => {
    const attack = '"><img src=x onerror=alert(1)> passpot<b>';
    const answer = await search.query(attack, { language: 'en', country: 'xx' });
    for (const html of [renderAnswer(answer), renderSuggestions(answer)]) {
      expect(html).not.toContain('<img');
      expect(html).not.toContain('<b>');
    }
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const made = await search.query(`passport ${text}`, { language: 'en', country: 'xx' });
        const tags = [...renderAnswer(made).matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]);
        expect(tags.filter((tag) => ['script', 'img', 'iframe', 'svg', 'style'].includes(tag ?? ''))).toEqual([]);
      }),
    );
  });

  it('calls nobody a winner while the country is open', async () => {
    const shipped = await shippedSearch();
    const open = renderAnswer(await shipped.query('passport', { language: 'en' }));
    expect(open).toContain('It depends on the country');
    expect(open).not.toContain('This is where to go');
    const cards = open.split('<li class="answer">').slice(1);
    const countries = cards.map((card) => /answer-where">([^<]+)</.exec(card)?.[1]);
    expect(countries.length).toBeGreaterThan(1);
    expect(new Set(countries).size).toBe(countries.length);
    for (const card of cards) expect(card.match(/class="button"/g)).toHaveLength(1);
    const named = renderAnswer(await shipped.query('passport kenya', { language: 'en' }));
    expect(named.split('<li class="answer">')).toHaveLength(2);
  });

  it('folds what is another answer when it is sure, and lists it when it is not', async () => {
    const shipped = await shippedSearch();
    const sure = renderAnswer(await shipped.query('passport office phone number', { language: 'en', country: 'ng' }));
    expect(sure).toContain('<details class="answer-not-this"><summary>Not this? See others</summary>');
    const unsure = renderAnswer(await shipped.query('no light', { language: 'en', country: 'ng' }));
    expect(unsure).toContain('<details class="answer-not-this" open>');
    expect(unsure.split('<li class="answer">')).toHaveLength(2);
  });

  it('shows no office that only may fit as the place to go to below the numbers for a danger', async () => {
    const shipped = await shippedSearch();
    const html = renderAnswer(await shipped.query('my house is burning', { language: 'en', country: 'ng' }));
    expect(html.indexOf('tel:112')).toBeLessThan(html.indexOf('answer-heading'));
    expect(html).not.toContain('<li class="answer">');
    expect(html).toContain('<details class="answer-not-this"><summary>Offices that may fit</summary>');
    const sure = renderAnswer(await shipped.query('my husband beats me', { language: 'en', country: 'ke' }));
    expect(sure.split('<li class="answer">')).toHaveLength(2);
  });

  it('says of a figure that is old or disputed that it is', async () => {
    const shipped = await shippedSearch();
    const html = renderAnswer(await shipped.query('passport', { language: 'en', country: 'ke' }));
    expect(html).toMatch(/<p class="stamp stamp-(?:disputed|old)"><strong>(?:Sources differ|Old figures)<\/strong>/);
  });

  it('puts the door into the list under the box for whoever speaks of a bribe', async () => {
    const shipped = await shippedSearch();
    const html = renderSuggestions(await shipped.query('hongo', { language: 'en', country: 'ke' }));
    expect(html).toMatch(
      /^<ul class="rows"><li><a href="\/ke\/report\/" data-answer><strong>Report it, without your name/,
    );
  });

  it('is announced in one sentence', async () => {
    expect(announcement(await search.query('btd', { language: 'en', country: 'xx' }))).toBe(
      '1 agency found: Borders and Travel Department',
    );
  });
});
