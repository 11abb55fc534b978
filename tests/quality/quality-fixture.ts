import { allRules } from '../../src/quality/all-rules.ts';
import { gradeAgency, type Grade } from '../../src/quality/grade.ts';
import type { Gap } from '../../src/quality/rule.ts';
import { formatProblem } from '../../src/register/problem.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import { buildRegister, type EntriesByCollection, type Register } from '../../src/register/register.ts';
import type { CollectionName } from '../../src/schemas/collections.ts';
import type { RuleId } from '../../src/quality/rule-texts.ts';

export type Fields = Record<string, unknown>;

/**
 * What a test changes of a made-up country with one agency: fields of its charter, of its services, of the country, and
 * its prose.
 */
export interface Setup {
  charter?: Fields;
  services?: Fields[];
  country?: Fields;
  body?: string;
}

export const today = new Date('2026-06-15T12:00:00Z');
export const evidence = { sources: ['s1'], verification: 'official' };
export const dated = { ...evidence, asOf: '2026-01-10' };

/** The content files of the country; JSON is valid YAML, so fields are given as objects. */
export function files({
  charter = {},
  services = [{}],
  country = {},
  body = '',
}: Setup): [CollectionName, string, string][] {
  const board = {
    name: 'Water Board',
    type: 'commission',
    jurisdiction: 'xx',
    summary: 'A body made up for tests.',
    evidence,
    sources: [{ id: 's1', title: 'Test source', kind: 'official' }],
  };
  const land = {
    name: 'Testland',
    code: 'XX',
    languages: ['en'],
    currency: 'XTS',
    currencySymbol: 'X',
    timeZone: 'Africa/Nairobi',
    callingCode: '+999',
    summary: 'A country made up for tests.',
    calendar: { weekend: ['sunday'], rules: [] },
    oversightLadder: [],
    antiCorruption: [],
    sources: [{ id: 's1', title: 'Test source', kind: 'official' }],
  };
  return [
    [
      'portal',
      'content/portal/portal.yaml',
      'name: Test Portal\npublisher: The publisher\npublisherKind: demonstration\noperatorEmail: operator@portal.example\nsenderEmail: portal@portal.example\nabout: A portal for tests.',
    ],
    ['jurisdictions', 'content/jurisdictions/xx.yaml', JSON.stringify({ ...land, ...country })],
    ['charters', 'content/charters/water.mdx', `---\n${JSON.stringify({ ...board, ...charter })}\n---\n${body}`],
    [
      'charters',
      'content/charters/ombudsman.mdx',
      `---\n${JSON.stringify({ ...board, name: 'The Ombudsman' })}\n---\n`,
    ],
    ...services.map((fields, index): [CollectionName, string, string] => [
      'services',
      `content/services/water/service-${index + 1}.yaml`,
      JSON.stringify({
        name: `Service ${index + 1}`,
        fees: [{ kind: 'not-stated', evidence }],
        processingTimes: [{ kind: 'not-stated', evidence }],
        evidence,
        ...fields,
      }),
    ]),
  ];
}

export function registerOf(setup: Setup): Register {
  const entries: Record<string, unknown[]> = {
    portal: [],
    jurisdictions: [],
    charters: [],
    services: [],
    topics: [],
    guides: [],
    notices: [],
  };
  for (const [collection, file, text] of files(setup)) {
    const { entry, problems } = readEntry(collection, file, text);
    if (!entry) throw new Error(problems.map(formatProblem).join('\n'));
    entries[collection]?.push(entry);
  }
  return buildRegister(entries as unknown as EntriesByCollection);
}

/** Judges the Water Board of a setup. */
export function gradeOf(setup: Setup, day = today): Grade {
  const register = registerOf(setup);
  const agency = register.agencies.get('water');
  if (!agency) throw new Error('The fixture has no Water Board.');
  return gradeAgency(agency, register, day);
}

/** What one rule found: "2/3" for two of three passed, "0/0" where it does not apply. */
export function verdictOf(id: RuleId, setup: Setup): { share: string; gaps: Gap[]; waiting: number } {
  if (!allRules.some((rule) => rule.id === id)) throw new Error(`There is no rule "${id}".`);
  const result = gradeOf(setup).results.find((candidate) => candidate.rule.id === id);
  return result
    ? { share: `${result.passed}/${result.examined}`, gaps: result.gaps, waiting: result.waiting }
    : { share: '0/0', gaps: [], waiting: 0 };
}
