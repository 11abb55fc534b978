import { createHash } from 'node:crypto';
import type { Database } from '../../database/tables.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { createKeyPair, readPrivateKey, type PublicJwk } from '../../lib/ecdsa.ts';
import { boxKey, openBox, sealBox } from '../../lib/sealed-box.ts';
import { receiptKey, type ReceiptKey } from '../../schemas/cases/receipt.ts';
import type { ReceiptKeyRow } from './tables.ts';

/** What signs now. */
export interface SigningKey {
  id: string;
  privateKey: CryptoKey;
}

export interface KeyDependencies {
  db: Database;
  /** The server's own key, which seals the private parts. */
  secret: string;
  clock: () => Date;
}

/**
 * Makes what gives the key that signs now. The pair lies in the database, sealed, so that every process and machine
 * signs with the same one; the first to need it makes it. Rejects where the server's own key is not the one that sealed
 * it.
 */
export function createSigningKeys(dependencies: KeyDependencies): (db?: Database) => Promise<SigningKey> {
  let opened: SigningKey | undefined;
  return async (db = dependencies.db) => {
    const row = (await newestKey(db)) ?? (await addKey(db, dependencies));
    if (opened?.id === row.id) return opened;
    opened = await openKey(row, dependencies.secret);
    return opened;
  };
}

/** Puts a new pair in the place of the one in use, whose private part is deleted. Gives the new one's id. */
export async function rotateKey(dependencies: KeyDependencies): Promise<string> {
  return (await addKey(dependencies.db, dependencies)).id;
}

/** The public keys, the one in use first. */
export async function publishedKeys(db: Database): Promise<ReceiptKey[]> {
  const rows = await db.selectFrom('receipt_keys').selectAll().orderBy('number', 'desc').execute();
  return rows.map(({ id, public_key, made_at, retired_at }) =>
    receiptKey.parse({
      ...(JSON.parse(public_key) as object),
      kid: id,
      alg: 'ES256',
      use: 'sig',
      from: made_at,
      ...(retired_at ? { until: retired_at } : {}),
    }),
  );
}

function newestKey(db: Database): Promise<ReceiptKeyRow | undefined> {
  return db.selectFrom('receipt_keys').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
}

const sealingKey = (secret: string): Uint8Array => boxKey(secret, 'receipt-key');

async function openKey({ id, sealed_key: sealed }: ReceiptKeyRow, secret: string): Promise<SigningKey> {
  let pkcs8: Buffer;
  try {
    pkcs8 = openBox(sealingKey(secret), sealed ?? new Uint8Array());
  } catch (cause) {
    throw new Error(
      'The key for receipts does not open with this server’s own key. Give back the OPENCHARTER_SECRET that it was made with, the same to all that share the database, or run "npm run receipts -- rotate".',
      { cause },
    );
  }
  return { id, privateKey: await readPrivateKey(new Uint8Array(pkcs8)) };
}

/** Adds a pair under the next number. Of two who do so at once one does, and both get that one. */
async function addKey(db: Database, { secret, clock }: KeyDependencies): Promise<ReceiptKeyRow> {
  const { publicKey, privateKey } = await createKeyPair();
  const before = await newestKey(db);
  const at = clock().toISOString();
  const row: ReceiptKeyRow = {
    number: (before?.number ?? 0) + 1,
    id: keyIdOf(publicKey),
    public_key: JSON.stringify(publicKey),
    sealed_key: sealBox(sealingKey(secret), [privateKey]),
    made_at: at,
    retired_at: null,
  };
  const added = await db
    .insertInto('receipt_keys')
    .values(row)
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return (await newestKey(db)) ?? row;
  if (before)
    await db
      .updateTable('receipt_keys')
      .set({ sealed_key: null, retired_at: at })
      .where('number', '=', before.number)
      .execute();
  return row;
}

/** The begin of a key's thumbprint (RFC 7638). */
export function keyIdOf({ kty, crv, x, y }: PublicJwk): string {
  return createHash('sha256').update(canonicalJson({ kty, crv, x, y })).digest('hex').slice(0, 16);
}
