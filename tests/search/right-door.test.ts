import { describe, expect, it } from 'vitest';
import { doorsOf, phoneBeside, type DoorName } from '../../src/views/search/doors.ts';
import type { SearchAnswer } from '../../src/search/answer.ts';
import type { Card, CardService } from '../../src/search/index-format.ts';
import { shippedSearch } from './shipped-search.ts';

const search = await shippedSearch();

/** The first office for a query, with its doors in their order. */
async function firstFor(q: string, country: string) {
  const answer = await search.query(q, { language: 'en', country });
  const [first] = answer.results;
  if (!first) throw new Error(`Nobody answers “${q}”.`);
  return { office: first.card.id, card: first.card, doors: doorsOf(first, answer, 'en') };
}

describe('the right door', () => {
  const asked: [q: string, country: string, office: string, door: DoorName, href: string | RegExp][] = [
    // A bribe: never a form that the office itself reads.
    ['police collect bribe', 'ng', 'icpc', 'report', '/ng/police/report/'],
    ['hongo', 'ke', 'eacc', 'report', '/ke/report/'],
    ['report corruption in kra', 'ke', 'eacc', 'report', /^\/ke\/(?:kra\/)?report\/$/],
    ['immigration officer asked for something small passport', 'ng', 'icpc', 'report', '/ng/nis/report/'],
    ['rushwa polisi', 'ke', 'eacc', 'report', /report\/$/],
    // A request by law: the form for one, of the office that holds the record.
    ['foi request jamb', 'ng', 'jamb', 'ask', '/ng/jamb/information/'],
    ['freedom of information JAMB admission records', 'ng', 'jamb', 'ask', '/ng/jamb/information/'],
    ['haki ya kupata habari kenya power', 'ke', 'kenya-power', 'ask', '/ke/kenya-power/information/'],
    // Words for information that are no request by law.
    ['taarifa za mkopo wa helb', 'ke', 'helb', 'read', '/ke/helb/loan-statement/'],
    ['criminal records', 'ke', 'dci', 'read', '/ke/dci/'],
    // A refusal goes to the body that reviews it, and that is not asked for information in its turn.
    ['foi request refused', 'ke', 'caj-ombudsman', 'read', '/ke/caj-ombudsman/review-of-information-refusal/'],
    // A complaint about the office, or the service that is that complaint.
    ['complain about passport office', 'ng', 'nis', 'complain', /^\/ng\/nis\/.*complain\/$/],
    ['my passport has delayed for 3 months', 'ng', 'nis', 'complain', '/ng/nis/standard-passport/complain/'],
    ['complaint about kra', 'ke', 'kra', 'make', '/ke/kra/complain/'],
    ['complain about police officer', 'ng', 'police', 'make', '/ng/police/complain/'],
    ['kenya power overcharged bill complaint', 'ke', 'kenya-power', 'make', '/ke/kenya-power/complain/'],
    // Where and when: the page that tells.
    ['passport office phone number', 'ng', 'nis', 'read', '/ng/nis/standard-passport/'],
    ['nearest huduma centre', 'ke', 'huduma-kenya', 'read', '/ke/huduma-kenya/other-services/'],
    // Everything else: start, where one can, or read how.
    ['passport price', 'ng', 'nis', 'start', /^https:/],
    ['how do I renew my passport', 'ng', 'nis', 'start', /^https:/],
    ['tax id number free?', 'ng', 'nrs', 'start', /^https:/],
    ['evisa', 'ng', 'nis', 'start', /^https:/],
    ['driving licence', 'ke', 'ntsa', 'start', /^https:/],
    ['lost id', 'ke', 'national-registration-bureau', 'read', '/ke/national-registration-bureau/lost-id-replacement/'],
    ['birth certificate', 'ke', 'civil-registration', 'read', '/ke/civil-registration/birth-certificate/'],
    ['no light', 'ng', 'nerc', 'read', '/ng/nerc/complaint-to-disco/'],
  ];

  it.each(asked)('“%s” in %s leads at %s to: %s', async (q, country, office, door, href) => {
    const first = await firstFor(q, country);
    expect(first.office).toBe(office);
    expect(first.doors[0]?.name).toBe(door);
    if (typeof href === 'string') expect(first.doors[0]?.href).toBe(href);
    else expect(first.doors[0]?.href).toMatch(href);
  });

  it('stands beside the telephone, save where the people of the office are to be reported', async () => {
    const passport = await firstFor('passport price', 'ng');
    expect(phoneBeside(passport.card, passport.doors)).toMatch(/^0\d+$/);
    const answer = await search.query('police collect bribe', { language: 'en', country: 'ng' });
    const police = answer.results.find(({ card }) => card.id === 'police');
    if (!police) throw new Error('The police are no answer.');
    expect(police.card.complaint?.phone).toBeDefined();
    expect(phoneBeside(police.card, doorsOf(police, answer, 'en'))).toBeUndefined();
  });
});

describe('doors of offices and services of every kind', () => {
  const card = {
    id: 'borders',
    path: '/xx/borders/',
    country: { id: 'xx', name: 'Testland' },
    name: 'Borders',
  } as Card;
  const service = { id: 'visa', name: 'Visa', startUrl: 'https://visa.example', active: true } as CardService;
  const nothing: Pick<SearchAnswer, 'signals' | 'reports'> = { signals: [], reports: [] };
  const names = (answer: { card: Card; service?: CardService }, asked = nothing): DoorName[] =>
    doorsOf(answer, asked, 'en').map(({ name }) => name);

  it('are all there, the right one first', () => {
    expect(names({ card, service })).toEqual(['start', 'complain', 'read', 'ask']);
    expect(names({ card, service }, { ...nothing, signals: ['cost', 'neglect'] })).toEqual([
      'complain',
      'start',
      'read',
      'ask',
    ]);
    expect(names({ card })).toEqual(['read', 'complain', 'ask']);
  });

  it('do not start what is suspended', () => {
    expect(names({ card, service: { ...service, active: false } })).toEqual(['read', 'complain', 'ask']);
  });

  it.each(['complaint', 'report'] as const)('offer no complaint about a service that is itself a %s', (door) => {
    const found = names({ card, service: { ...service, door } }, { ...nothing, signals: ['complain', 'neglect'] });
    expect(found).toEqual(['start', 'read', 'ask']);
  });

  it('lead whoever speaks of a bribe to the report of the country at a body that hears of others', () => {
    const reports = [{ country: card.country, path: '/xx/report/' }];
    const signals = ['corruption', 'complain', 'access'];
    const [first] = doorsOf({ card: { ...card, hears: 'corruption' } }, { signals, reports }, 'en');
    expect(first).toMatchObject({ name: 'report', href: '/xx/report/' });
    expect(doorsOf({ card }, { signals, reports }, 'en')[0]).toMatchObject({ href: '/xx/borders/report/' });
  });

  it('report nobody at a body that takes complaints about others', async () => {
    const answer = await search.query('police collect bribe', { language: 'en' });
    const overseer = answer.results.find(({ card: found }) => found.id === 'ipoa');
    if (!overseer) throw new Error('The overseer of the police is no answer.');
    expect(doorsOf(overseer, answer, 'en')[0]?.href).toMatch(/^\/ke\/(?:national-police-service\/)?report\/$/);
  });

  it('keep the language', () => {
    expect(doorsOf({ card }, nothing, 'sw')[0]?.href).toBe('/sw/xx/borders/');
  });
});
