import type { Comment, Element, Nodes, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { DROPPED, SILENT, TEXT_BLOCKS, elements, isBlock, isStrong, showAddresses } from './html-elements.ts';
import { linesOf, oneLine, withoutBullet, type Block, type Item, type ReadDocument, type Row } from '../blocks.ts';

/** How places are told: by line of the file, by line written in comments (see markdown.ts), or by counting paragraphs. */
export type Places = 'lines' | 'comments' | 'paragraphs';

/** Reads HTML into blocks. Scripts, styles and pictures are left out and counted; nothing is loaded or run. */
export function readHtml(html: string, places: Places = 'lines'): ReadDocument {
  const tree = unified().use(rehypeParse).parse(html);
  const walk = new Walk(places);
  walk.container(tree);
  return { blocks: walk.blocks, leftOut: [...walk.dropped].map(([what, count]) => `${count} ${what}${count === 1 ? ' was' : 's were'} left out.`) };
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
        this.paragraph({ type: 'element', tagName: 'p', properties: {}, children: loose as Element['children'], position: loose[0]?.position });
      loose = [];
    };
    for (const child of node.children) {
      if (child.type === 'comment') this.note(child);
      if (child.type === 'element' && isBlock(child)) {
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
        const own: Element = { ...item, tagName: 'div', children: item.children.filter((child) => !nested.includes(child as Element)) };
        const text = withoutBullet(oneLine(this.textOf(own)));
        if (text) items.push({ text, place: this.places === 'comments' ? `${this.place(item)}, item ${items.length + 1}` : this.place(item) });
        nested.forEach(collect);
      }
    };
    collect(node);
    if (items[0]) this.blocks.push({ kind: 'list', items, place: items[0].place });
  }

  private table(node: Element): void {
    this.tables += 1;
    const number = this.tables;
    const rows: Row[] = [];
    const place = this.places === 'paragraphs' ? `table ${number}` : this.place(node);
    const collect = (parent: Element): void => {
      for (const child of parent.children) {
        if (child.type === 'comment') this.note(child);
        if (child.type !== 'element') continue;
        if (child.tagName === 'tr') rows.push(this.row(child, rows.length, number));
        else if (child.tagName === 'caption') this.paragraph(child);
        else collect(child);
      }
    };
    collect(node);
    const filled = rows.filter((row) => row.cells.some((cell) => cell !== ''));
    if (filled.length > 0) this.blocks.push({ kind: 'table', rows: filled, place });
  }

  private row(node: Element, index: number, table: number): Row {
    const cells: string[] = [];
    for (const cell of elements(node)) {
      cells.push(
        linesOf(this.textOf(cell))
          .map((line) => line.replace(/\*\*/g, ''))
          .join('\n'),
      );
      // A cell over several columns keeps the following cells in their columns. The browser's own limit is 1,000.
      const span = Math.min(Number(cell.properties.colSpan ?? 1) || 1, 100);
      for (let extra = 1; extra < span; extra++) cells.push('');
    }
    return {
      cells,
      place:
        this.places === 'lines'
          ? this.place(node)
          : this.places === 'comments'
            ? `line ${this.line}, row ${index + 1}`
            : `table ${table}, row ${index + 1}`,
    };
  }

  /** Gives the text as it would be read, with the address of a link that its words do not show. */
  private textOf(node: Element): string {
    const copy = structuredClone(node) as Element;
    this.countDropped(copy);
    showAddresses(copy);
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
    if (this.places === 'lines') return `line ${node.position?.start.line ?? this.line}`;
    this.paragraphs += 1;
    return `paragraph ${this.paragraphs}`;
  }

  private note(comment: Comment): void {
    const line = /^line (\d+)$/.exec(comment.value)?.[1];
    if (line && this.places === 'comments') this.line = Number(line);
  }
}
