import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLanguage, languages, localePath, splitLocale } from '../../src/lib/locales.ts';

const segment = fc
  .stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .filter((name) => !(languages as readonly string[]).includes(name));
const path = fc.array(segment, { maxLength: 4 }).map((names) => `/${names.map((name) => `${name}/`).join('')}`);

describe('addresses in several languages', () => {
  it('give back their language and path', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), path, (language, address) => {
        expect(splitLocale(localePath(language, address))).toEqual({ language, path: address });
      }),
    );
  });

  it('have no prefix in the default language', () => {
    fc.assert(
      fc.property(path, (address) => {
        expect(localePath(defaultLanguage, address)).toBe(address);
      }),
    );
  });

  it.each([
    ['/sw', 'sw', '/'],
    ['/sw/', 'sw', '/'],
    ['/sw/ng/inec/', 'sw', '/ng/inec/'],
    ['/swaziland/', 'en', '/swaziland/'],
    ['/ng/sw/', 'en', '/ng/sw/'],
    ['/', 'en', '/'],
    ['', 'en', ''],
    ['/en/', 'en', '/en/'],
  ])('%j is %s and %j', (address, language, rest) => {
    expect(splitLocale(address)).toEqual({ language, path: rest });
  });
});
