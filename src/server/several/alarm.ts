/** Something to wait on that can be rung. */
export interface Alarm {
  ring(): void;
  /** Settles when it rings, or after so many milliseconds; at once where it has rung since the last wait. */
  wait(ms: number): Promise<void>;
}

export function createAlarm(): Alarm {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      [rung, wake] = [false, undefined];
    },
  };
}
