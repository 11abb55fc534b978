import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/lib/locales.ts';
import { date, dayOfYear } from '../../src/register/format.ts';
import { collections } from '../../src/schemas/collections.ts';
import { CONTENT_SCHEMA } from '../../src/schemas/portal.ts';
import { objectsIn, readEdition } from '../../src/server/edition/edition.ts';
import { openObjects } from '../../src/server/edition/object-store.ts';
import { smallCountry } from '../netlify/small-country.ts';
import { readTree } from '../structure/source-tree.ts';
import { notShown } from './fields-not-shown.ts';
import { Filler, type FilledField } from './rich-content.ts';
import { childEnvironment } from '../child-environment.ts';

/*
 * An officer who fills in a field expects readers to see it. Content with every field filled is built into pages, and
 * every text, number and day of it is looked for in what they show. Choices and yes-or-no become words of the portal's
 * own, so of these it is only asked that a page reads them.
 */

const { jurisdictions, charters, services, topics, notices, guides, portal } = collections;
const evidence = { sources: ['s1'], verification: 'official' };
const elementOf = (list: z.ZodType): z.ZodObject => (list as z.ZodArray).element as z.ZodObject;
const sources = (path: string) => (own: Filler) => [
  { ...own.object(elementOf(charters.schema.shape.sources), `${path}[]`, ['id']), id: 's1' },
];

const filler = new Filler({
  'jurisdictions.timeZone': () => 'Africa/Nairobi',
  'jurisdictions.callingCode': () => '+999',
  'jurisdictions.calendar.rules[].offsetDays': () => 39,
  'jurisdictions.calendar.rules[].month': () => 12,
  'jurisdictions.calendar.rules[].nth': () => 2,
  'jurisdictions.calendar.feasts[].expected[].days': () => 3,
  'jurisdictions.calendar.feasts[].id': () => 'moon',
  'jurisdictions.calendar.declared[].feast': () => 'moon',
  'jurisdictions.informationLaw.proactive[].id': () => 'duty',
  'charters.published[].duty': () => 'duty',
  'jurisdictions.sources': sources('jurisdictions.sources'),
  'charters.contacts[].id': () => 'desk',
  'charters.status': () => 'renamed',
  'charters.redress': (own) => [
    own.object(elementOf(charters.schema.shape.redress.unwrap()), 'charters.redress[]', ['agency']),
    { agency: 'water', evidence },
  ],
  'charters.sources': sources('charters.sources'),
  'guides.sources': sources('guides.sources'),
  // What reports are sealed with is for machines.
  'charters.contacts[].encryptionKey': () => undefined,
  // Told on the page of a report, which is made on demand.
  'portal.schema': () => CONTENT_SCHEMA,
  'portal.languages': () => [
    { code: 'en', name: 'English', territory: 'GB' },
    { code: 'sw', name: 'Kiswahili', territory: 'KE' },
  ],
  // Decides which switches there are; that is shown by a test of its own.
  'jurisdictions.offeredLanguages': () => undefined,
  'portal.onionAddress': () => `http://${'a'.repeat(56)}.onion`,
  'services.status': () => 'discontinued',
  'services.replacedBy': () => 'everything-new',
  'services.redress': () => [],
  'services.processingTimes[].kind': () => 'fixed',
});

const service = filler.object(services.schema, 'services');
const content = {
  'portal/portal.yaml': { ...filler.object(portal.schema, 'portal', ['siteUrl']), publisherKind: 'watchdog' },
  'jurisdictions/xx.yaml': filler.object(jurisdictions.schema, 'jurisdictions'),
  'charters/rich.mdx': filler.object(charters.schema, 'charters'),
  'services/rich/everything.yaml': service,
  'services/rich/everything-new.yaml': {
    name: 'New',
    fees: [{ kind: 'free', evidence }],
    processingTimes: [{ kind: 'not-stated', evidence }],
    evidence,
  },
  'topics/water.yaml': filler.object(topics.schema, 'topics', ['parent']),
  'notices/news.yaml': { ...filler.object(notices.schema, 'notices', ['expiresOn']), agency: 'rich' },
  'guides/about.mdx': filler.object(guides.schema, 'guides', ['translationOf']),
};

let dir = '';
const shown = new Map<Language, string>();

beforeAll(async () => {
  dir = smallCountry();
  for (const [path, fields] of Object.entries(content)) {
    const file = join(dir, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      path.endsWith('.mdx') ? `---\n${JSON.stringify(fields)}\n---\nWords.\n` : JSON.stringify(fields),
    );
  }
  const env = childEnvironment({ SITE_URL: 'https://portal.example' });
  await promisify(execFile)(process.execPath, [join('src', 'entry', 'build.ts')], {
    cwd: dir,
    env,
  }).catch((error: { stdout: string; stderr: string }) => expect.unreachable(error.stdout + error.stderr));
  const editionDir = join(dir, 'dist');
  const objects = openObjects(objectsIn(editionDir));
  const { files } = (await readEdition(editionDir)) ?? expect.unreachable('No edition was made.');
  const pages = [...files.values()].filter(({ path }) => path.endsWith('.html') && !path.includes('gallery'));
  for (const language of languages) {
    const own = pages.filter(({ path }) => path.startsWith('/sw/') === (language === 'sw'));
    const texts = await Promise.all(own.map(async (page) => (await objects.read(page)).identity.toString()));
    shown.set(language, texts.map(bodyOf).join('\n'));
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What a page shows or leads to, without what only machines read. */
function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body')).replaceAll('\u00a0', ' ').replaceAll('&#39;', "'");
}

/** The ways in which a value may stand on a page. */
function inWords({ kind, value }: FilledField, language: Language): string[] {
  if (kind === 'number') return [String(value), Number(value).toLocaleString('en')];
  if (kind === 'text') return [String(value)];
  return [/^\d{4}/.test(String(value)) ? date(String(value), language) : dayOfYear(String(value), language)];
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function isShown(text: string, field: FilledField, language: Language): boolean {
  return inWords(field, language).some((words) => new RegExp(`(?<![\\w,.])${escaped(words)}(?!\\d)`).test(text));
}

describe('every field that can be filled in', () => {
  const reasons = new Set<string>();
  const excused = ({ path }: FilledField): boolean => {
    const reason = Object.keys(notShown).find((place) => path === place || path.endsWith(`.${place}`));
    if (reason) reasons.add(reason);
    return reason !== undefined;
  };

  it.each(languages)('is shown to readers (%s)', (language) => {
    const text = shown.get(language) ?? '';
    const hidden = filler.fields.filter(
      (field) => ['text', 'date', 'number'].includes(field.kind) && !isShown(text, field, language),
    );
    expect(hidden.filter((field) => !excused(field)).map(({ path }) => path)).toEqual([]);
  });

  it('is read by a page where it is a choice', () => {
    const code = readTree(['src/site/views', 'src/views', 'src/components', 'src/pages'], ['.ts', '.astro'])
      .map(({ text }) => text)
      .join('\n');
    const unread = filler.fields
      .filter(({ kind }) => kind === 'choice' || kind === 'reference')
      .filter(({ path }) => !new RegExp(`[.{,] ?${/(\w+)(?:\[\])?$/.exec(path)?.[1] ?? ''}\\b`).test(code));
    expect(unread.filter((field) => !excused(field)).map(({ path }) => path)).toEqual([]);
  });

  it('is excused only where there is something to excuse', () => {
    expect(Object.keys(notShown).filter((place) => !reasons.has(place))).toEqual([]);
  });
});
