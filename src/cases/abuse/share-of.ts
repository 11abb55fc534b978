import type { Allowance } from './buckets.ts';

/**
 * What one of several processes lets through of what all of them may together: nothing that is counted leaves a process's
 * memory, so each holds its share, and never less than `least`, or a person could not get through at all.
 */
export function shareOf(all: number, processes: number, least = 1): number {
  return Math.max(least, Math.floor(all / processes));
}

/** The same of an allowance. */
export function allowanceOf(all: Allowance, processes: number): Allowance {
  return { ...all, count: shareOf(all.count, processes) };
}
