import { LineCounter, parseDocument, isMap, isSeq, type Document, type Node } from 'yaml';
import type { ContentProblem } from './problem.ts';

/** A content file taken apart: its data, where each field stands, and its body. */
export interface SourceFile {
  data: unknown;
  /** Text after the front matter; empty for data files. */
  body: string;
  /** Line of the file on which the body starts, counted from 1. */
  bodyLine: number;
  /** Gives the line of a field, or of the nearest group that contains it. */
  lineOf(path: PropertyKey[]): number | undefined;
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Parses a YAML data file or an MDX file with YAML front matter. Problems of the syntax come back as problems, never as exceptions. */
export function parseSourceFile(file: string, text: string, format: 'yaml' | 'mdx'): { source?: SourceFile; problems: ContentProblem[] } {
  if (format === 'yaml') return parseYaml(file, text, 0, '', 1);
  const match = FRONT_MATTER.exec(text.replace(/^﻿/, ''));
  if (!match) {
    return {
      problems: [
        { file, line: 1, message: 'The file does not start with front matter.', remedy: 'Begin the file with a line "---", the fields, and a closing line "---".' },
      ],
    };
  }
  const lines = match[0].split('\n').length;
  return parseYaml(file, match[1] ?? '', 1, text.slice(match[0].length), lines);
}

function parseYaml(file: string, yaml: string, lineOffset: number, body: string, bodyLine: number) {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, version: '1.2', merge: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset;
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error): ContentProblem => ({
        file,
        line: lineAt(error.pos[0]),
        message: `This is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}.`,
        remedy: 'Check the indentation and put texts with a colon, a # or quotes into double quotes.',
      })),
    };
  }
  const source: SourceFile = {
    // Aliases are refused (0) because a small file could expand to a huge one.
    data: safeToJs(document),
    body,
    bodyLine,
    lineOf: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? undefined : lineAt(offset);
    },
  };
  return { source, problems: [] };
}

function safeToJs(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
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
