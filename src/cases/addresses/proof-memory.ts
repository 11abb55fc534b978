import type { Register } from '../../register/register.ts';
import { everyAddress, type Usable } from '../routing/reach.ts';
import { needsProof } from './policy.ts';
import { nothingKnown, readStanding, usableIn } from './standing.ts';
import type { Database } from '../../database/tables.ts';

/** What is known of addresses, kept in memory: a case is routed without asking the database. */
export interface ProofMemory {
  /**
   * Reads the proofs again where they were last read too long ago. Never fails: what was read before goes on counting.
   */
  keepFresh(): Promise<void>;
  /** Has them read again before they are next used, because this process changed one. */
  forget(): void;
  /** Which addresses may be used: the same function until the proofs are read again. */
  usableIn(register: Register): Usable;
}

/** What other processes change is known here after so long at most. */
const FRESH_MS = 30_000;

export function createProofMemory({ db, register, clock, log }: ProofMemoryOptions): ProofMemory {
  let known = nothingKnown;
  let usable = new WeakMap<Register, Usable>();
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;
  let changes = 0;
  const read = async (): Promise<void> => {
    try {
      const at = clock().getTime();
      const before = changes;
      if (!needsProof((await register()).portal)) {
        readAt = at;
        return;
      }
      known = await readStanding(db);
      usable = new WeakMap();
      if (before === changes) readAt = at;
    } catch (error) {
      log({ event: 'proofs-not-read', error: (error as Error).message });
    }
  };
  return {
    async keepFresh() {
      if (clock().getTime() - readAt < FRESH_MS) return;
      await (reading ??= read().finally(() => (reading = undefined)));
    },
    forget() {
      changes++;
      readAt = -Infinity;
    },
    usableIn(register) {
      if (!needsProof(register.portal)) return everyAddress;
      let edition = usable.get(register);
      if (!edition) usable.set(register, (edition = usableIn(known, register, clock)));
      return edition;
    },
  };
}

interface ProofMemoryOptions {
  db: Database;
  register: () => Promise<Register>;
  clock: () => Date;
  log: (event: object) => void;
}
