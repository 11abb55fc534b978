import { nearest } from '../lib/edit-distance.ts';
import type { ReferenceKind } from '../schemas/field.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import type { FieldPath } from '../schemas/walk.ts';
import { checkCommonProblems } from './check-common-problems.ts';
import { checkDuties } from './check-duties.ts';
import { checkEmergencies } from './check-emergencies.ts';
import { checkFinders } from './check-finder.ts';
import { checkPlaces } from './check-places.ts';
import { checkStubs } from './check-stubs.ts';
import { checkSuccessors } from './check-successors.ts';
import type { ContentProblem } from './problem.ts';
import { problemAt } from './problem-at.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';
import { livePartsOf, referencesOf } from './references.ts';

/** Finds references that lead nowhere: an agency, service, source, contact or topic that does not exist. */
export function checkReferences(entries: LoadedEntries): ContentProblem[] {
  const known = knownIds(entries);
  const charters = new Map(entries.charters.map((charter) => [charter.id, charter]));
  const problems: ContentProblem[] = [];
  for (const name of Object.keys(collections) as CollectionName[]) {
    for (const entry of entries[name] as Entry[]) {
      problems.push(...checkEntry(entry, known, charters));
    }
  }
  return [
    ...problems,
    ...checkSuccessors(entries),
    ...checkTopicLoops(entries),
    ...checkFinders(entries),
    ...checkCommonProblems(entries),
    ...checkEmergencies(entries),
    ...checkPlaces(entries),
    ...checkStubs(entries),
    ...checkDuties(entries),
  ];
}

type KnownIds = Record<Exclude<ReferenceKind, 'source' | 'contact'>, Set<string>>;

function knownIds(entries: LoadedEntries): KnownIds {
  const ids = (name: CollectionName): Set<string> => new Set((entries[name] as Entry[]).map((entry) => entry.id));
  return {
    agency: ids('charters'),
    service: ids('services'),
    jurisdiction: ids('jurisdictions'),
    topic: ids('topics'),
  };
}

function checkEntry(entry: Entry, known: KnownIds, charters: Map<string, Entry<'charters'>>): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report = (path: FieldPath, message: string, remedy: string): void => {
    problems.push(problemAt(entry, path, message, remedy));
  };
  const owner = owningCharter(entry, charters);
  if ((entry.collection === 'services' || entry.collection === 'notices') && !owner) {
    const id = entry.collection === 'notices' ? (entry as Entry<'notices'>).data.agency : entry.id.split('/')[0];
    report(
      entry.collection === 'notices' ? ['agency'] : [],
      `There is no charter content/charters/${id}.mdx.`,
      'Add the charter first, or move the file to the right agency’s folder.',
    );
    return problems;
  }
  const sources = new Set(ownSources(entry, owner));
  const contacts = new Set(owner?.data.contacts.map((contact) => contact.id));
  for (const { kind, id, path } of referencesOf(entry)) {
    const ids = kind === 'source' ? sources : kind === 'contact' ? contacts : known[kind];
    if (ids.has(id)) continue;
    const guess = nearest(id, ids);
    report(path, `There is no ${kind} "${id}".`, guess ? `Did you mean "${guess}"?` : remedyFor(kind));
  }
  problems.push(...checkProse(entry, known));
  for (const [list, path] of idLists(entry)) {
    for (const id of duplicates(list))
      report(path, `The id "${id}" is used twice.`, 'Give each item an id of its own.');
  }
  return problems;
}

/** Components in prose that show live figures name a service or an agency, like a field that refers to one. */
function checkProse(entry: Entry, known: KnownIds): ContentProblem[] {
  const { file } = entry;
  return livePartsOf(entry).flatMap(({ name, service, agency, line }) =>
    (['service', 'agency'] as const).flatMap((kind) => {
      const id = { service, agency }[kind];
      if (id === undefined || known[kind].has(id)) return [];
      const guess = nearest(id, known[kind]);
      return [
        {
          file,
          line,
          field: 'body',
          message: `<${name}> shows the ${kind} "${id}", and there is none.`,
          remedy: guess ? `Did you mean "${guess}"?` : remedyFor(kind),
        },
      ];
    }),
  );
}

/** Topics form a tree: going up from any of them must come to an end. */
function checkTopicLoops({ topics }: LoadedEntries): ContentProblem[] {
  const parents = new Map(topics.map((topic) => [topic.id, topic.data.parent]));
  return topics.flatMap((topic) => {
    const above: string[] = [];
    let next = topic.data.parent;
    while (next !== undefined && next !== topic.id && !above.includes(next)) {
      above.push(next);
      next = parents.get(next);
    }
    if (next !== topic.id) return [];
    const way = [topic.id, ...above, topic.id].join(' → ');
    return [
      problemAt(
        topic,
        ['parent'],
        `The topic is part of itself: ${way}.`,
        'Remove "parent" from the topic that should stand at the top.',
      ),
    ];
  });
}

function owningCharter(entry: Entry, charters: Map<string, Entry<'charters'>>): Entry<'charters'> | undefined {
  const id =
    entry.collection === 'charters'
      ? entry.id
      : entry.collection === 'services'
        ? entry.id.split('/')[0]
        : entry.collection === 'notices'
          ? (entry as Entry<'notices'>).data.agency
          : undefined;
  return id === undefined ? undefined : charters.get(id);
}

function ownSources(entry: Entry, owner: Entry<'charters'> | undefined): string[] {
  const list = owner?.data.sources ?? (entry.data as { sources?: { id: string }[] }).sources ?? [];
  return list.map((source) => source.id);
}

function idLists(entry: Entry): [string[], FieldPath][] {
  const data = entry.data as { sources?: { id: string }[]; contacts?: { id: string }[] };
  return [
    [data.sources?.map((item) => item.id) ?? [], ['sources']],
    [data.contacts?.map((item) => item.id) ?? [], ['contacts']],
  ];
}

function duplicates(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function remedyFor(kind: ReferenceKind): string {
  if (kind === 'source')
    return 'Add the source to the list "sources" of the agency’s charter, or use one of the ids there.';
  if (kind === 'contact') return 'Add the contact to the list "contacts" of the charter, or use one of the ids there.';
  return `Add the ${kind}, or correct the id.`;
}
