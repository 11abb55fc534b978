import { readFileSync } from 'node:fs';
import { readEntry } from '../../src/register/read-entry.ts';
import { formatProblem } from '../../src/register/problem.ts';
import { buildRegister, type EntriesByCollection, type Register } from '../../src/register/register.ts';
import type { CollectionName } from '../../src/schemas/collections.ts';
import { parseVocabulary } from '../../src/search/load-vocabulary.ts';
import type { Vocabulary } from '../../src/search/vocabulary-schema.ts';

const evidence = { sources: ['s1'], verification: 'unverified' };
const sources = [{ id: 's1', title: 'Test source', kind: 'unverified' }];

type Fields = Record<string, unknown>;

/** A body made up for tests; JSON is valid YAML, so fields are given as objects. */
function charter(id: string, fields: Fields): [CollectionName, string, string] {
  const data = {
    type: 'commission',
    jurisdiction: 'xx',
    summary: 'A body made up for tests.',
    evidence,
    sources,
    ...fields,
  };
  return ['charters', `content/charters/${id}.mdx`, `---\n${JSON.stringify(data)}\n---\n`];
}

function service(agency: string, id: string, fields: Fields): [CollectionName, string, string] {
  const data = {
    fees: [{ kind: 'not-stated', evidence }],
    processingTimes: [{ kind: 'not-stated', evidence }],
    evidence,
    ...fields,
  };
  return ['services', `content/services/${agency}/${id}.yaml`, JSON.stringify(data)];
}

function jurisdiction(id: string, fields: Fields): [CollectionName, string, string] {
  const base = {
    code: id.toUpperCase(),
    languages: ['en'],
    currency: 'XTS',
    currencySymbol: 'X',
    timeZone: 'Africa/Nairobi',
    callingCode: '+999',
    summary: 'A country made up for tests.',
    calendar: { weekend: ['sunday'], rules: [] },
    sources,
  };
  return ['jurisdictions', `content/jurisdictions/${id}.yaml`, JSON.stringify({ ...base, ...fields })];
}

const files: [CollectionName, string, string][] = [
  [
    'portal',
    'content/portal/portal.yaml',
    'name: Test Portal\npublisher: The publisher\npublisherKind: demonstration\noperatorEmail: operator@portal.example\nsenderEmail: portal@portal.example\nabout: A portal for tests.',
  ],
  jurisdiction('xx', {
    name: 'Testland',
    oversightLadder: [{ agency: 'ombudsman', matter: 'Bad administration' }],
    antiCorruption: [{ agency: 'integrity', matter: 'Bribes' }],
  }),
  jurisdiction('yy', { name: 'Otherland', oversightLadder: [], antiCorruption: [] }),
  charter('borders', {
    name: 'Borders and Travel Department',
    acronym: 'BTD',
    aliases: ['Old Frontier Office', 'OFO'],
    popularNames: ['passport people', 'pasipoti'],
    notHandled: [{ matter: 'Birth certificates', agency: 'civil' }],
    contacts: [
      {
        id: 'desk',
        roles: ['complaint'],
        title: 'Complaint desk',
        phones: [{ number: '21700' }],
        emails: ['desk@borders.example'],
        evidence,
      },
    ],
  }),
  service('borders', 'passport', {
    name: 'Ordinary passport',
    popularNames: ['green passport'],
    startUrl: 'https://borders.example/apply',
    fees: [{ kind: 'fixed', amount: 4550, currency: 'KES', evidence }],
    processingTimes: [{ kind: 'fixed', max: 10, unit: 'working-days', evidence }],
    requirements: [{ what: 'Birth certificate' }],
  }),
  service('borders', 'visa', { name: 'e-Visa', summary: 'Permission to enter the country.' }),
  charter('civil', { name: 'Civil Registry', acronym: 'CR', summary: 'Registers births and deaths.' }),
  service('civil', 'birth-certificate', {
    name: 'Birth certificate',
    popularNames: ['cheti cha kuzaliwa', 'vitambulisho vya watoto'],
  }),
  charter('roads', {
    name: 'Road Transport Authority',
    summary: 'Licenses drivers and registers vehicles.',
    popularNames: ['Ƙasa hanya', 'Ẹ̀ka ọkọ̀'],
  }),
  service('roads', 'driving-licence', { name: 'Driving licence', topics: [] }),
  charter('integrity', {
    name: 'Integrity Commission',
    summary: 'Investigates corruption in public offices.',
    type: 'anti-corruption-body',
  }),
  charter('ombudsman', {
    name: 'The Ombudsman',
    summary: 'Takes complaints about any public office.',
    type: 'ombudsman',
  }),
  charter('foreign-borders', { name: 'Otherland Passport Bureau', jurisdiction: 'yy', popularNames: ['passport'] }),
];

/** Two made-up countries: a handful of agencies, an ombudsman and an anti-corruption body in the first. */
export function searchRegister(more: [CollectionName, string, string][] = []): Register {
  const entries: Record<string, unknown[]> = {
    portal: [],
    jurisdictions: [],
    charters: [],
    services: [],
    topics: [],
    guides: [],
    notices: [],
  };
  for (const [collection, file, text] of [...files, ...more]) {
    const { entry, problems } = readEntry(collection, file, text);
    if (!entry) throw new Error(problems.map(formatProblem).join('\n'));
    entries[collection]?.push(entry);
  }
  return buildRegister(entries as unknown as EntriesByCollection);
}

/** Many agencies that differ in one word, for questions of size. */
export function manyAgencies(count: number): [CollectionName, string, string][] {
  return Array.from({ length: count }, (_, index) =>
    charter(`body-${index}`, {
      name: `Board of matter${nameOf(index)}`,
      popularNames: [`certificate ${nameOf(index)}`, `licence ${nameOf(index + 7)}`],
    }),
  );
}

function nameOf(index: number): string {
  return [...String(index).padStart(4, '0')]
    .map((digit) => 'bdfghklmnp'.charAt(Number(digit)) + 'aeiouaeiou'.charAt((Number(digit) * 3 + index) % 10))
    .join('');
}

/** The vocabulary that is published. */
export function publishedVocabulary(): Vocabulary {
  const { value, problems } = parseVocabulary(
    readFileSync(new URL('../../content/search/vocabulary.yaml', import.meta.url), 'utf8'),
  );
  if (!value) throw new Error(problems.map(formatProblem).join('\n'));
  return value;
}
