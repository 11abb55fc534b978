import { TOUCH, type Rule, type Rules } from './rules.ts';

/** A grid drawn with lines: where its columns and rows end, and the lines that it is made of. */
export interface Grid {
  xs: number[];
  ys: number[];
  across: Rule[];
  down: Rule[];
}

/** A cell over the columns and rows from (column, row) on. */
export interface GridCell {
  column: number;
  row: number;
  colSpan: number;
  rowSpan: number;
}

/** More lines than this on one page are a drawing. */
const RULES_MAX = 5_000;

/** Finds the grids of a page: lines that meet, with two columns and two rows at least. */
export function gridsOf({ across, down }: Rules): Grid[] {
  if (across.length + down.length > RULES_MAX) return [];
  const groups: Rules[] = [];
  for (const rule of down) {
    const met = across.filter((line) => meet(line, rule));
    const touching = groups.filter((group) => group.across.some((line) => met.includes(line)));
    const joined: Rules = {
      across: [...new Set([...touching.flatMap((group) => group.across), ...met])],
      down: [...touching.flatMap((group) => group.down), rule],
    };
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    if (met.length > 0) groups.push(joined);
  }
  return groups.flatMap((group) => {
    const xs = places([...group.down.map(({ at }) => at), ...group.across.flatMap(({ from, to }) => [from, to])]);
    const ys = places([...group.across.map(({ at }) => at), ...group.down.flatMap(({ from, to }) => [from, to])]);
    return xs.length > 2 && ys.length > 2 ? [{ xs, ys, ...group }] : [];
  });
}

/**
 * The cells of a grid in the order of reading: neighbours without a line between them are one. Gives undefined when
 * cells that are one do not form a rectangle.
 */
export function cellsOf({ xs, ys, across, down }: Grid): GridCell[] | undefined {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const group = Array.from({ length: columns * rows }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (group[at] !== undefined && group[at] !== at) at = group[at] ?? at;
    return at;
  };
  const join = (one: number, other: number): void => {
    const [low, high] = [find(one), find(other)].sort((a, b) => a - b);
    group[high ?? 0] = low ?? 0;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [left = 0, right = 0] = [xs[column], xs[column + 1]];
      const [top = 0, bottom = 0] = [ys[row], ys[row + 1]];
      if (column + 1 < columns && !isDrawn(down, right, top, bottom)) join(at, at + 1);
      if (row + 1 < rows && !isDrawn(across, bottom, left, right)) join(at, at + columns);
    }
  }
  const members = Map.groupBy(group.keys(), find);
  const cells: GridCell[] = [];
  for (const indices of members.values()) {
    const inColumns = indices.map((index) => index % columns);
    const inRows = indices.map((index) => Math.floor(index / columns));
    const [column, row] = [Math.min(...inColumns), Math.min(...inRows)];
    const [colSpan, rowSpan] = [Math.max(...inColumns) - column + 1, Math.max(...inRows) - row + 1];
    if (colSpan * rowSpan !== indices.length) return undefined;
    cells.push({ column, row, colSpan, rowSpan });
  }
  return cells.sort((one, other) => one.row - other.row || one.column - other.column);
}

function meet(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - TOUCH &&
    down.at <= across.to + TOUCH &&
    across.at >= down.from - TOUCH &&
    across.at <= down.to + TOUCH
  );
}

/** True when a line at this place covers the middle between two others. */
function isDrawn(rules: Rule[], at: number, from: number, to: number): boolean {
  const middle = (from + to) / 2;
  return rules.some((rule) => Math.abs(rule.at - at) <= TOUCH && rule.from <= middle && rule.to >= middle);
}

/** Different places in order; those that lie close together are one. */
function places(values: number[]): number[] {
  const ordered = [...values].sort((one, other) => one - other);
  return ordered.filter((value, index) => index === 0 || value - (ordered[index - 1] ?? 0) > TOUCH);
}
