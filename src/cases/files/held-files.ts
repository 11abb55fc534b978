import { createHash, randomBytes } from 'node:crypto';
import { boxKey, openBox, sealBox } from '../../lib/sealed-box.ts';
import type { HeldFileRow } from '../store/tables.ts';
import type { Database } from '../../database/tables.ts';
import type { AttachmentType, Attachment } from '../../schemas/cases/attachment.ts';
import { cleanText } from '../../lib/clean-text.ts';

/** A file that was chosen and is not sent yet. */
export interface HeldFile extends Attachment {
  /** Opens it again. Whoever has none finds nothing in the store that can be read. */
  token: string;
  /** As it is called on the sender's own device, for them alone to know it by. */
  name: string;
}

/** Hidden or ticked in a form that is shown again: the tokens of the files that stay with it. */
export const heldFileField = 'heldFile';

/** Files that are not sent within an hour are forgotten. */
const HELD_FOR_MS = 60 * 60_000;
/** What all together may take up. Then the oldest go first: their senders choose them again, and lose no word. */
const HELD_BYTES_MAX = 256 * 1024 * 1024;
/** What its key is worked out for. */
const USE = 'held-file';
const NAME_LENGTH_MAX = 80;

/**
 * Keeps files for an hour, so that a form can be shown again without losing them. Each is sealed (AES-256-GCM) with a
 * key that follows from its token, which goes to the sender's form and is stored nowhere.
 */
export async function holdFiles(
  db: Database,
  files: (Attachment & { name: string })[],
  now: Date,
): Promise<HeldFile[]> {
  const held = files.map((file): HeldFile => ({
    ...file,
    name: shownName(file.name),
    token: randomBytes(16).toString('base64url'),
  }));
  if (held.length === 0) return held;
  await makeRoom(
    db,
    held.reduce((sum, { content }) => sum + content.length, 0),
    now,
  );
  for (const file of held) await db.insertInto('held_files').values(seal(file, now)).execute();
  return held;
}

/** The files that tokens stand for, in their order. Those that are no longer there are left out. */
export async function openHeldFiles(db: Database, tokens: string[], now: Date): Promise<HeldFile[]> {
  if (tokens.length === 0) return [];
  const rows = await db
    .selectFrom('held_files')
    .selectAll()
    .where('id', 'in', tokens.map(idOf))
    .where('held_at', '>', oldest(now))
    .execute();
  return tokens.flatMap((token) => {
    const row = rows.find(({ id }) => id === idOf(token));
    return row ? [open(row, token)] : [];
  });
}

/** Forgets files that were sent, or that their sender took away. */
export async function dropHeldFiles(db: Database, tokens: string[]): Promise<void> {
  if (tokens.length > 0) await db.deleteFrom('held_files').where('id', 'in', tokens.map(idOf)).execute();
}

/** Forgets the files whose hour is over. */
export async function dropOldHeldFiles(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('held_files').where('held_at', '<=', oldest(now)).execute();
}

function oldest(now: Date): string {
  return new Date(now.getTime() - HELD_FOR_MS).toISOString();
}

async function makeRoom(db: Database, bytes: number, now: Date): Promise<void> {
  await dropOldHeldFiles(db, now);
  const rows = await db.selectFrom('held_files').select(['id', 'bytes']).orderBy('held_at').execute();
  let over = bytes - HELD_BYTES_MAX + rows.reduce((sum, row) => sum + row.bytes, 0);
  for (const row of rows) {
    if (over <= 0) return;
    over -= row.bytes;
    await db.deleteFrom('held_files').where('id', '=', row.id).execute();
  }
}

function seal({ token, name, type, content }: HeldFile, now: Date): HeldFileRow {
  const head = Buffer.from(`${JSON.stringify({ name, type })}\n`);
  const sealed = sealBox(boxKey(token, USE), [head, content]);
  return { id: idOf(token), held_at: now.toISOString(), bytes: content.length, sealed };
}

function open(row: HeldFileRow, token: string): HeldFile {
  const plain = openBox(boxKey(token, USE), row.sealed);
  const headEnd = plain.indexOf('\n');
  const { name, type } = JSON.parse(plain.toString('utf8', 0, headEnd)) as { name: string; type: AttachmentType };
  return { token, name, type, content: plain.subarray(headEnd + 1) };
}

function idOf(token: string): string {
  return createHash('sha256').update(`held-file:${token}`).digest('hex');
}

/** A browser gives the bare name; other programs may give a path, or anything. */
function shownName(name: string): string {
  const shown = cleanText(name)
    .replace(/^.*[/\\]/s, '')
    .replace(/\s+/g, ' ')
    .trim();
  return [...shown].length > NAME_LENGTH_MAX ? `${[...shown].slice(0, NAME_LENGTH_MAX - 1).join('')}…` : shown;
}
