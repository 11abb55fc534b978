import { matchInOrder } from './match-in-order.ts';

/** A run of lines that differs between two texts: lines [start, end) of the first became `lines`. */
interface Hunk {
  start: number;
  end: number;
  lines: string[];
}

/**
 * Carries the change from `before` to `after` over into `text`, which differs from `before` only in layout.
 * Where a changed run touches one laid out differently, the run of `after` is taken whole.
 */
export function mergeLines(text: string, before: string, after: string): string {
  const base = before.split('\n');
  const layout = hunks(base, text.split('\n'));
  const changes = hunks(base, after.split('\n'));
  const out: string[] = [];
  let at = 0;
  // Taken from the end, which costs nothing however many there are.
  const pending = { layout: layout.reverse(), changes: changes.reverse() };
  while (pending.layout.length > 0 || pending.changes.length > 0) {
    const group = nextGroup(pending);
    for (const line of base.slice(at, group.start)) out.push(line);
    const source = group.changes.length > 0 ? group.changes : group.layout;
    for (const line of applied(base, group.start, group.end, source)) out.push(line);
    at = group.end;
  }
  return [...out, ...base.slice(at)].join('\n');
}

function nextGroup(pending: { layout: Hunk[]; changes: Hunk[] }) {
  const group = { start: Infinity, end: -1, layout: [] as Hunk[], changes: [] as Hunk[] };
  const first =
    (pending.changes.at(-1)?.start ?? Infinity) < (pending.layout.at(-1)?.start ?? Infinity) ? 'changes' : 'layout';
  const take = (kind: 'layout' | 'changes'): void => {
    const hunk = pending[kind].pop() as Hunk;
    group[kind].push(hunk);
    group.start = Math.min(group.start, hunk.start);
    group.end = Math.max(group.end, hunk.end);
  };
  take(first);
  for (;;) {
    const kind = (['layout', 'changes'] as const).find((candidate) => {
      const hunk = pending[candidate].at(-1);
      // Hunks that only touch are kept apart, unless both start at the same line.
      return hunk !== undefined && (hunk.start < group.end || (hunk.start === group.start && hunk.start === group.end));
    });
    if (!kind) return group;
    take(kind);
  }
}

function applied(base: string[], start: number, end: number, list: Hunk[]): string[] {
  const out: string[] = [];
  let at = start;
  for (const hunk of list) {
    for (const line of [...base.slice(at, hunk.start), ...hunk.lines]) out.push(line);
    at = hunk.end;
  }
  return [...out, ...base.slice(at, end)];
}

/** The runs between the lines that both texts have. */
function hunks(a: string[], b: string[]): Hunk[] {
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [first, second] of [...matchInOrder(a, b), [a.length, b.length] as const]) {
    if (i < first || j < second) found.push({ start: i, end: first, lines: b.slice(j, second) });
    [i, j] = [first + 1, second + 1];
  }
  return found;
}
