import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPair, isScalar, isSeq, parseDocument, visit, type Scalar } from 'yaml';
import { collections, type CollectionName } from '../../schemas/collections.ts';
import type { ReferenceKind } from '../../schemas/field.ts';
import { walkFields } from '../../schemas/walk.ts';

/** A value of a content file with its place in the text, so that it can be replaced and all else stays as written. */
export interface Spot {
  /** Where it stands in the data, for example fees.0.amount. */
  path: string;
  value: string | number;
  start: number;
  end: number;
  /** What follows directly, where the value ends with its line (folded and literal texts do). */
  tail: '' | '\n';
  refersTo?: ReferenceKind;
}

/** A content file that others are made from. */
export interface Pattern {
  collection: CollectionName | 'search';
  /** Path inside the collection's folder without the ending. */
  id: string;
  /** Ending of the file, without the dot. */
  format: 'yaml' | 'mdx';
  text: string;
  data: Record<string, unknown>;
  spots: Spot[];
}

/** Reads every file of a content folder as a pattern, in the order of their paths. The content must be valid. */
export async function readPatterns(contentDir: string): Promise<Pattern[]> {
  const folders = [
    ...Object.entries(collections).map(([name, { folder }]) => ({ name: name as CollectionName, folder })),
    { name: 'search' as const, folder: 'search' },
  ];
  const found = await Promise.all(
    folders.map(async ({ name, folder }) => {
      const files = (await readdir(join(contentDir, folder), { recursive: true }).catch(() => []))
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => /\.(?:yaml|mdx)$/.test(file))
        .sort();
      return Promise.all(
        files.map(async (file) => toPattern(name, file, await readFile(join(contentDir, folder, file), 'utf8'))),
      );
    }),
  );
  return found.flat();
}

/**
 * A content file taken apart, when its values are first asked for: of few bodies only few files are. `file`: its path
 * inside the collection's folder.
 */
export function toPattern(collection: Pattern['collection'], file: string, text: string): Pattern {
  let parsed: Pick<Pattern, 'data' | 'spots'> | undefined;
  const format = file.endsWith('.mdx') ? 'mdx' : 'yaml';
  const parts = (): Pick<Pattern, 'data' | 'spots'> => (parsed ??= takeApart(collection, format, text));
  return {
    collection,
    id: file.replace(/\.(?:yaml|mdx)$/, ''),
    format,
    text,
    get data() {
      return parts().data;
    },
    get spots() {
      return parts().spots;
    },
  };
}

function takeApart(
  collection: Pattern['collection'],
  format: Pattern['format'],
  text: string,
): Pick<Pattern, 'data' | 'spots'> {
  const yaml = format === 'mdx' ? (/^---\r?\n([\s\S]*?\r?\n)---/.exec(text)?.[1] ?? '') : text;
  const offset = text.indexOf(yaml);
  const document = parseDocument(yaml);
  const data = document.toJS() as Record<string, unknown>;
  const references = collection === 'search' ? new Map<string, ReferenceKind>() : referencesOf(collection, data);
  const spots: Spot[] = [];
  visit(document, {
    Scalar(key, node, above) {
      if (key === 'key' || !node.range) return;
      if (typeof node.value !== 'string' && typeof node.value !== 'number') return;
      const path = pathOf(node, above);
      const refersTo = references.get(path);
      const endsWithLine = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
      spots.push({
        path,
        value: node.value,
        start: offset + node.range[0],
        end: offset + node.range[1],
        tail: endsWithLine ? '\n' : '',
        ...(refersTo ? { refersTo } : {}),
      });
    },
  });
  return { data, spots };
}

function pathOf(node: Scalar, above: readonly unknown[]): string {
  const keys: string[] = [];
  let child: unknown = node;
  for (const parent of [...above].reverse()) {
    if (isPair(parent)) keys.unshift(isScalar(parent.key) ? String(parent.key.value) : '');
    else if (isSeq(parent)) keys.unshift(String(parent.items.indexOf(child)));
    child = parent;
  }
  return keys.join('.');
}

function referencesOf(collection: CollectionName, data: unknown): Map<string, ReferenceKind> {
  const references = new Map<string, ReferenceKind>();
  walkFields(collections[collection].schema, data, (value, path, meta) => {
    if (meta.refersTo && typeof value === 'string') references.set(path.join('.'), meta.refersTo);
  });
  return references;
}
