/** Above so many cells a stretch without anchors is not compared pair by pair; no real entry has such a stretch. */
const TABLE_CELLS_MAX = 250_000;

/** A position in the first list and the one in the second that holds the same. */
export type Match = [first: number, second: number];

/**
 * Pairs equal items of two lists so that the pairs keep their order, as a comparison of two texts does: first the
 * common head and tail, then the items that occur once in each list, then, in the stretches between those, as many as
 * can be. The effort grows with the lists and not with their product: a very long stretch without any such item is left
 * unpaired.
 */
export function matchInOrder(first: string[], second: string[]): Match[] {
  const matches: Match[] = [];
  const stretches = [{ from: 0, to: first.length, start: 0, end: second.length }];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    let { from, to, start, end } = stretch;
    while (from < to && start < end && first[from] === second[start]) matches.push([from++, start++]);
    while (from < to && start < end && first[to - 1] === second[end - 1]) matches.push([--to, --end]);
    if (from === to || start === end) continue;
    const anchors = rising(uniqueInBoth(first, second, { from, to, start, end }));
    if (anchors.length === 0) {
      matches.push(...longestCommon(first, second, { from, to, start, end }));
      continue;
    }
    for (const [i, j] of anchors) {
      matches.push([i, j]);
      stretches.push({ from, to: i, start, end: j });
      [from, start] = [i + 1, j + 1];
    }
    stretches.push({ from, to, start, end });
  }
  return matches.sort(([a], [b]) => a - b);
}

interface Stretch {
  from: number;
  to: number;
  start: number;
  end: number;
}

function uniqueInBoth(first: string[], second: string[], { from, to, start, end }: Stretch): Match[] {
  const onceIn = (list: string[], low: number, high: number): Map<string, number | undefined> => {
    const places = new Map<string, number | undefined>();
    for (let at = low; at < high; at++) places.set(list[at] as string, places.has(list[at] as string) ? undefined : at);
    return places;
  };
  const there = onceIn(second, start, end);
  return [...onceIn(first, from, to)].flatMap(([text, i]): Match[] => {
    const j = there.get(text);
    return i === undefined || j === undefined ? [] : [[i, j]];
  });
}

/** The longest run of pairs that rise in both lists; the pairs come in the order of the first. */
function rising(pairs: Match[]): Match[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, second], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as Match)[1] < second) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = at;
  });
  const run: Match[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) run.push(pairs[at] as Match);
  return run.reverse();
}

function longestCommon(first: string[], second: string[], { from, to, start, end }: Stretch): Match[] {
  const [rows, columns] = [to - from, end - start];
  if (rows * columns > TABLE_CELLS_MAX) return [];
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  const same = (i: number, j: number): boolean => first[from + i] === second[start + j];
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--)
      table[i * width + j] = same(i, j) ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
  }
  const matches: Match[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (same(i, j)) matches.push([from + i++, start + j++]);
    else if (cell(i + 1, j) >= cell(i, j + 1)) i++;
    else j++;
  }
  return matches;
}
