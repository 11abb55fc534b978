import type { DrainResult } from './outbox.ts';

export interface SenderOptions {
  /** Sends what is due, once. */
  drain: () => Promise<DrainResult>;
  /** Comes before each timed round: what may give rise to mail. */
  before: () => Promise<unknown>;
  log: (event: object) => void;
  /** Milliseconds between two rounds. */
  roundMs: number;
}

export interface Sender {
  /** Waits for a round under way, which may have passed the newest mail already, and runs another. */
  drain(): Promise<DrainResult>;
  /**
   * Has a round run soon after something was saved that may have mail; gives what was saved. While the mail server is
   * down the timed rounds alone look whether it is back: a crowd would otherwise have it asked without end.
   */
  wakeAfter<T>(saved: Promise<T>): Promise<T>;
  start(): void;
  stop(): Promise<void>;
}

/** Runs rounds of sending: never two at once in this process, one soon after each wake, and one every few seconds. */
export function createSender({ drain, before, log, roundMs }: SenderOptions): Sender {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<DrainResult> | undefined;
  let down = false;
  const once = (): Promise<DrainResult> =>
    (running ??= drain()
      .then((result) => {
        down = result.reachable === false;
        return result;
      })
      .finally(() => (running = undefined)));
  const failed = (error: unknown): void => log({ event: 'drain-failed', error: (error as Error).message });
  const round = (): void => void once().catch(failed);
  let woken = false;
  /** A round under way may have passed what was just saved, so another follows it; many wakes share one. */
  const wake = (): void => {
    if (!timer || woken || down) return;
    if (!running) return round();
    woken = true;
    void running
      .catch(() => undefined)
      .then(() => {
        woken = false;
        if (timer && !down) round();
      });
  };
  return {
    async drain() {
      await running?.catch(() => undefined);
      return once();
    },
    async wakeAfter(saved) {
      const result = await saved;
      setImmediate(wake);
      return result;
    },
    start() {
      timer ??= setInterval(() => void before().catch(failed).then(round), roundMs).unref();
      round();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await running?.catch(() => undefined);
    },
  };
}
