import { gzipSync } from 'node:zlib';
import { createSearch } from '../create-search.ts';
import { loadFromMemory } from '../load-files.ts';
import { quantile, type TestQuery } from './metrics.ts';

export interface SearchBytes {
  /** Bytes of each query as the first of a visit, without the script. */
  first: number[];
  /** Bytes of the query after it in the same visit. */
  following: number[];
}

/** Counts what searches fetch from an index, gzip, file by file. */
export async function measureBytes(
  files: Map<string, string>,
  queries: TestQuery[],
  countryOf: (query: TestQuery) => string | undefined,
): Promise<SearchBytes> {
  const sizes = new Map<string, number>();
  const sizeOf = (path: string): number => {
    const size = sizes.get(path) ?? gzipSync(files.get(path) ?? '').length;
    sizes.set(path, size);
    return size;
  };
  const load = loadFromMemory(files);
  const found: SearchBytes = { first: [], following: [] };
  for (const [index, query] of queries.entries()) {
    let bytes = 0;
    const search = createSearch({ load: (path) => ((bytes += sizeOf(path)), load(path)) });
    await search.query(query.q, { language: 'en', country: countryOf(query) });
    found.first.push(bytes);
    bytes = 0;
    const next = queries[(index + 1) % queries.length] ?? query;
    await search.query(next.q, { language: 'en', country: countryOf(next) });
    found.following.push(bytes);
  }
  return found;
}

/** Sizes in a few words: median, p95 and most. */
export function spread(values: number[]): string {
  return `median ${kilobytes(quantile(values, 0.5))}, p95 ${kilobytes(quantile(values, 0.95))}, most ${kilobytes(Math.max(...values))}`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
