import type { Row } from '../blocks.ts';

/**
 * A cell as a document writes it, over how many columns and rows it reaches. A row span of 0 reaches to the end of its
 * group.
 */
export interface SpanningCell {
  text: string;
  colSpan: number;
  rowSpan: number;
}

export interface SpanningRow {
  cells: SpanningCell[];
  place: string;
}

interface Open {
  text: string;
  rowsLeft: number;
  isFirstColumn: boolean;
}

/**
 * Sets each cell of a group of rows into its columns, as HTML forms a table (HTML Standard, 4.9.12.1). A cell merged
 * downwards is repeated in each row that it covers; of one merged sideways the first column has the text.
 */
export function resolveSpans(rows: SpanningRow[]): Row[] {
  const open: (Open | undefined)[] = [];
  return rows.map(({ cells, place }, index) => {
    const row = { cells: [] as string[], fromAbove: [] as number[], fromLeft: [] as number[], place };
    const put = (text: string, isFirstColumn: boolean): void => {
      if (!isFirstColumn) row.fromLeft.push(row.cells.length);
      row.cells.push(isFirstColumn ? text : '');
    };
    const putOpen = (): boolean => {
      const above = open[row.cells.length];
      if (!above || above.rowsLeft === 0) return false;
      above.rowsLeft -= 1;
      row.fromAbove.push(row.cells.length);
      put(above.text, above.isFirstColumn);
      return true;
    };
    for (const { text, colSpan, rowSpan } of cells) {
      while (putOpen());
      const rowsLeft = (rowSpan === 0 ? rows.length - index : rowSpan) - 1;
      for (let column = 0; column < colSpan; column++) {
        const at = row.cells.length;
        put(text, column === 0);
        open[at] = { text, rowsLeft, isFirstColumn: column === 0 };
      }
    }
    while (row.cells.length < open.length) if (!putOpen()) put('', true);
    return row;
  });
}
