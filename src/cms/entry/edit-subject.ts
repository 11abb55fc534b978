import { isDeepStrictEqual } from 'node:util';
import { parseSourceFile } from '../../register/source-file.ts';

/** The subject of a commit for people who read the history: which entry, and which of its fields changed. */
export function editSubject(path: string, before: string | undefined, after: string | undefined): string {
  const id = path.replace(/^content\/(?:charters|services|notices)\//, '').replace(/\.(?:mdx|yaml)$/, '');
  if (after === undefined) return `Remove ${id}`;
  if (before === undefined) return `Add ${id}`;
  const extension = path.endsWith('.mdx') ? 'mdx' : 'yaml';
  const old = parseSourceFile(path, before, extension).source;
  const now = parseSourceFile(path, after, extension).source;
  const was = (old?.data ?? {}) as Record<string, unknown>;
  const is = (now?.data ?? {}) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => !isDeepStrictEqual(was[field], is[field]),
  );
  if (old?.body !== now?.body) fields.push('text');
  return fields.length > 0
    ? `Change ${fields.slice(0, 4).join(', ')}${fields.length > 4 ? ' and more' : ''} of ${id}`
    : `Touch ${id}`;
}
