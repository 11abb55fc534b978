import { formatProblem, type ContentProblem } from '../../src/register/problem.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import { buildRegister, type EntriesByCollection, type Register } from '../../src/register/register.ts';
import type { CollectionName } from '../../src/schemas/collections.ts';

export type Fields = Record<string, unknown>;
export type ContentFile = [collection: CollectionName, file: string, text: string];

export const evidence = { sources: ['s1'], verification: 'official' };
const sources = [{ id: 's1', title: 'Test source', kind: 'official' }];

const portal: ContentFile = [
  'portal',
  'content/portal/portal.yaml',
  JSON.stringify({
    name: 'Test portal',
    publisher: 'The publisher',
    publisherKind: 'demonstration',
    operatorEmail: 'operator@portal.example',
    senderEmail: 'portal@portal.example',
    about: 'A portal made up for tests.',
  }),
];

/** Fields of a charter with what a test does not care about filled in; JSON is valid YAML. */
export function charter(id: string, fields: Fields = {}, body = ''): ContentFile {
  const data = {
    name: id,
    type: 'commission',
    jurisdiction: 'xx',
    summary: 'A body made up for tests.',
    evidence,
    sources,
    ...fields,
  };
  return ['charters', `content/charters/${id}.mdx`, `---\n${JSON.stringify(data)}\n---\n${body}`];
}

export function service(agency: string, id: string, fields: Fields = {}): ContentFile {
  const data = {
    name: id,
    fees: [{ kind: 'not-stated', evidence }],
    processingTimes: [{ kind: 'not-stated', evidence }],
    evidence,
    ...fields,
  };
  return ['services', `content/services/${agency}/${id}.yaml`, JSON.stringify(data)];
}

export function jurisdiction(id: string, fields: Fields = {}): ContentFile {
  const data = {
    name: 'Testland',
    code: id.slice(0, 2).toUpperCase(),
    languages: ['en'],
    currency: 'XTS',
    currencySymbol: 'X',
    timeZone: 'Africa/Nairobi',
    callingCode: '+999',
    summary: 'A country made up for tests.',
    calendar: { weekend: ['sunday'], rules: [] },
    oversightLadder: [],
    antiCorruption: [],
    sources,
    ...fields,
  };
  return ['jurisdictions', `content/jurisdictions/${id}.yaml`, JSON.stringify(data)];
}

export function contact(id: string, fields: Fields = {}): Fields {
  return { id, roles: ['complaint'], title: `Desk ${id}`, evidence, ...fields };
}

/** The complaints about one file. */
export function problemsOf([collection, file, text]: ContentFile): ContentProblem[] {
  return readEntry(collection, file, text).problems;
}

/** Makes a register of made-up files, read by the code that reads real ones; a portal is added. */
export function tinyRegister(...files: ContentFile[]): Register {
  const entries: Record<string, unknown[]> = {
    portal: [],
    jurisdictions: [],
    charters: [],
    services: [],
    topics: [],
    guides: [],
    notices: [],
    places: [],
  };
  for (const [collection, file, text] of [portal, ...files]) {
    const { entry, problems } = readEntry(collection, file, text);
    if (!entry) throw new Error(problems.map(formatProblem).join('\n'));
    entries[collection]?.push(entry);
  }
  return buildRegister(entries as unknown as EntriesByCollection);
}
