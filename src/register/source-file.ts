import { isMap, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { Explanation } from './explain-issue.ts';
import { explainYamlError } from './explain-yaml.ts';
import type { ContentProblem } from './problem.ts';

/** A content file taken apart: its data, where each field stands, and its body. */
export interface SourceFile {
  data: unknown;
  /** Text after the front matter; empty for data files. */
  body: string;
  /** Line of the file on which the body starts, counted from 1. */
  bodyLine: number;
  /** The line of a field, or of the nearest group that contains it. */
  lineOf(path: PropertyKey[]): number | undefined;
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;
/** Some editors on Windows begin a file with this mark; it is no part of the text. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Parses a YAML data file or an MDX file with YAML front matter. Problems of the syntax come back as problems, never as
 * exceptions.
 */
export function parseSourceFile(
  file: string,
  text: string,
  format: 'yaml' | 'mdx',
): { source?: SourceFile; problems: ContentProblem[] } {
  const content = text.replace(BYTE_ORDER_MARK, '');
  if (format === 'yaml') return parseYaml(file, content, 0, '', 1);
  const match = FRONT_MATTER.exec(content);
  if (!match) return { problems: [{ file, line: 1, ...frontMatterProblem(content) }] };
  const lines = match[0].split('\n').length;
  return parseYaml(file, match[1] ?? '', 1, content.slice(match[0].length), lines);
}

function frontMatterProblem(content: string): Explanation {
  return /^---[ \t]*\r?\n/.test(content)
    ? { message: 'The front matter that begins here has no end.', remedy: 'Add a line "---" after the last field.' }
    : {
        message: 'The file does not start with front matter.',
        remedy: 'Begin the file with a line "---", the fields, and a closing line "---".',
      };
}

function parseYaml(file: string, yaml: string, lineOffset: number, body: string, bodyLine: number) {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, version: '1.2', merge: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset;
  // A warning is a value that would silently be read as another than was written.
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    return {
      problems: errors.map((error): ContentProblem => ({
        file,
        line: lineAt(error.pos[0]),
        ...explainYamlError(error),
      })),
    };
  }
  const alias = firstAlias(document);
  if (alias) return { problems: [aliasProblem(file, lineAt(alias.offset), alias.name)] };
  const source: SourceFile = {
    data: document.toJS({ maxAliasCount: 0 }),
    body,
    bodyLine,
    lineOf: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? undefined : lineAt(offset);
    },
  };
  return { source, problems: [] };
}

function firstAlias(document: Document): { name: string; offset: number } | undefined {
  let found: { name: string; offset: number } | undefined;
  visit(document, {
    Alias(_, node) {
      found = { name: node.source, offset: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

/**
 * Aliases are refused because a small file with them can expand to a huge one. Most are no aliases at all but dialling
 * codes.
 */
function aliasProblem(file: string, line: number, name: string): ContentProblem {
  return {
    file,
    line,
    message: `YAML reads *${name} as a reference to another part of the file.`,
    remedy: `Put it in quotes: "*${name}". A real reference is not allowed: write the value out where it is needed.`,
  };
}

function offsetOf(document: Document, path: PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0];
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!node) break;
      offset = (node as Node).range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
