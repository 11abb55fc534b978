import cluster, { type Worker } from 'node:cluster';
import { MEMBER, messageSchema, type MemberGiven, type Message } from './member.ts';
import { createFigures, type Figures } from './gather-figures.ts';

export interface PrimaryOptions {
  processes: number;
  port: number;
  catcher?: MemberGiven['catcher'];
  log: (event: object) => void;
}

/** The first of several processes: it serves nobody itself, and sees to it that the others do. */
export interface Primary {
  /** Settles when all serve. */
  ready: Promise<void>;
  /** Puts a new process in the place of each, one after another: the old one goes once the new one serves. */
  renew(): Promise<void>;
  /** Ends all. */
  stop(): void;
  /** Settles when all have ended; with the code of the first where they cannot serve at all. */
  ended: Promise<number>;
}

/** How long one has to serve until its end is no longer taken for the same fault as the one before. */
const STEADY_MS = 60_000;
const LONGEST_WAIT_MS = 60_000;

interface Place {
  number: number;
  worker?: Worker;
  /** How often in a row it has ended. */
  failures: number;
  again?: NodeJS.Timeout;
}

/** Starts so many processes on one port, and another in place of each that ends. */
export function startPrimary({ processes, port, catcher, log }: PrimaryOptions): Primary {
  const figures: Figures = createFigures(() => places.flatMap(({ worker }) => worker ?? []));
  const places: Place[] = Array.from({ length: processes }, (_, at) => ({ number: at + 1, failures: 0 }));
  const serving = new Set<Worker>();
  const alive = new Set<Worker>();
  const retired = new Set<Worker>();
  const ready = Promise.withResolvers<undefined>();
  const ended = Promise.withResolvers<number>();
  let stopping = false;
  let hasServed = false;
  let code = 0;
  let renewing: Promise<void> | undefined;

  /** Starts a process for a place. Settles with whether it serves. */
  function start(place: Place): { worker: Worker; serves: Promise<boolean> } {
    const given: MemberGiven = {
      number: place.number,
      port,
      othersServe: serving.size > 0,
      ...(catcher ? { catcher } : {}),
    };
    const worker = cluster.fork({ [MEMBER]: JSON.stringify(given) });
    const serves = Promise.withResolvers<boolean>();
    alive.add(worker);
    log({ event: 'process-started', process: place.number, pid: worker.process.pid });
    worker.on('message', (said) => {
      const message = messageSchema.safeParse(said).data;
      if (message?.kind === 'ready') {
        serving.add(worker);
        hasServed = true;
        serves.resolve(true);
        if (serving.size >= processes) ready.resolve(undefined);
      } else if (message) figures.take(worker, message);
    });
    worker.once('exit', (status: number | null, signal: string | null) => {
      serves.resolve(false);
      alive.delete(worker);
      serving.delete(worker);
      left(place, worker, status ?? signal);
    });
    return { worker, serves: serves.promise };
  }

  function left(place: Place, worker: Worker, status: number | string | null): void {
    if (stopping || retired.delete(worker)) {
      if (stopping && alive.size === 0) ended.resolve(code);
      return;
    }
    log({ event: 'process-ended', process: place.number, status });
    if (!hasServed) {
      // What keeps the first from serving keeps all; who started us has to know.
      code = typeof status === 'number' && status > 0 ? status : 1;
      stop();
      return;
    }
    if (place.worker === worker) startAgain(place);
  }

  function startAgain(place: Place): void {
    place.failures += 1;
    const waitMs = place.failures === 1 ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (place.failures - 2));
    place.again = setTimeout(() => fill(place), waitMs);
  }

  function fill(place: Place): void {
    const { worker, serves } = start(place);
    place.worker = worker;
    void serves.then((does) => {
      if (does) setTimeout(() => place.worker === worker && (place.failures = 0), STEADY_MS).unref();
    });
  }

  async function renewAll(): Promise<void> {
    for (const place of places) {
      if (stopping) return;
      const { worker, serves } = start(place);
      // Until it serves its end is nobody's but ours.
      retired.add(worker);
      if (!(await serves)) {
        log({ event: 'process-not-renewed', process: place.number });
        return;
      }
      retired.delete(worker);
      const old = place.worker;
      place.worker = worker;
      clearTimeout(place.again);
      if (!old || !alive.has(old)) continue;
      retired.add(old);
      const gone = new Promise((resolve) => old.once('exit', resolve));
      old.send({ kind: 'retire' } satisfies Message);
      await gone;
    }
    log({ event: 'processes-renewed', processes });
  }

  function stop(): void {
    if (stopping) return;
    stopping = true;
    for (const { again } of places) clearTimeout(again);
    if (alive.size === 0) ended.resolve(code);
    // Not that of cluster, which takes its line away first.
    for (const worker of alive) worker.process.kill('SIGTERM');
  }

  places.forEach(fill);
  return {
    ready: ready.promise,
    renew: () => (renewing ??= renewAll().finally(() => (renewing = undefined))),
    stop,
    ended: ended.promise,
  };
}
