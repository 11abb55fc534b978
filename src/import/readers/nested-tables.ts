import type { Element, Text } from 'hast';
import { toText } from 'hast-util-to-text';
import { oneLine } from '../blocks.ts';
import { elements } from './html-elements.ts';

/**
 * Sets tables and other blocks within a cell apart from the words around them: a line for each row, a bar between
 * cells.
 */
export function setApart(node: Element): void {
  node.children = node.children.flatMap((child): Element['children'] => {
    if (child.type !== 'element') return [child];
    setApart(child);
    if (child.tagName === 'table')
      return [
        block(rowsOf(child).map((row) => block([text(elements(row).map(cellText).filter(Boolean).join(' | '))]))),
      ];
    return /^(?:details|summary|fieldset|option|select|optgroup|search)$/.test(child.tagName)
      ? [block([child])]
      : [child];
  });
}

/** The rows of a table, without those of tables within it. */
export function rowsOf(table: Element): Element[] {
  return elements(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [],
  );
}

function cellText(cell: Element): string {
  return oneLine(toText({ type: 'root', children: [cell] }));
}

function block(children: Element['children']): Element {
  return { type: 'element', tagName: 'div', properties: {}, children };
}

function text(value: string): Text {
  return { type: 'text', value };
}

/** True for a table that only arranges a page: a cell of it holds a table of three columns, or nothing but a table. */
export function isLayout(node: Element): boolean {
  return rowsOf(node).some((row) =>
    elements(row).some((cell) => {
      const tables = tablesIn(cell);
      const isAlone = elements(row).every((other) => other === cell || toText(other).trim() === '');
      return tables.some(
        (table) =>
          rowsOf(table).length > 1 && rowsOf(table).some((inner) => elements(inner).length > (isAlone ? 1 : 2)),
      );
    }),
  );
}

function tablesIn(node: Element): Element[] {
  return elements(node).flatMap((child) => (child.tagName === 'table' ? [child] : tablesIn(child)));
}
