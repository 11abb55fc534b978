import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcement, renderAnswer, renderSuggestions } from '../../src/views/search/render-answer.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadFromMemory } from '../../src/search/load-files.ts';
import { publishedVocabulary, searchRegister } from './search-fixture.ts';

const search = createSearch({ load: loadFromMemory(buildSearchIndex(searchRegister(), publishedVocabulary())) });

describe('the answer as HTML', () => {
  it('shows agency, service, cost, time, reason and the next steps', async () => {
    const html = renderAnswer(await search.query('passport price', { language: 'en', country: 'xx' }));
    expect(html).toContain('This is where to go');
    expect(html).toContain('<a href="/xx/borders/" data-answer>Borders and Travel Department</a>');
    expect(html).toContain('<dd>KSh\u00a04,550</dd>');
    expect(html).toContain('<dd>10 working days</dd>');
    expect(html).toContain('<mark>passport</mark>');
    expect(html).toContain('href="https://borders.example/apply"');
    expect(html).toContain('href="/xx/borders/passport/complain/"');
    expect(html).toContain('href="/xx/borders/information/"');
  });

  it('speaks the language of the page and links within it', async () => {
    const html = renderAnswer(await search.query('passport', { language: 'sw', country: 'xx' }));
    expect(html).toContain('href="/sw/xx/borders/"');
    expect(html).toContain('<dd>siku za kazi 10</dd>');
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

  it('is announced in one sentence', async () => {
    expect(announcement(await search.query('btd', { language: 'en', country: 'xx' }))).toBe(
      '1 agency found: Borders and Travel Department',
    );
  });
});
