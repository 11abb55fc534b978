import { isDeepStrictEqual } from 'node:util';
import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { matchInOrder } from './match-in-order.ts';
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

/**
 * Edits a YAML text through the library's document, so that comments go with what they stand at; lines that the edit
 * does not touch stay as they were. The text must be one that can be read.
 */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const document: Document = parseDocument(text);
  const before = written(document);
  edit(document);
  const after = written(document);
  if (after === before) return text;
  const merged = mergeLines(text, before, after);
  return holds(merged, document.toJS()) ? merged : after;
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
  const kept = map.items.filter(
    (pair) => Object.hasOwn(wanted, keyOf(pair)) || prune(toJs(document, pair.value)) === undefined,
  );
  const known = new Map(kept.map((pair) => [keyOf(pair), pair]));
  // New keys follow the one that they follow in what is wanted.
  const following = new Map<Pair | undefined, Pair[]>();
  let last: Pair | undefined;
  for (const [key, value] of Object.entries(wanted)) {
    const pair = known.get(key);
    if (pair) {
      pair.value = merged(document, pair.value as Node, value, key);
      last = pair;
    } else {
      const made = document.createPair(key, node(document, value, key));
      following.set(last, [...(following.get(last) ?? []), made]);
    }
  }
  map.items = [...(following.get(undefined) ?? []), ...kept.flatMap((pair) => [pair, ...(following.get(pair) ?? [])])];
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
  const pairs: (number | undefined)[] = new Array(wanted.length).fill(undefined);
  let [i, j] = [0, 0];
  for (const [first, second] of [
    ...matchInOrder(old.map(asKey), wanted.map(asKey)),
    [old.length, wanted.length] as const,
  ]) {
    // As many old as new in between means that they were changed in place; otherwise the extra ones are new or gone.
    while (i < first && j < second) pairs[j++] = i++;
    if (second < wanted.length) pairs[second] = first;
    [i, j] = [first + 1, second + 1];
  }
  return pairs;
}

/** A text that two values share when they say the same, in whatever order their fields stand. */
function asKey(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) =>
      isRecord(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
    ) ?? ''
  );
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
