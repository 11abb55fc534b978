import { isDeepStrictEqual } from 'node:util';
import type { History, HistoryEntry } from './change.ts';

/** The source that stands for the changes of all agencies; see `register/track.ts`. */
const ALL = 'history';
/** The source for whether there is a record. */
const RECORD = 'history#record';
/** The source for since when there is one. */
const SINCE = 'history#since';

/** A history that tells what of it is read: the changes of one agency, or all. */
export function trackHistory(history: History, note: (source: string) => void): History {
  if (history.state === 'unavailable') {
    const { reason } = history;
    return {
      get state(): 'unavailable' {
        note(RECORD);
        return 'unavailable';
      },
      reason,
    };
  }
  const byAgency = entriesByAgency(history);
  const { since } = history;
  return {
    get state(): 'available' {
      note(RECORD);
      return 'available';
    },
    get since() {
      note(SINCE);
      return since;
    },
    get entries() {
      note(ALL);
      return history.entries;
    },
    of(agency) {
      note(`${ALL}/${agency}`);
      return byAgency.get(agency) ?? [];
    },
  };
}

/** The sources of a history that tell of something else in another. */
export function changedHistory(before: History, after: History): Set<string> {
  const since = (history: History): unknown => (history.state === 'available' ? history.since : undefined);
  const [old, now] = [entriesByAgency(before), entriesByAgency(after)];
  const agencies = [...new Set([...old.keys(), ...now.keys()])].filter(
    (agency) => !isDeepStrictEqual(old.get(agency), now.get(agency)),
  );
  return new Set([
    ...(before.state === after.state ? [] : [RECORD]),
    ...(since(before) === since(after) ? [] : [SINCE]),
    ...(agencies.length > 0 ? [ALL] : []),
    ...agencies.map((agency) => `${ALL}/${agency}`),
  ]);
}

function entriesByAgency(history: History): Map<string, HistoryEntry[]> {
  return history.state === 'unavailable' ? new Map() : Map.groupBy(history.entries, ({ agency }) => agency);
}
