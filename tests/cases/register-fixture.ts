import { readEntry } from '../../src/register/read-entry.ts';
import { formatProblem } from '../../src/register/problem.ts';
import { buildRegister, type EntriesByCollection, type Register } from '../../src/register/register.ts';
import type { CollectionName } from '../../src/schemas/collections.ts';
import type { InformationLaw, RemedyKind } from '../../src/schemas/information-law.ts';

const evidence = 'evidence: { sources: [s1], verification: unverified }';
const charter = (name: string, contacts: string, more = ''): string => `---
name: ${name}
type: commission
jurisdiction: xx
summary: A body made up for tests.
${evidence}
sources: [{ id: s1, title: Test source, kind: unverified }]
${more}
contacts:
${contacts}
---
`;
const contact = (id: string, email: string | undefined, phone = ''): string => `  - id: ${id}
    roles: [complaint]
    title: Desk of ${id}
    emails: [${email ?? ''}]
    phones: [${phone ? `{ number: '${phone}' }` : ''}]
    ${evidence}`;

const files: [CollectionName, string, string][] = [
  [
    'portal',
    'content/portal/portal.yaml',
    'name: Test Portal\npublisher: The publisher\npublisherKind: demonstration\noperatorEmail: operator@portal.example\nsenderEmail: portal@portal.example\nabout: A portal for tests.',
  ],
  [
    'jurisdictions',
    'content/jurisdictions/xx.yaml',
    `name: Testland
code: XX
languages: [en]
currency: XTS
currencySymbol: X
timeZone: Africa/Nairobi
callingCode: '+999'
summary: A country made up for tests.
calendar: { weekend: [sunday], rules: [] }
oversightLadder: [{ agency: ombudsman, matter: Bad administration }]
antiCorruption: []
sources: [{ id: s1, title: Test source, kind: unverified }]`,
  ],
  ['charters', 'content/charters/water.mdx', charter('Water Board', contact('water-desk', 'complaints@water.example'))],
  ['charters', 'content/charters/roads.mdx', charter('Roads Board', contact('roads-desk', undefined, '0700 000 001'))],
  [
    'charters',
    'content/charters/maji.mdx',
    charter('Bodi ya Maji', contact('dawati', 'malalamiko@maji.example'), 'language: sw'),
  ],
  [
    'charters',
    'content/charters/ombudsman.mdx',
    charter('The Ombudsman', contact('ombudsman-desk', 'help@ombudsman.example')),
  ],
  [
    'services',
    'content/services/water/new-connection.yaml',
    `name: New connection\nfees: [{ kind: not-stated, ${evidence} }]\nprocessingTimes: [{ kind: not-stated, ${evidence} }]\n${evidence}`,
  ],
];

/**
 * A small made-up country: one agency with e-mail, one without, one writing Kiswahili, an ombudsman above them.
 */
export function testRegister(change: (register: Register) => void = () => undefined): Register {
  const entries: Record<string, unknown[]> = {
    portal: [],
    jurisdictions: [],
    charters: [],
    services: [],
    topics: [],
    guides: [],
    notices: [],
  };
  for (const [collection, file, text] of files) {
    const { entry, problems } = readEntry(collection, file, text);
    if (!entry) throw new Error(problems.map(formatProblem).join('\n'));
    entries[collection]?.push(entry);
  }
  const register = buildRegister(entries as unknown as EntriesByCollection);
  change(register);
  return register;
}

/** Where the rules of the made-up law come from. */
const sourced = { evidence: { sources: ['s1'], verification: 'unverified' as const }, wordingRead: true };

/** What the made-up law may know besides; a test gives it what it is about. */
export const lawRules = {
  urgent: { limit: { max: 48, unit: 'hours' }, section: '9(2)', ...sourced },
  extension: {
    limit: { max: 14, unit: 'days' },
    section: '9(3)',
    grounds: ['A large amount of information', 'Necessary consultations'],
    ...sourced,
  },
  transfer: {
    limit: { max: 5, unit: 'days' },
    tellWithin: { max: 7, unit: 'days' },
    restartsClock: true,
    section: '10',
    ...sourced,
  },
  deposit: { section: '23(6)', says: 'A deposit may be asked for.', stopsClock: true, ...sourced },
  copyRates: [{ what: 'A page', amount: 10, evidence: sourced.evidence }],
} satisfies Partial<InformationLaw>;

/** The one door that such a law may open: a court, the head of the same body, or a body that reviews refusals. */
export function lawDoor(kind: RemedyKind, agency?: string): InformationLaw['remedies'][number] {
  return {
    kind,
    forum: { court: 'The High Court', 'internal-review': 'The head of the body', commission: 'Review forum' }[kind],
    section: '14',
    limit: { max: 30, unit: 'days' },
    runsFrom: ['refusal', 'silence'],
    after: [],
    extendable: false,
    mustSay: [],
    ...(agency ? { agency } : {}),
    ...sourced,
  };
}

/** The made-up country a law under which an office has 21 days to answer, and a body that reviews refusals. */
export function giveInformationLaw(
  { jurisdictions }: Register,
  reviewer?: string,
  rules: Partial<InformationLaw> = {},
): void {
  const informationLaw = {
    name: 'Information Act',
    answer: { limit: { max: 21, unit: 'days' }, section: '9(1)', ...sourced },
    fee: { text: 'Copies cost what they cost to make.', evidence: sourced.evidence },
    exemptions: [
      { section: '6(1)(d)', says: 'What would invade somebody’s privacy.', publicInterest: true, ...sourced },
      { section: '6(1)(e)', says: 'Trade secrets of others.', ...sourced },
    ],
    otherSections: [
      { section: '6(4)', says: 'What the public needs to know comes first.', about: 'public-interest', ...sourced },
    ],
    copyRates: [],
    remedies: [lawDoor('commission', reviewer)],
    ...rules,
  };
  Object.assign(jurisdictions.get('xx')?.data ?? {}, { informationLaw });
}
