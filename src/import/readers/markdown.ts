import type { Html, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ReadDocument } from '../blocks.ts';
import { readHtml } from './html.ts';

/*
 * Markdown is turned into HTML, raw HTML included, and read like any HTML page. A comment before each part tells
 * the reader on which line of the Markdown it stands.
 */

/** Reads Markdown, with tables in Markdown, in HTML, or with cells set apart by tabs. */
export function readMarkdown(text: string): ReadDocument {
  const processor = unified().use(remarkParse).use(remarkGfm);
  const { markdown, lineOf } = tabTables(text);
  const tree = processor.parse(markdown);
  const marked: Root = {
    type: 'root',
    children: tree.children.flatMap((node) => [
      { type: 'html', value: `<!--line ${lineOf(node.position?.start.line ?? 1)}-->` } satisfies Html,
      node,
    ]),
  };
  const html = unified()
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true });
  return readHtml(html.stringify(html.runSync(marked)), 'comments');
}

/**
 * Rewrites runs of lines with tabs as HTML tables. `lineOf` gives the line of the original for a line of the result.
 */
function tabTables(text: string): { markdown: string; lineOf: (line: number) => number } {
  const lines = text.split(/\r\n|\r|\n/);
  const written: string[] = [];
  const origins: number[] = [];
  const write = (line: string, origin: number): void => {
    written.push(line);
    origins.push(origin);
  };
  for (let index = 0; index < lines.length; index++) {
    const end = endOfRun(lines, index);
    if (end === index) {
      write(lines[index] ?? '', index + 1);
      continue;
    }
    const rows = lines
      .slice(index, end)
      .map((line, offset) => (/^[-:|\s]+$/.test(line) ? '' : row(line, index + offset + 1)));
    write('', index + 1);
    write(`<table>${rows.join('')}</table>`, index + 1);
    write('', index + 1);
    index = end - 1;
  }
  return { markdown: written.join('\n'), lineOf: (line) => origins[line - 1] ?? line };
}

function endOfRun(lines: string[], start: number): number {
  if (!/^[^\s][^\t]*\t/.test(lines[start] ?? '')) return start;
  let end = start;
  while (lines[end]?.includes('\t')) end += 1;
  return end;
}

function row(line: string, number: number): string {
  const cells = line.split('\t').map((cell) => `<td>${cell}</td>`);
  return `<!--line ${number}--><tr>${cells.join('')}</tr>`;
}
