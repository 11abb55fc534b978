import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on. */
export interface Machine {
  cores: number;
  processor: string;
  memoryGigabytes: number;
  node: string;
  /** Processes that were waiting for a core in the minute before: far above 0, and the machine was not quiet. */
  loadBefore: number;
}

export function thisMachine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGigabytes: Number((totalmem() / 2 ** 30).toFixed(1)),
    node: process.versions.node,
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

/** One line for people. */
export function machineInWords({ cores, processor, memoryGigabytes, node, loadBefore }: Machine): string {
  return `${cores} cores (${processor}), ${memoryGigabytes} GB, Node ${node}, load before ${loadBefore}`;
}
