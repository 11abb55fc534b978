import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lib/locales.ts';
import { reservedForAgencies, reservedForJurisdictions, reservedForServices } from '../../src/register/reserved-names.ts';
import { charter, jurisdiction, problemsOf, service } from './tiny-register.ts';

const pages = join(import.meta.dirname, '..', '..', 'src', 'pages');
const publicFolder = join(import.meta.dirname, '..', '..', 'public');

/** Gives the fixed names (no [parameter]) that pages of a folder take in addresses: feed.xml.ts takes "feed". */
function namesIn(...folders: string[]): string[] {
  return readdirSync(join(pages, ...folders))
    .filter((name) => !name.startsWith('[') && !name.startsWith('index.'))
    .map((name) => name.split('.')[0] ?? name);
}

describe('names that pages of the portal need', () => {
  it.each([...reservedForServices])('no service is called %s', (name) => {
    expect(problemsOf(service('water', name))).toEqual([
      {
        file: `content/services/water/${name}.yaml`,
        message: `The name "${name}" is taken by a page of the portal.`,
        remedy: `Rename the file, for example to ${name}-service, and correct what refers to it.`,
      },
    ]);
  });

  it.each([...reservedForAgencies])('no agency is called %s', (name) => {
    expect(problemsOf(charter(name))[0]?.message).toBe(`The name "${name}" is taken by a page of the portal.`);
  });

  it.each([...reservedForJurisdictions])('no country is called %s', (name) => {
    expect(problemsOf(jurisdiction(name, { code: 'XX' }))[0]?.remedy).toContain('the two letters of the country');
  });

  it('are free one level lower, and in longer names', () => {
    expect(problemsOf(service('water', 'search'))).toEqual([]);
    expect(problemsOf(service('water', 'complaints'))).toEqual([]);
    expect(problemsOf(charter('complain'))).toEqual([]);
    expect(problemsOf(charter('search-and-rescue'))).toEqual([]);
    expect(problemsOf(['guides', 'content/guides/about.mdx', '---\ntitle: About\nsummary: What this is.\n---\n'])).toEqual([]);
  });

  /* A new page must not take the address of an entry that an officer may add tomorrow. */
  it.each([
    ['reservedForServices', reservedForServices, namesIn('[...language]', '[jurisdiction]', '[agency]')],
    ['reservedForAgencies', reservedForAgencies, namesIn('[...language]', '[jurisdiction]')],
    [
      'reservedForJurisdictions',
      reservedForJurisdictions,
      [
        ...namesIn(),
        ...namesIn('[...language]'),
        ...languages,
        ...readdirSync(publicFolder, { withFileTypes: true })
          .filter((item) => item.isDirectory())
          .map((item) => item.name),
      ],
    ],
  ])('%s knows every page of its level', (list, reserved, taken) => {
    const missing = taken.filter((name) => !reserved.has(name));
    expect(missing, `Add these names to ${list} in src/register/reserved-names.ts`).toEqual([]);
  });
});
