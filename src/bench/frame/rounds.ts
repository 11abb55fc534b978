/** One contender of a comparison; each call measures once. */
export type Contender = () => Promise<Record<string, number>>;

/**
 * Measures every contender once a round, in turns, so that what else the machine does meets all of them alike. Gives
 * every run of each figure, by the name that the contender gave it.
 */
export async function inTurns(
  contenders: readonly Contender[],
  rounds: number,
  tell: (words: string) => void,
): Promise<Map<string, number[]>> {
  const runs = new Map<string, number[]>();
  for (let round = 1; round <= rounds; round++) {
    for (const measure of contenders) {
      const found = Object.entries(await measure());
      for (const [name, value] of found) runs.set(name, [...(runs.get(name) ?? []), value]);
      if (found.length > 0)
        tell(
          `round ${round}/${rounds}: ${found.map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`).join(', ')}`,
        );
    }
  }
  return runs;
}

/** The middle of some numbers; of an even count the lower of the two in the middle, which was really measured. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
