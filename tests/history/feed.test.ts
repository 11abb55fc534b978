import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedOf } from '../../src/views/history/feed.ts';
import { openText } from '../../src/web/answers.ts';
import { recordNote, shorten, timeline } from '../../src/views/history/timeline.ts';
import type { History, HistoryEntry } from '../../src/history/change.ts';
import { readHistory } from '../../src/history/read-history.ts';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import type { Language } from '../../src/lib/locales.ts';
import { xml } from '../../src/lib/xml.ts';
import { loadRegister } from '../../src/register/load.ts';
import type { Register } from '../../src/register/register.ts';
import { agencyOf } from '../../src/site/paths.ts';
import { charter, ContentRepo, days, fee, service } from './content-repo.ts';
import { nth } from './history-fixture.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';

const passport = 'services/nis/passport.yaml';
const NAME = 'Passport <b>"new" & old</b>';
let repo: ContentRepo;
let history: History;
let register: Register;

beforeAll(async () => {
  repo = new ContentRepo();
  repo.write(
    'portal/portal.yaml',
    'name: Test & Portal\npublisher: The publisher\npublisherKind: demonstration\noperatorEmail: operator@portal.example\nsenderEmail: portal@portal.example\nabout: A portal for tests.',
  );
  const country = {
    name: 'Testland',
    code: 'XX',
    languages: ['en'],
    currency: 'NGN',
    currencySymbol: '₦',
    timeZone: 'Africa/Nairobi',
    callingCode: '+999',
    summary: 'A country made up for tests.',
  };
  const law = {
    calendar: { weekend: ['sunday'], rules: [] },
    oversightLadder: [],
    antiCorruption: [],
    sources: [{ id: 's1', title: 'Test source', kind: 'unverified' }],
  };
  repo.write('jurisdictions/xx.yaml', JSON.stringify({ ...country, ...law }));
  repo.write('charters/nis.mdx', charter({ acronym: 'NIS' }));
  repo.write('charters/gone.mdx', charter({ name: 'Gone Body' }));
  repo.write(passport, service({ name: NAME }));
  repo.commit();
  repo.write(
    'services/nis/visa.yaml',
    service({ name: 'Visa', translations: [{ language: 'sw', field: 'name', text: 'Viza', of: fingerprint('Visa') }] }),
  );
  repo.write(passport, service({ name: NAME, fees: [fee(50000)], processingTimes: [days(5)] }));
  repo.commit();
  repo.remove('charters/gone.mdx');
  repo.remove(passport);
  repo.commit();
  history = await readHistory(repo.contentDir);
  register = await loadRegister(repo.contentDir);
});
afterAll(() => repo.dispose());

async function feed(options: { agency?: string; language?: Language; of?: History } = {}): Promise<XmlElement> {
  const { agency, language = 'en', of = history } = options;
  const feed = feedOf({
    history: of,
    register,
    language,
    site: new URL('https://charters.example/'),
    ...(agency ? { agency: agencyOf(register, agency) } : {}),
  });
  const response = openText('application/atom+xml', feed);
  expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
  return parseXml(await response.text());
}
const one = (element: XmlElement, name: string): string => {
  const found = childrenOf(element, name);
  expect(found).toHaveLength(1);
  return nth(found, 0).text;
};
const link = (element: XmlElement, rel: string): string | undefined =>
  childrenOf(element, 'link').find((found) => found.attributes.rel === rel)?.attributes.href;

