import { buildRegister, type EntriesByCollection } from '../register/register.ts';
import { log } from './log.ts';
import { openCases } from './open-cases.ts';

/**
 * Makes the scheduled function: looks at the clocks that are due, asks for the proofs of addresses, deletes what has
 * been kept long enough, and sends the mail that waits.
 */
export function drainOutbox(entries: EntriesByCollection): () => Promise<Response> {
  const register = buildRegister(entries);
  return async () => {
    const cases = await openCases(() => Promise.resolve(register));
    const clocks = await cases.rounds.tick();
    const deleted = await cases.rounds.deleteOld();
    const asked = await cases.addresses.ask();
    const mail = await cases.rounds.drain();
    log({ event: 'outbox-drained', ...clocks, asked, deleted, ...mail });
    return Response.json({ ...clocks, asked, deleted, ...mail });
  };
}
