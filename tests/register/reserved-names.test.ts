import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/lib/locales.ts';
import {
  reservedForAgencies,
  reservedForJurisdictions,
  reservedForServices,
  reservedInLists,
} from '../../src/register/reserved-names.ts';
import { charter, jurisdiction, problemsOf, service } from './tiny-register.ts';

const pages = join(import.meta.dirname, '..', '..', 'src', 'pages');
const publicFolder = join(import.meta.dirname, '..', '..', 'public');

/** What an id stands for in an address, and the names that such an id may not bear. */
const reserved: Record<string, ReadonlySet<string>> = {
  '[jurisdiction]': reservedForJurisdictions,
  '[agency]': reservedForAgencies,
  '[service]': reservedForServices,
  '[topic]': reservedInLists,
  '[guide]': reservedInLists,
  '[step]': reservedInLists,
  // A day is a date, and a key's id is made of hexadecimal digits.
  '[day]': new Set(['index', 'keys']),
  '[key]': new Set(['index', 'keys']),
  // Ten letters drawn by chance, no vowel among them.
  '[page]': new Set(['index', 'feed']),
};

/**
 * The segments of the addresses that a file answers, without the language and without endings: feed.xml.ts takes
 * "feed".
 */
function segmentsOf(file: string): string[] {
  return file
    .split('/')
    .filter((segment) => segment !== '[...language]')
    .map((segment) =>
      segment.startsWith('[') ? (/^\[[^\]]+\]/.exec(segment)?.[0] ?? segment) : (segment.split('.')[0] ?? segment),
    )
    .filter((segment, at, all) => !(segment === 'index' && at === all.length - 1));
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
const routes = filesIn(pages).map(segmentsOf);
const everything = [...routes, ...filesIn(publicFolder).map(segmentsOf)];

/**
 * What the ids of a route would have to be for its page to lie at another page's address; nothing where it never
 * can.
 */
function shadowing(route: string[], other: string[]): [id: string, name: string][] {
  if (route.length !== other.length) return [];
  const ids: [string, string][] = [];
  for (const [at, segment] of route.entries()) {
    const name = other[at] ?? '';
    if (segment === name || (segment.startsWith('[') && name.startsWith('['))) continue;
    if (!segment.startsWith('[')) return [];
    ids.push([segment, name]);
  }
  return ids;
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
    expect(
      problemsOf(['guides', 'content/guides/about.mdx', '---\ntitle: About\nsummary: What this is.\n---\n']),
    ).toEqual([]);
  });

  /* A new page must not take the address of an entry that an officer may add tomorrow. */
  it.each(routes.filter((route) => route.some((segment) => segment.startsWith('['))))(
    'keep %j clear of every other page',
    (...route) => {
      const clashes = everything
        .map((other) => shadowing(route, other))
        .filter((ids) => ids.length > 0 && !ids.some(([id, name]) => reserved[id]?.has(name)))
        .map((ids) => ids.map(([id, name]) => `${id} "${name}"`).join(' and '));
      expect(clashes, 'Reserve one of these names in src/register/reserved-names.ts').toEqual([]);
    },
  );

  it('keep every id clear of what a folder shows, and countries clear of languages', () => {
    for (const [id, names] of Object.entries(reserved)) expect([id, names.has('index')]).toEqual([id, true]);
    expect(languages.filter((language) => !reservedForJurisdictions.has(language))).toEqual([]);
    expect(
      problemsOf(['topics', 'content/topics/index.yaml', '{name: Index, summary: An index.}'])[0]?.message,
    ).toContain('"index" is taken');
    expect(
      problemsOf(['guides', 'content/guides/index.mdx', '---\ntitle: Index\nsummary: An index.\n---\n'])[0]?.message,
    ).toContain('"index" is taken');
  });
});
