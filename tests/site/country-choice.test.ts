import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { chosenCountry, countryCookie } from '../../src/site/country-choice.ts';
import { fromOwnPage } from '../../src/web/from-own-page.ts';

const countries = ['ke', 'ng'];

const choices: [when: string, address: string | null, cookies: string | null, choice: string | undefined][] = [
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
];

const script = readFileSync(join(import.meta.dirname, '../../src/components/search/only-country.js'), 'utf8');

interface Part {
  hidden: boolean;
  connectedCallback(): void;
}

/** Whether `<only-country>` hides its part of a page, in a browser of which there is no more than it asks for. */
function isLeftOut(country: string, address: string | null, cookie: string): boolean {
  const attributes: Record<string, string> = { country, of: countries.join(' ') };
  class HTMLElement {
    hidden = false;
    getAttribute(name: string): string | undefined {
      return attributes[name];
    }
  }
  let Found: (new () => Part) | undefined;
  const nothing = (): void => undefined;
  runInNewContext(script, {
    HTMLElement,
    URLSearchParams,
    location: { search: address === null ? '' : `?${new URLSearchParams({ country: address }).toString()}` },
    document: { cookie, addEventListener: nothing },
    addEventListener: nothing,
    customElements: { define: (_name: string, element: new () => Part) => (Found = element) },
  });
  if (!Found) throw new Error('only-country.js defines no element');
  const part = new Found();
  part.connectedCallback();
  return part.hidden;
}

describe('the country that somebody asks about', () => {
  it.each(choices)('when %s', (_when, address, cookies, choice) => {
    expect(chosenCountry({ address, cookies, countries })).toBe(choice);
  });

  // A file of its own, so small that it may stand before what it hides: no script that is built can be told so early.
  it.each(choices)(
    'is the same to the script that leaves other countries out: when %s',
    (_when, address, cookies, choice) => {
      const shown = countries.filter((country) => !isLeftOut(country, address, cookies ?? ''));
      expect(shown).toEqual(choice === undefined || choice === 'all' ? countries : [choice]);
    },
  );

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
