import type { Comment, Element, Nodes, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import {
  DROPPED,
  SILENT,
  TEXT_BLOCKS,
  elements,
  holdsBlock,
  isBlock,
  isStrong,
  showAddresses,
} from './html-elements.ts';
import { sayLeftOut, settleMarks } from './marks.ts';
import { isLayout, rowsOf, setApart } from './nested-tables.ts';
import { resolveSpans, type SpanningRow } from './table-grid.ts';
import { linesOf, oneLine, withoutBullet, type Block, type Item, type ReadDocument, type Row } from '../blocks.ts';

/**
 * How places are told: by line of the file, by line written in comments (see markdown.ts), by counting paragraphs, or
 * as the elements tell it.
 */
export type Places = 'lines' | 'comments' | 'paragraphs' | 'told';

/**
 * Reads HTML into blocks. Scripts, styles, pictures and what is struck through or hidden are left out and counted;
 * nothing is loaded or run.
 */
export function readHtml(html: string, places: Places = 'lines'): ReadDocument {
  return readTree(unified().use(rehypeParse).parse(html), places);
}

/** Reads a tree of HTML into blocks, as `readHtml` does. */
export function readTree(tree: Root, places: Places): ReadDocument {
  const { leftOut, notFollowed } = settleMarks(tree);
  const walk = new Walk(places);
  walk.container(tree);
  const [selector] = notFollowed;
  return {
    blocks: walk.blocks,
    leftOut: [
      ...[...walk.dropped].map(([what, count]) => `${count} ${what}${count === 1 ? ' was' : 's were'} left out.`),
      ...sayLeftOut(leftOut, places === 'lines'),
    ],
    remarks: selector
      ? [
          {
            place: 'style sheet',
            text: `The page strikes through, hides or raises words by rules that the import does not follow, such as "${selector}".`,
          },
        ]
      : [],
  };
}

class Walk {
  readonly blocks: Block[] = [];
  readonly dropped = new Map<string, number>();
  private readonly places: Places;
  private line = 1;
  private paragraphs = 0;
  private tables = 0;

  constructor(places: Places) {
    this.places = places;
  }

  /** Goes through a container; text that stands loose in it becomes paragraphs. */
  container(node: Root | Element): void {
    let loose: RootContent[] = [];
    const flush = (): void => {
      if (loose.length > 0)
        this.paragraph({
          type: 'element',
          tagName: 'p',
          properties: {},
          children: loose as Element['children'],
          position: loose[0]?.position,
        });
      loose = [];
    };
    for (const child of node.children) {
      if (child.type === 'comment') this.note(child);
      if (child.type === 'element' && (isBlock(child) || holdsBlock(child))) {
        flush();
        this.block(child);
      } else if (child.type === 'element' || child.type === 'text') loose.push(child);
    }
    flush();
  }

  private block(node: Element): void {
    const { tagName } = node;
    if (SILENT.has(tagName)) this.countDropped(node);
    else if (DROPPED[tagName]) this.drop(DROPPED[tagName]);
    else if (/^h[1-6]$/.test(tagName)) this.heading(node);
    else if (tagName === 'ul' || tagName === 'ol') this.list(node);
    else if (tagName === 'table') this.table(node);
    else if (TEXT_BLOCKS.has(tagName)) this.paragraph(node);
    else this.container(node);
  }

  private heading(node: Element): void {
    const text = oneLine(this.textOf(node));
    if (text) this.blocks.push({ kind: 'heading', text, place: this.place(node) });
  }

  private paragraph(node: Element): void {
    const text = linesOf(this.textOf(node)).join('\n');
    if (text) this.blocks.push({ kind: 'paragraph', text, strong: isStrong(node), place: this.place(node) });
  }

  private list(node: Element): void {
    const items: Item[] = [];
    const collect = (list: Element): void => {
      for (const item of elements(list)) {
        const nested = elements(item).filter((child) => child.tagName === 'ul' || child.tagName === 'ol');
        const own: Element = {
          ...item,
          tagName: 'div',
          children: item.children.filter((child) => !nested.includes(child as Element)),
        };
        const text = withoutBullet(oneLine(this.textOf(own)));
        if (text)
          items.push({
            text,
            place: this.places === 'comments' ? `${this.place(item)}, item ${items.length + 1}` : this.place(item),
          });
        nested.forEach(collect);
      }
    };
    collect(node);
    if (items[0]) this.blocks.push({ kind: 'list', items, place: items[0].place });
  }

  private table(node: Element): void {
    if (isLayout(node)) {
      for (const cell of rowsOf(node).flatMap(elements)) this.container(cell);
      return;
    }
    this.tables += 1;
    const number = this.tables;
    const rows: Row[] = [];
    let group: SpanningRow[] = [];
    const place = this.places === 'paragraphs' ? `table ${number}` : this.place(node);
    const endGroup = (): void => {
      rows.push(...resolveSpans(group));
      group = [];
    };
    const collect = (parent: Element): void => {
      for (const child of parent.children) {
        if (child.type === 'comment') this.note(child);
        if (child.type !== 'element') continue;
        if (child.tagName === 'tr') group.push(this.row(child, rows.length + group.length, number));
        else if (child.tagName === 'caption') this.paragraph(child);
        else {
          // A cell reaches no further down than its group of rows; a Word table has no groups, only marked rows of
          // headings.
          if (this.places !== 'paragraphs') endGroup();
          collect(child);
          if (this.places !== 'paragraphs') endGroup();
        }
      }
    };
    collect(node);
    endGroup();
    const filled = rows.filter((row) =>
      row.cells.some((cell, column) => cell !== '' && !row.fromAbove?.includes(column)),
    );
    if (filled.length > 0) this.blocks.push({ kind: 'table', rows: filled, place });
  }

  private row(node: Element, index: number, table: number): SpanningRow {
    return {
      cells: elements(node).map((cell) => ({
        text: linesOf(this.textOf(cell))
          .map((line) => line.replace(/\*\*/g, ''))
          .join('\n'),
        // The browser's own limits are 1,000 columns and 65,534 rows.
        colSpan: Math.min(Number(cell.properties.colSpan ?? 1) || 1, 100),
        rowSpan: Math.min(Number(cell.properties.rowSpan ?? 1), 10_000),
      })),
      place: this.rowPlace(node, index, table),
    };
  }

  private rowPlace(node: Element, index: number, table: number): string {
    if (this.places === 'lines' || this.places === 'told') return this.place(node);
    return this.places === 'comments' ? `line ${this.line}, row ${index + 1}` : `table ${table}, row ${index + 1}`;
  }

  /** The text as it would be read, with the address of a link that its words do not show. */
  private textOf(node: Element): string {
    const copy = structuredClone(node) as Element;
    this.countDropped(copy);
    showAddresses(copy);
    setApart(copy);
    return toText({ type: 'root', children: [copy] });
  }

  private countDropped(node: Root | Element): void {
    node.children = (node.children as Element['children']).filter((child) => {
      if (child.type !== 'element') return true;
      const what = DROPPED[child.tagName];
      if (what) this.drop(what);
      else this.countDropped(child);
      return !what;
    });
  }

  private drop(what: string): void {
    this.dropped.set(what, (this.dropped.get(what) ?? 0) + 1);
  }

  private place(node: Nodes): string {
    if (this.places === 'comments') return `line ${this.line}`;
    if (this.places === 'told')
      return 'properties' in node && typeof node.properties.dataPlace === 'string' ? node.properties.dataPlace : '';
    if (this.places === 'lines') return `line ${node.position?.start.line ?? this.line}`;
    this.paragraphs += 1;
    return `paragraph ${this.paragraphs}`;
  }

  private note(comment: Comment): void {
    const line = /^line (\d+)$/.exec(comment.value)?.[1];
    if (line && this.places === 'comments') this.line = Number(line);
  }
}
