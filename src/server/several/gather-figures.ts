import type { Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import type { OfProcess } from '../metrics/of-processes.ts';
import type { Message } from './member.ts';

/** Gathers the figures of all processes for the one that was asked for them. */
export interface Figures {
  /** Takes what a process has said, where it is about figures. */
  take(from: Worker, message: Message): void;
}

/** One that says nothing for so long is left out. */
const PATIENCE_MS = 1000;

export function createFigures(all: () => Worker[]): Figures {
  const waiting = new Map<string, (figures: OfProcess) => void>();

  function ask(worker: Worker): Promise<OfProcess | undefined> {
    const id = randomUUID();
    return new Promise<OfProcess | undefined>((resolve) => {
      waiting.set(id, resolve);
      setTimeout(() => resolve(undefined), PATIENCE_MS).unref();
      if (worker.isConnected()) worker.send({ kind: 'ask-one', id } satisfies Message);
      else resolve(undefined);
    }).finally(() => waiting.delete(id));
  }

  return {
    take(from, message) {
      if (message.kind === 'told-one') waiting.get(message.id)?.(message.figures);
      if (message.kind !== 'ask-all') return;
      void Promise.all(all().map(ask)).then((told) => {
        const answer: Message = { kind: 'told-all', id: message.id, figures: told.filter((one) => one !== undefined) };
        if (from.isConnected()) from.send(answer);
      });
    },
  };
}
