import { checkReferences } from '../register/check-references.ts';
import type { ContentProblem } from '../register/problem.ts';
import type { Entry, LoadedEntries } from '../register/read-entry.ts';
import { plain } from './blocks.ts';
import type { RegisterKnowledge } from './recognise/recognition.ts';

/** What the register knows that helps to understand a document of this agency. */
export function registerKnowledge(entries: LoadedEntries, agencyId: string): RegisterKnowledge {
  const own = entries.charters.find(({ id }) => id === agencyId);
  return {
    countries: entries.jurisdictions.map(({ id, data }) => ({
      id,
      name: data.name,
      currency: data.currency,
      ...(data.callingCode ? { callingCode: data.callingCode } : {}),
    })),
    oversight: entries.charters
      .filter(({ data }) => data.type === 'ombudsman' || data.type === 'anti-corruption-body')
      .map(({ id, data }) => ({ id, jurisdiction: data.jurisdiction, names: [data.name, ...data.aliases] })),
    serviceIds: new Map(
      entries.services
        .filter(({ id }) => id.startsWith(`${agencyId}/`))
        .map(({ id, data }) => [plain(data.name), id.slice(agencyId.length + 1)]),
    ),
    ...(own ? { jurisdiction: own.data.jurisdiction } : {}),
  };
}

/**
 * Finds references that would lead nowhere once the drafts stand in the content, beyond those that lead nowhere
 * already.
 */
export function newReferenceProblems(entries: LoadedEntries, drafts: Entry[]): ContentProblem[] {
  const ids = new Set(drafts.map(({ collection, id }) => `${collection}/${id}`));
  const merged = { ...entries } as Record<string, Entry[]>;
  for (const collection of ['charters', 'services'] as const) {
    merged[collection] = [
      ...(entries[collection] as Entry[]).filter(({ id }) => !ids.has(`${collection}/${id}`)),
      ...drafts.filter((draft) => draft.collection === collection),
    ];
  }
  const key = ({ file, field, message }: ContentProblem): string => `${file}\n${field}\n${message}`;
  const before = new Set(checkReferences(entries).map(key));
  return checkReferences(merged as unknown as LoadedEntries).filter((problem) => !before.has(key(problem)));
}
