import { describe, expect, it } from 'vitest';
import { chosenCountry, countryCookie } from '../../src/site/country-choice.ts';
import { fromOwnPage } from '../../src/web/from-own-page.ts';

const countries = ['ke', 'ng'];

describe('the country that somebody asks about', () => {
  it.each([
    ['nobody has chosen', null, '', undefined],
    ['the cookie remembers it', null, 'a=b; country=ng', 'ng'],
    ['the address goes before the cookie', 'ke', 'country=ng', 'ke'],
    ['all were chosen, in the address', 'all', 'country=ng', 'all'],
    ['all were chosen before', null, 'country=all', 'all'],
    ['the address is empty, as of a form without a choice', '', 'country=ng', 'ng'],
    ['the address names no country of this portal', 'zz', 'country=ng', 'ng'],
    ['the cookie names no country of this portal', null, 'country=zz', undefined],
    ['another cookie ends in the same word', null, 'mycountry=ng', undefined],
    ['there are no cookies at all', 'ng', null, 'ng'],
  ])('when %s', (_when, address, cookies, choice) => {
    expect(chosenCountry({ address, cookies, countries })).toBe(choice);
  });

  it('is kept for a year, says nothing else, and no other site makes it travel', () => {
    expect(countryCookie('ng', { secure: true })).toBe('country=ng; Path=/; Max-Age=31536000; SameSite=Lax; Secure');
    expect(countryCookie('ng', { secure: false })).not.toContain('Secure');
  });
});

describe('whoever comes by a link', () => {
  const came = (headers: Record<string, string>): boolean =>
    fromOwnPage(new Request('https://portal.example/search/?country=ng', { headers }));

  it('of this portal has chosen for themselves', () => {
    expect(came({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(came({ referer: 'https://portal.example/' })).toBe(true);
  });

  it('that was sent to them, or of another site, has not', () => {
    expect(came({ 'sec-fetch-site': 'none' })).toBe(false);
    expect(came({ 'sec-fetch-site': 'cross-site', referer: 'https://portal.example/' })).toBe(false);
    expect(came({ referer: 'https://elsewhere.example/' })).toBe(false);
    expect(came({ referer: 'not an address' })).toBe(false);
    expect(came({})).toBe(false);
  });
});
