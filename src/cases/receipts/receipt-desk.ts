import type { Database } from '../../database/tables.ts';
import { signText } from '../../lib/ecdsa.ts';
import type { ChainDay, ReceiptKey, SignedReceipt } from '../../schemas/cases/receipt.ts';
import { closeDays, readDay } from './chain.ts';
import { createSigningKeys, publishedKeys } from './keys.ts';
import { listReceipt, readStatement } from './receipt-rows.ts';
import { statementText } from './signed-texts.ts';

/** Receipts of cases, and what is published so that anybody can check them. */
export interface ReceiptDesk {
  /** The receipt of a case, signed now; undefined for a case from before there were receipts. */
  ofCase(caseId: string): Promise<SignedReceipt | undefined>;
  /** Puts the receipt of a report into the chain, because its writer wants it there. */
  list(caseId: string): Promise<void>;
  /** The public keys, the one in use first. Makes the first where there is none. */
  keys(): Promise<ReceiptKey[]>;
  /** A closed day of the chain, or the newest; undefined where it is not closed. */
  day(day?: string): Promise<ChainDay | undefined>;
  /** Closes the days that are over. What goes wrong is logged: nobody's submission waits for it. */
  closeDays(): Promise<void>;
  /** Origin of the portal, as receipts name it. */
  portal: string;
}

export interface ReceiptDependencies {
  db: Database;
  secret: string;
  siteUrl: string;
  clock: () => Date;
  log: (event: object) => void;
}

/** Makes the desk of a portal. */
export function createReceiptDesk(dependencies: ReceiptDependencies): ReceiptDesk {
  const { db, secret, clock, log } = dependencies;
  const portal = new URL(dependencies.siteUrl).origin;
  const signingKey = createSigningKeys(dependencies);
  let closedOn = '';
  const close = async (): Promise<void> => {
    const today = clock().toISOString().slice(0, 10);
    if (closedOn === today) return;
    try {
      const closed = await closeDays({ db, portal, signingKey, clock });
      closedOn = today;
      if (closed > 0) log({ event: 'chain-days-closed', closed });
    } catch (error) {
      log({ event: 'chain-not-closed', error: (error as Error).message });
    }
  };
  return {
    portal,
    closeDays: close,
    async ofCase(caseId) {
      const statement = await readStatement(db, caseId, secret);
      if (!statement) return undefined;
      const { id, privateKey } = await signingKey();
      return { statement, key: id, signature: await signText(privateKey, statementText(statement)) };
    },
    async list(caseId) {
      await close();
      await listReceipt(db, caseId, secret, clock());
    },
    async keys() {
      await signingKey();
      return publishedKeys(db);
    },
    async day(day) {
      await close();
      return readDay(db, day);
    },
  };
}
