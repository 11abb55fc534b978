import type { History } from './change.ts';

/**
 * When each agency and each service last changed (ISO 8601, UTC), and when anything did; nothing where there is
 * no record.
 */
export function lastChanges(history: History): { newest?: string; of: Map<string, string> } {
  const of = new Map<string, string>();
  const note = (key: string, at: string): void => {
    if ((of.get(key) ?? '') < at) of.set(key, at);
  };
  for (const { agency, at, services } of history.state === 'unavailable' ? [] : history.entries) {
    note(agency, at);
    for (const { service } of services) note(`${agency}/${service.id}`, at);
  }
  const newest = [...of.values()].sort().at(-1);
  return { ...(newest ? { newest } : {}), of };
}
