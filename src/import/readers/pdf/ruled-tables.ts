import { cellsOf, gridsOf, type Grid, type GridCell } from './grid.ts';
import type { DoubtfulTable, PageCell, PageTable } from './page-table.ts';
import { TOUCH, type Rules } from './rules.ts';
import { linesIn, piecesAsPainted, type TextLine } from './text-lines.ts';
import type { Glyph, UprightPage } from './upright.ts';

export interface RuledTables {
  tables: PageTable[];
  doubtful: DoubtfulTable[];
  /** What stands in no grid. */
  rest: Glyph[];
  /** The lines of no grid. */
  rules: Rules;
}

/**
 * Reads the tables of a page whose cells are drawn with lines. Where text runs across a line, stands sideways, or a
 * grid lies within another, nobody knows which words belong together: the table is doubtful.
 */
export function ruledTables(glyphs: Glyph[], rules: Rules, aside: UprightPage['aside']): RuledTables {
  const grids = gridsOf(rules).filter((grid) => glyphs.some((glyph) => holds(grid, glyph)));
  const outer = grids.filter((grid) => !grids.some((other) => other !== grid && encloses(other, grid)));
  const found: RuledTables = {
    tables: [],
    doubtful: [],
    rest: glyphs.filter((glyph) => !outer.some((grid) => holds(grid, glyph))),
    rules: {
      across: rules.across.filter((rule) => !grids.some((grid) => grid.across.includes(rule))),
      down: rules.down.filter((rule) => !grids.some((grid) => grid.down.includes(rule))),
    },
  };
  for (const grid of outer) {
    const own = glyphs.filter((glyph) => holds(grid, glyph));
    const [top = 0] = grid.ys;
    const cells = cellsOf(grid);
    const sideways = aside.some(({ x, y, isSquare }) => isSquare && within(grid, x, y));
    const why = grids.some((other) => other !== grid && encloses(grid, other))
      ? 'a table stands within another'
      : sideways
        ? 'some of its text stands sideways'
        : !cells
          ? 'its lines form no whole cells'
          : crosses(grid, own)
            ? 'text runs across the line between two columns'
            : undefined;
    if (cells && !why) found.tables.push(tableOf(grid, cells, own));
    else found.doubtful.push({ top, lines: piecesAsPainted(own), why: why ?? '' });
  }
  return found;
}

function holds({ xs, ys }: Grid, { x0, x1, y, size }: Glyph): boolean {
  return within({ xs, ys }, (x0 + x1) / 2, y - size * 0.3);
}

function within({ xs, ys }: Pick<Grid, 'xs' | 'ys'>, x: number, y: number): boolean {
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

function encloses(outer: Grid, inner: Grid): boolean {
  return within(outer, inner.xs[0] ?? 0, inner.ys[0] ?? 0) && within(outer, inner.xs.at(-1) ?? 0, inner.ys.at(-1) ?? 0);
}

/** True when a sign stands on a line between columns, or a word goes on behind it. */
function crosses({ down }: Grid, glyphs: Glyph[]): boolean {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  return down.some((rule) => {
    const beside = inked.filter(({ y, size }) => y - size * 0.3 > rule.from && y - size * 0.3 < rule.to);
    const before = beside.filter(({ x0, x1 }) => (x0 + x1) / 2 < rule.at);
    const behind = beside.filter(({ x0, x1 }) => (x0 + x1) / 2 >= rule.at);
    const nearBefore = before.filter(({ x1, size }) => x1 > rule.at - size * 0.15);
    return (
      beside.some(({ x0, x1 }) => x0 < rule.at - (x1 - x0) * 0.25 && x1 > rule.at + (x1 - x0) * 0.25) ||
      nearBefore.some((one) =>
        behind.some((other) => Math.abs(one.y - other.y) < 0.5 && other.x0 - one.x1 < one.size * 0.15),
      )
    );
  });
}

function tableOf(grid: Grid, cells: GridCell[], glyphs: Glyph[]): PageTable {
  const { xs, ys } = grid;
  const edges = (cell: GridCell): [left: number, right: number, top: number, bottom: number] => [
    xs[cell.column] ?? 0,
    xs[cell.column + cell.colSpan] ?? 0,
    ys[cell.row] ?? 0,
    ys[cell.row + cell.rowSpan] ?? 0,
  ];
  const filled = cells.map((cell) => {
    const [left, right, top, bottom] = edges(cell);
    const lines = linesIn(
      glyphs.filter(({ x0, x1, y, size }) => {
        const [x, middle] = [(x0 + x1) / 2, y - size * 0.3];
        return x > left && x <= right && middle > top && middle <= bottom;
      }),
    );
    return { cell, lines, left, right };
  });
  const margin = marginsOf(filled);
  const rows = ys.slice(1).map((_, row) =>
    filled
      .filter(({ cell }) => cell.row === row)
      .map(({ cell, lines, right }): PageCell => ({
        lines,
        colSpan: cell.colSpan,
        rowSpan: cell.rowSpan,
        right: right - (margin.get(cell.column) ?? TOUCH),
      })),
  );
  return { top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, columns: xs.slice(0, -1), rows };
}

/** How far text keeps from the line beside it, for each column: the least that is found. */
function marginsOf(filled: { cell: GridCell; lines: TextLine[]; left: number; right: number }[]): Map<number, number> {
  const margins = new Map<number, number>();
  for (const { cell, lines, left, right } of filled) {
    if (lines.length === 0 || cell.colSpan > 1) continue;
    const least = Math.min(...lines.flatMap(({ x0, x1 }) => [x0 - left, right - x1]));
    margins.set(cell.column, Math.max(0, Math.min(least, margins.get(cell.column) ?? Infinity)));
  }
  return margins;
}
