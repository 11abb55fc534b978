import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { mergeLines } from './merge-lines.ts';
import { prune } from './prune.ts';

/**
 * Writes changed values into a YAML text so that only what changed differs: comments, order, quoting, line breaks
 * inside texts and one-line groups elsewhere stay as they were. Gives the text unchanged when the values say the same.
 */
export function mergeYaml(text: string, data: Record<string, unknown>): string {
  const wanted = (prune(data) ?? {}) as Record<string, unknown>;
  if (text.trim() === '') return written(styled(wanted));
  const document: Document = parseDocument(text);
  if (isDeepStrictEqual(prune(document.toJS()), prune(wanted))) return text;
  // The library writes the whole document in its own layout. Comparing two such writings, before and after
  // the change, tells which lines the change is in; only those are then carried over into the text itself.
  const before = written(document);
  if (!isMap(document.contents)) return written(styled(wanted));
  mergeMap(document, document.contents, wanted);
  const after = written(document);
  const merged = mergeLines(text, before, after);
  return [merged, after].find((candidate) => holds(candidate, wanted)) ?? document.toString(STYLE);
}

const STYLE = { lineWidth: 0, flowCollectionPadding: true, defaultStringType: 'PLAIN', singleQuote: null } as const;

/** House style has spaces inside { } but not inside [ ]; the library knows one setting for both. */
function written(document: Document): string {
  return document.toString(STYLE).replace(/\[ ([^[\]{}"'#]*) \]/g, '[$1]');
}

function holds(text: string, wanted: unknown): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && isDeepStrictEqual(prune(document.toJS()), prune(wanted));
}

function mergeMap(document: Document, map: YAMLMap, wanted: Record<string, unknown>): void {
  // A key without a value that was there before, such as an empty list, is left alone: it says the same.
  map.items = map.items.filter((pair) => keyOf(pair) in wanted || prune(toJs(document, pair.value)) === undefined);
  let last = -1;
  for (const [key, value] of Object.entries(wanted)) {
    const at = map.items.findIndex((pair) => keyOf(pair) === key);
    if (at === -1) {
      last += 1;
      map.items.splice(last, 0, document.createPair(key, node(document, value, key)) as Pair<Node, Node>);
    } else {
      const pair = map.items[at] as Pair;
      pair.value = merged(document, pair.value as Node, value, key);
      last = at;
    }
  }
}

function mergeList(document: Document, list: YAMLSeq, wanted: unknown[], key: string): void {
  const old = list.items as Node[];
  const values = old.map((item) => prune(toJs(document, item)));
  const pairs = align(values, wanted);
  list.items = wanted.map((value, index) => {
    const partner = pairs[index];
    return partner === undefined ? node(document, value, key) : merged(document, old[partner], value, key);
  });
}

function merged(document: Document, old: Node | null | undefined, value: unknown, key: string): Node {
  if (old && isDeepStrictEqual(prune(toJs(document, old)), value)) return old;
  if (isMap(old) && isRecord(value)) {
    mergeMap(document, old, value);
    return old;
  }
  if (isSeq(old) && Array.isArray(value)) {
    mergeList(document, old, value, key);
    return old;
  }
  const fresh = node(document, value, key);
  if (isScalar(old) && isScalar(fresh)) keepStyle(old, fresh);
  return fresh;
}

/** Pairs each wanted item with an old one: first the equal ones in order, then, between those, position by position. */
function align(old: unknown[], wanted: unknown[]): (number | undefined)[] {
  const equal = (i: number, j: number): boolean => isDeepStrictEqual(old[i], wanted[j]);
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(wanted.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      (common[i] as number[])[j] = equal(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (number | undefined)[] = new Array(wanted.length).fill(undefined);
  let gap: { old: number[]; wanted: number[] } = { old: [], wanted: [] };
  const closeGap = (): void => {
    // As many old as new in between means that they were changed in place; otherwise the extra ones are new or gone.
    gap.wanted.forEach((j, index) => (pairs[j] = gap.old[index]));
    gap = { old: [], wanted: [] };
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < wanted.length) {
    if (i < old.length && j < wanted.length && equal(i, j)) {
      closeGap();
      pairs[j++] = i++;
    } else if (j >= wanted.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) gap.old.push(i++);
    else gap.wanted.push(j++);
  }
  closeGap();
  return pairs;
}

function keepStyle(old: Scalar, fresh: Scalar): void {
  if (typeof old.value === 'string' && typeof fresh.value === 'string' && old.type) fresh.type = old.type;
  fresh.comment = old.comment;
  fresh.commentBefore = old.commentBefore;
  fresh.spaceBefore = old.spaceBefore;
}

function node(document: Document, value: unknown, key: string): Node {
  return styleNode(document.createNode(value), key);
}

function styled(value: unknown): Document {
  const document = parseDocument('');
  document.contents = styleNode(document.createNode(value), '') as typeof document.contents;
  return document;
}

/** The house style of new parts: evidence and lists of ids stand on one line. */
function styleNode<N>(made: N, key: string): N {
  if (isMap(made)) {
    if (key === 'evidence') made.flow = true;
    for (const pair of made.items) styleNode(pair.value, keyOf(pair));
  } else if (isSeq(made)) {
    for (const item of made.items) styleNode(item, key);
    if (key === 'sources' && made.items.every(isScalar)) made.flow = true;
  }
  return made;
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function toJs(document: Document, value: unknown): unknown {
  return value && typeof value === 'object' && 'toJS' in value ? (value as Node).toJS(document) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