describe('the Atom feed', () => {
  test('carries what RFC 4287 asks for, with addresses of the portal', async () => {
    const xml = await feed({ agency: 'nis' });
    expect(xml.name).toBe('feed');
    expect(xml.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
    expect(one(xml, 'id')).toBe('tag:charters.example,2026:/xx/nis/feed.xml');
    expect(one(xml, 'title')).toBe('NIS: changes to its charter – Test & Portal');
    expect(one(xml, 'author')).toBe('The publisher');
    expect(link(xml, 'self')).toBe('https://charters.example/xx/nis/feed.xml');
    expect(link(xml, 'alternate')).toBe('https://charters.example/xx/nis/history/');
    for (const entry of childrenOf(xml, 'entry')) {
      expect(one(entry, 'id')).toMatch(/^tag:charters\.example,2026-01-15:\/en\/nis\/[0-9a-f]{40}$/);
      expect(one(entry, 'updated')).toMatch(/^2026-01-15T22:\d\d:00\.000Z$/);
      expect(link(entry, 'alternate')).toMatch(/^https:\/\/charters\.example\/xx\/nis\/history\/#change-[0-9a-f]{12}$/);
    }
  });

  test('is updated when its newest change was made, not when it was built', async () => {
    const xml = await feed();
    const times = childrenOf(xml, 'entry').map((entry) => one(entry, 'updated'));
    expect(one(xml, 'updated')).toBe(times.toSorted().at(-1));
    expect(await feed()).toEqual(xml);
  });

  test('tells the first change in the title and all in the content, whatever stands in a name', async () => {
    const entry = nth(childrenOf(await feed({ agency: 'nis' }), 'entry'), 1);
    expect(one(entry, 'title')).toBe(`NIS: ${NAME}: The fee rose from ₦35,000 to ₦50,000. (and 2 more changes)`);
    expect(one(entry, 'content')).toBe(
      `${NAME}The fee rose from ₦35,000 to ₦50,000.The time slipped from 3 days to 5 days.VisaNew service.`,
    );
  });

  test('gives every entry an id of its own, and other ids in each language', async () => {
    const ids = async (language: Language) =>
      childrenOf(await feed({ language }), 'entry').map((entry) => one(entry, 'id'));
    const all = [...(await ids('en')), ...(await ids('sw'))];
    expect(all).toHaveLength(10);
    expect(new Set(all).size).toBe(all.length);
  });

  test('speaks Kiswahili and marks what is still in English', async () => {
    const xml = await feed({ agency: 'nis', language: 'sw' });
    expect(link(xml, 'self')).toBe('https://charters.example/sw/xx/nis/feed.xml');
    const content = nth(nth(childrenOf(nth(childrenOf(xml, 'entry'), 1), 'content'), 0).children, 0);
    expect(content.text).toContain('Ada imepanda kutoka ₦35,000 hadi ₦50,000.');
    expect(content.text).toContain('VizaHuduma mpya.');
    expect(nth(content.children, 0).children[0]).toMatchObject({
      name: 'span',
      attributes: { 'xml:lang': 'en' },
      text: NAME,
    });
  });

  test('is valid without any entry', async () => {
    for (const of of [
      { state: 'unavailable', reason: 'x' },
      { state: 'available', since: '2026-02-01T00:00:00.000Z', entries: [] },
    ] as History[]) {
      const xml = await feed({ of });
      expect(childrenOf(xml, 'entry')).toEqual([]);
      expect(one(xml, 'updated')).toBe(of.state === 'available' ? of.since : '1970-01-01T00:00:00.000Z');
    }
  });

  test('lets no forbidden character through', () => {
    expect(String(xml`<a>${'a\u0000b\u001Fc\uD800d\uFFFEe<&>"'}</a>`)).toBe('<a>abc\uFFFDde&lt;&amp;&gt;&quot;</a>');
  });
});

describe('the timeline', () => {
  test('dates a change by the clock of the country: 22:02 UTC is the next day in Nairobi', () => {
    expect(timeline(history, register, 'en', 'nis')[0]).toMatchObject({
      day: '2026-01-16',
      dayText: '16 January 2026',
    });
  });

  test('links what still exists and names what does not', () => {
    const items = timeline(history, register, 'en');
    const removed = nth(
      items.filter((item) => item.agency.id === 'nis'),
      0,
    );
    expect(nth(removed.groups, 0).service).toEqual({ name: { text: NAME } });
    expect(nth(nth(timeline(history, register, 'sw', 'nis'), 1).groups, 1).service).toEqual({
      name: { text: 'Viza' },
      href: '/sw/xx/nis/visa/',
    });
    const gone = nth(
      items.filter((item) => item.agency.id === 'gone'),
      0,
    );
    expect(gone.agency).toMatchObject({ name: { text: 'Gone Body' } });
    expect(gone.agency.href).toBeUndefined();
  });

  test('tells what changed for citizens from what was only worded anew', () => {
    const [entry] = history.state === 'unavailable' ? [] : history.entries;
    const wording = { kind: 'charter-wording' as const, areas: [] };
    const told = (charter: HistoryEntry['charter']): boolean[] =>
      timeline({ ...history, entries: [{ ...nth([entry], 0), charter, services: [] }] } as History, register, 'en').map(
        ({ onlyWording }) => onlyWording,
      );
    expect(told([wording])).toEqual([true]);
    expect(told([wording, { kind: 'moved' }])).toEqual([false]);
  });

  test('a long entry is cut and the rest counted', () => {
    const item = nth(timeline(history, register, 'en', 'nis'), 1);
    const short = shorten(item, 2);
    expect(short.groups.map((group) => group.sentences.length)).toEqual([2]);
    expect(short.more).toBe(1);
    expect(shorten(item, 9)).toEqual(item);
  });

  test('says why there is nothing to show, and from when on there is', () => {
    expect(recordNote({ state: 'unavailable', reason: 'x' }, 'en', [])).toContain('not available');
    expect(recordNote({ state: 'available', since: '2026-02-01T00:00:00.000Z', entries: [] }, 'sw', [])).toContain(
      'tangu 1 Februari 2026',
    );
    expect(recordNote({ state: 'available', entries: [] }, 'en', [])).toContain('No change');
    expect(recordNote(history, 'en', timeline(history, register, 'en'))).toBeUndefined();
  });
});

test('the check of the tests refuses what is not well-formed', () => {
  for (const bad of [
    '<a>',
    '<a></b>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a b="1" b="2"/>',
    '<a/><b/>',
    '<a>\u0001</a>',
    '<a b=1/>',
    'text',
  ]) {
    expect(() => parseXml(bad), bad).toThrow();
  }
});
