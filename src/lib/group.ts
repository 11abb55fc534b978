/** Collects what arrives at the same time and writes it together, so that many share one trip to the disk. */
export interface Group<T, R> {
  /** Resolves or rejects with what became of this item alone. */
  add(item: T): Promise<R>;
}

export interface GroupOptions<T, R> {
  /** Writes a batch and tells what became of each item, in order. */
  write: (batch: T[]) => Promise<PromiseSettledResult<R>[]>;
  /** Batches under way at once. */
  lanes: number;
  /**
   * With so many the next batch is written at once where a lane is free; otherwise after everything that arrived in the
   * same turn of the event loop.
   */
  readyAt?: number;
}

/** Larger batches gain nothing and would hold up whoever waits behind them. */
const BATCH_MAX = 64;

interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (reason: unknown) => void;
}

/**
 * Makes a group. While a batch is being written the next one fills up: the busier it is, the more share one write, and
 * a lone item waits for nobody.
 */
export function createGroup<T, R>({ write, lanes, readyAt = BATCH_MAX }: GroupOptions<T, R>): Group<T, R> {
  const waiting: Waiting<T, R>[] = [];
  let busy = 0;
  let scheduled = false;
  const schedule = (): void => {
    if (scheduled || busy >= lanes || waiting.length === 0) return;
    scheduled = true;
    // After everything that arrived in this turn of the event loop has been read.
    setImmediate(() => {
      scheduled = false;
      void flush();
    });
  };
  const flush = async (): Promise<void> => {
    const batch = waiting.splice(0, BATCH_MAX);
    busy++;
    schedule();
    await writeBatch(batch, write);
    busy--;
    schedule();
  };
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (waiting.length >= readyAt && busy < lanes) void flush();
        else schedule();
      }),
  };
}

async function writeBatch<T, R>(batch: Waiting<T, R>[], write: GroupOptions<T, R>['write']): Promise<void> {
  try {
    const results = await write(batch.map(({ item }) => item));
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result?.status === 'fulfilled') resolve(result.value);
      else reject(result?.reason ?? new Error('the batch was written without telling of this item'));
    });
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
