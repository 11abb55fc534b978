import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../database/tables.ts';
import { boxKey, openBox, sealBox } from '../../lib/sealed-box.ts';

/** A document that an officer gave, with the name that it had on their device. */
export interface GivenDocument {
  name: string;
  bytes: Buffer;
}

/** A document that is kept, and the token that opens it together with the officer's address. */
export interface HeldDocument extends GivenDocument {
  token: string;
}

export interface HeldDocumentRow {
  /** Hash of the token. */
  id: string;
  /** The officer's address, in small letters. */
  officer: string;
  /** ISO 8601, UTC. */
  held_at: string;
  bytes: number;
  sealed: Uint8Array;
}

declare module '../../database/tables.ts' {
  interface Tables {
    held_documents: HeldDocumentRow;
  }
}

const HELD_FOR_MS = 60 * 60_000;
/** Of one officer. Then the oldest goes first, and is chosen again where it is still wanted. */
const HELD_MAX = 3;
/** Of all officers together. */
const HELD_BYTES_MAX = 128 * 1024 * 1024;

/**
 * Documents that were given and are not yet rightly described, since no browser keeps a file for a form that comes
 * back. Each is sealed (AES-256-GCM) with a key of its token, which stands in the officer's page alone, and of the
 * officer's address: nobody else reads it. It is forgotten after an hour.
 */
export interface HeldDocuments {
  hold(email: string, document: GivenDocument): Promise<HeldDocument>;
  /** Undefined for what is no longer kept, and for a token of somebody else. */
  open(email: string, token: string): Promise<HeldDocument | undefined>;
  /** Forgets those whose hour is over. */
  forgetOld(): Promise<void>;
}

export function createHeldDocuments(open: () => Promise<Database>, clock: () => Date): HeldDocuments {
  const oldest = (): string => new Date(clock().getTime() - HELD_FOR_MS).toISOString();

  async function forgetOld(): Promise<void> {
    const db = await open();
    await db.deleteFrom('held_documents').where('held_at', '<=', oldest()).execute();
  }

  /** Makes room for another: the oldest go, of the officer and of all. */
  async function makeRoom(officer: string, bytes: number): Promise<void> {
    await forgetOld();
    const db = await open();
    const rows = await db
      .selectFrom('held_documents')
      .select(['id', 'officer', 'bytes'])
      .orderBy('held_at', 'desc')
      .execute();
    let all = bytes;
    let own = 1;
    for (const row of rows) {
      all += row.bytes;
      if (row.officer === officer) own++;
      if (all > HELD_BYTES_MAX || (row.officer === officer && own > HELD_MAX))
        await db.deleteFrom('held_documents').where('id', '=', row.id).execute();
    }
  }

  return {
    forgetOld,
    async hold(email, { name, bytes }) {
      const officer = email.toLowerCase();
      const token = randomBytes(16).toString('base64url');
      await makeRoom(officer, bytes.length);
      const sealed = sealBox(keyOf(token, officer), [Buffer.from(`${JSON.stringify(name)}\n`), bytes]);
      const db = await open();
      await db
        .insertInto('held_documents')
        .values({ id: idOf(token), officer, held_at: clock().toISOString(), bytes: bytes.length, sealed })
        .execute();
      return { token, name, bytes };
    },
    async open(email, token) {
      const officer = email.toLowerCase();
      const db = await open();
      const row = await db
        .selectFrom('held_documents')
        .select('sealed')
        .where('id', '=', idOf(token))
        .where('officer', '=', officer)
        .where('held_at', '>', oldest())
        .executeTakeFirst();
      if (!row) return undefined;
      const plain = openBox(keyOf(token, officer), row.sealed);
      const headEnd = plain.indexOf('\n');
      return {
        token,
        name: JSON.parse(plain.toString('utf8', 0, headEnd)) as string,
        bytes: plain.subarray(headEnd + 1),
      };
    },
  };
}

const keyOf = (token: string, officer: string): Uint8Array => boxKey(`${token} ${officer}`, 'held-document');
const idOf = (token: string): string => createHash('sha256').update(`held-document:${token}`).digest('hex');
