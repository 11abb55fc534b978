import { describe, expect, it } from 'vitest';
import { defaultLanguage, languages } from '../../src/lib/locales.ts';
import { urls } from '../../src/site/urls.ts';
import { charter, jurisdiction, service, tinyRegister } from '../register/tiny-register.ts';
import { readTree } from './source-tree.ts';

/** Turns the path of a page's file into the pattern of its addresses, as Astro routes them. */
function routeOf(file: string): RegExp {
  const path = file
    .replace(/^src\/pages\//, '')
    .replace(/\.(?:astro|ts)$/, '')
    .replace(/(?:^|\/)index$/, '');
  const segments = path.split('/').filter(Boolean);
  const pattern = segments
    .map((segment) =>
      segment.startsWith('[...') ? '(?:/[a-z]{2})?' : segment.startsWith('[') ? '/[^/]+' : `/${segment}`,
    )
    .join('');
  // Pages made on demand stand once and are reached under each language's prefix (site/localised-routes.ts).
  const prefix = path.startsWith('[...')
    ? ''
    : `(?:/(?:${languages.filter((language) => language !== defaultLanguage).join('|')}))?`;
  return new RegExp(`^${prefix}${pattern.replaceAll('.', '\\.')}${/\.\w+$/.test(path) ? '' : '/'}$`);
}

const routes = readTree(['src/pages'], ['.astro', '.ts']).map(({ file }) => routeOf(file));
const register = tinyRegister(jurisdiction('xx'), charter('water'), service('water', 'connection'));

describe('every address that the portal writes', () => {
  const agency = register.agencies.get('water');
  const arguments_: Record<string, unknown[]> = {
    topic: ['money'],
    guide: ['how-to-complain'],
    jurisdiction: ['xx'],
    informationRights: ['xx'],
    service: [agency, 'connection'],
    embedServices: ['water'],
    qualityAgency: ['water'],
    misconductIn: ['xx'],
    emergency: ['xx'],
    statistics: [],
    deadline: [],
    finder: ['xx'],
    finderStep: ['xx', 'question'],
  };

  it.each(Object.entries(urls))('%s has a page in every language', (name, make) => {
    for (const language of languages) {
      const address = (make as (...values: unknown[]) => string)(language, ...(arguments_[name] ?? [agency]));
      expect(address, `Give urls.${name} its arguments in this test`).not.toMatch(/undefined|\[object/);
      expect(address).toMatch(/^\/(?:\S+(?:\/|\.(?:xml|json|webmanifest)))?$/);
      expect(
        routes.filter((route) => route.test(address)),
        `No file in src/pages answers ${address}`,
      ).not.toEqual([]);
    }
  });

  it('of a complaint about a service has a page too', () => {
    if (!agency) throw new Error('The fixture has no agency.');
    expect(routes.some((route) => route.test(urls.complain('sw', agency, 'connection')))).toBe(true);
  });
});
