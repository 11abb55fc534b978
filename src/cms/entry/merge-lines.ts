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
  const pending = { layout: [...layout], changes: [...changes] };
  while (pending.layout.length > 0 || pending.changes.length > 0) {
    const group = nextGroup(pending);
    out.push(...base.slice(at, group.start));
    const source = group.changes.length > 0 ? group.changes : group.layout;
    out.push(...applied(base, group.start, group.end, source));
    at = group.end;
  }
  return [...out, ...base.slice(at)].join('\n');
}

function nextGroup(pending: { layout: Hunk[]; changes: Hunk[] }) {
  const group = { start: Infinity, end: -1, layout: [] as Hunk[], changes: [] as Hunk[] };
  const first = (pending.changes[0]?.start ?? Infinity) < (pending.layout[0]?.start ?? Infinity) ? 'changes' : 'layout';
  const take = (kind: 'layout' | 'changes'): void => {
    const hunk = pending[kind].shift() as Hunk;
    group[kind].push(hunk);
    group.start = Math.min(group.start, hunk.start);
    group.end = Math.max(group.end, hunk.end);
  };
  take(first);
  for (;;) {
    const kind = (['layout', 'changes'] as const).find((candidate) => {
      const hunk = pending[candidate][0];
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
    out.push(...base.slice(at, hunk.start), ...hunk.lines);
    at = hunk.end;
  }
  return [...out, ...base.slice(at, end)];
}

/** Finds the differing runs by the longest common subsequence of the lines between the common head and tail. */
function hunks(a: string[], b: string[]): Hunk[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const rows = a.length - head - tail;
  const columns = b.length - head - tail;
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      table[i * width + j] =
        a[head + i] === b[head + j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const found: Hunk[] = [];
  let i = 0;
  let j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[head + i] === b[head + j]) {
      i++;
      j++;
      continue;
    }
    const hunk: Hunk = { start: head + i, end: head + i, lines: [] };
    while ((i < rows || j < columns) && !(i < rows && j < columns && a[head + i] === b[head + j])) {
      if (j >= columns || (i < rows && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) i++;
      else hunk.lines.push(b[head + j++] ?? '');
    }
    hunk.end = head + i;
    found.push(hunk);
  }
  return found;
}
