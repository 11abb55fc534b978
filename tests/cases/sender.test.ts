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
