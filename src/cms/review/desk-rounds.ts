/** What the desk does by itself, again and again. */
export interface DeskRounds {
  /** Does it once, now; waits for a round under way. For a scheduled job and for tests. */
  once(): Promise<void>;
  /** Does it now and every minute, until `stop()`. */
  start(): void;
  /** Settles when nothing of it is under way. */
  stop(): Promise<void>;
}

/** Something that the desk does by itself, and how long to wait between two times (ms). */
export interface DeskTask {
  do: () => Promise<unknown>;
  everyMs: number;
}

export interface DeskRoundsOptions {
  tasks: DeskTask[];
  /** Whether the content is where the desk can write to it; nothing is done while it is not. */
  ready: () => Promise<boolean>;
  clock: () => Date;
  log: (event: object) => void;
}

const ROUND_MS = 60_000;

/**
 * Makes the rounds of the desk: each task whose time has come, in turn, and never two rounds at once in this process. A
 * task that fails is logged and keeps none behind it from being done.
 */
export function createDeskRounds({ tasks, ready, clock, log }: DeskRoundsOptions): DeskRounds {
  const doneAt = new Map<DeskTask, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const failed = (error: unknown): void => log({ event: 'desk-round-failed', error: (error as Error).message });

  async function round(): Promise<void> {
    if (!(await ready())) return;
    for (const task of tasks) {
      const now = clock().getTime();
      if (now - (doneAt.get(task) ?? -Infinity) < task.everyMs) continue;
      doneAt.set(task, now);
      await task.do().catch(failed);
    }
  }
  const begin = (): Promise<void> =>
    (running ??= round()
      .catch(failed)
      .finally(() => (running = undefined)));

  return {
    async once() {
      await running;
      await begin();
    },
    start() {
      timer ??= setInterval(() => void begin(), ROUND_MS).unref();
      void begin();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
  };
}
