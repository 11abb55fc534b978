import { afterEach, expect, test } from 'vitest';
import { createSender, type Sender } from '../../src/mail/sender.ts';
import type { DrainResult } from '../../src/mail/outbox.ts';

let sender: Sender | undefined;
afterEach(() => sender?.stop());

test('a complaint that comes in during a round of sending does not wait for the next timed one', async () => {
  const begun: (() => void)[] = [];
  sender = createSender({
    drain: () => new Promise((done) => begun.push(() => done({} as DrainResult))),
    before: () => Promise.resolve(),
    log: () => undefined,
    roundMs: 3_600_000,
  });
  sender.start();
  expect(begun).toHaveLength(1);
  // The first round is under way and may have looked past what is saved now.
  await sender.wakeAfter(Promise.resolve('saved'));
  await new Promise((done) => setImmediate(done));
  begun[0]?.();
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.();
});

test('while the mail server is down, what comes in has it asked no more often than the clock does', async () => {
  let rounds = 0;
  const drain = () => {
    rounds++;
    return Promise.resolve({ sent: 0, deferred: 1, refused: 0, reachable: rounds > 2 });
  };
  sender = createSender({ drain, before: () => Promise.resolve(), log: () => undefined, roundMs: 3_600_000 });
  const comesIn = async (): Promise<void> => {
    await sender?.wakeAfter(Promise.resolve('saved'));
    for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done));
  };
  sender.start();
  await comesIn();
  await comesIn();
  expect(rounds).toBe(1);
  await sender.drain();
  await sender.drain();
  // It is back.
  await comesIn();
  expect(rounds).toBe(4);
});
