import { plainText, changeSentence } from '../../src/history/sentences.ts';
import type { History, HistoryEntry } from '../../src/history/change.ts';
import { readHistory } from '../../src/history/read-history.ts';
import type { Language } from '../../src/lib/locales.ts';
import type { ContentRepo } from './content-repo.ts';

/** The entries of a repository; fails where there is no history. */
export async function entriesOf(repo: Pick<ContentRepo, 'contentDir'>, limit?: number): Promise<HistoryEntry[]> {
  return (await availableHistory(repo, limit)).entries;
}

export async function availableHistory(
  { contentDir }: Pick<ContentRepo, 'contentDir'>,
  limit?: number,
): Promise<Extract<History, { state: 'available' }>> {
  const history = await readHistory(contentDir, limit === undefined ? undefined : { least: limit, most: limit });
  if (history.state === 'unavailable') throw new Error(history.reason);
  return history;
}

/** Says entries as a reader sees them: "agency/service: sentence", newest first. */
export function told(entries: HistoryEntry[], language: Language = 'en'): string[] {
  const context = { language, original: 'en' };
  return entries.flatMap((entry) => [
    ...entry.charter.map((change) => `${entry.agency}: ${plainText(changeSentence(change, context))}`),
    ...entry.services.flatMap(({ service, changes }) =>
      changes.map((change) => `${entry.agency}/${service.id}: ${plainText(changeSentence(change, context))}`),
    ),
  ]);
}

/** One item of a list; fails where there is none. */
export function nth<T>(list: T[], index: number): T {
  const item = list.at(index);
  if (item === undefined) throw new Error(`There is no item ${index} in a list of ${list.length}.`);
  return item;
}
