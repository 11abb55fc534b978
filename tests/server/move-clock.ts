/*
 * Preloaded into a process (--import), it moves the clock of that process by CLOCK_DAYS days: for a portal that has to
 * live until the day on which something is due.
 */
const RealDate = globalThis.Date;
const ahead = Number(process.env.CLOCK_DAYS ?? 0) * 24 * 60 * 60 * 1000;

class MovedDate extends RealDate {
  constructor(...args: unknown[]) {
    if (args.length === 0) super(RealDate.now() + ahead);
    else super(...(args as [number]));
  }

  static override now(): number {
    return RealDate.now() + ahead;
  }
}

globalThis.Date = MovedDate as DateConstructor;
