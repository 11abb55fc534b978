import { ownContentPlace } from '../lib/content-place.ts';
import type { History } from './change.ts';
import { readHistory } from './read-history.ts';

let reading: Promise<History> | undefined;

/** The history of the content that is being built. It is read once for a build and never kept for the next. */
export function getHistory(): Promise<History> {
  // In development content is committed under a running server, so nothing is kept.
  if (import.meta.env.DEV) return read();
  reading ??= read();
  return reading;
}

async function read(): Promise<History> {
  const history = await readHistory(process.env.OPENCHARTER_CONTENT_DIR ?? ownContentPlace().contentDir);
  if (history.state === 'unavailable') console.warn(`Charter history is not available: ${history.reason}.`);
  return history;
}
