import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AttachmentRow, FileSender } from './tables.ts';
import type { Database } from '../../database/tables.ts';
import { type Attachment } from '../../schemas/cases/attachment.ts';

/** A file as it is told to whoever may see the case. */
export interface AttachmentSummary {
  /** From 1. */
  number: number;
  type: string;
  bytes: number;
  /** Number of the event it came with; 1 is the first form. */
  sequence: number;
  sender: FileSender;
}

/** The rows of a new case's files, to be stored in the transaction of the case. */
export function attachmentRows(caseId: string, files: Attachment[]): AttachmentRow[] {
  return rowsOf(caseId, files, { sequence: 1, sender: 'citizen' }, 1);
}

/** Stores the files that came with an event. Call it inside the transaction of the event. */
export async function addFiles(
  transaction: Database,
  caseId: string,
  files: Attachment[],
  event: FileOrigin,
): Promise<void> {
  if (files.length === 0) return;
  const { last } = await transaction
    .selectFrom('attachments')
    .select((build) => build.fn.max('number').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  for (const row of rowsOf(caseId, files, event, (last ?? 0) + 1))
    await transaction.insertInto('attachments').values(row).execute();
}

/** How many files a case has from one side. */
export async function countFiles(db: Database, caseId: string, sender: FileSender): Promise<number> {
  const { files } = await db
    .selectFrom('attachments')
    .select((build) => build.fn.countAll().as('files'))
    .where('case_id', '=', caseId)
    .where('sender', '=', sender)
    .executeTakeFirstOrThrow();
  return Number(files);
}

/** Deletes all files that the citizen sent, and gives how many there were. */
export async function deleteCitizenFiles(transaction: Database, caseId: string): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('attachments')
    .where('case_id', '=', caseId)
    .where('sender', '=', 'citizen')
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** What tells the same files from others: their hashes, in order. */
export function fileHashes(files: Attachment[]): string[] {
  return files.map(({ content }) => createHash('sha256').update(content).digest('hex'));
}

/**
 * The files of a case. Call it only for whoever may see that case: the one who follows it, or an officer by a
 * signed link.
 */
export async function listAttachments(db: Database, caseId: string): Promise<AttachmentSummary[]> {
  return db
    .selectFrom('attachments')
    .select(['number', 'type', 'sequence', 'sender', sql<number>`octet_length(content)`.as('bytes')])
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute();
}

type FileOrigin = Pick<AttachmentRow, 'sequence' | 'sender'>;

function rowsOf(caseId: string, files: Attachment[], origin: FileOrigin, first: number): AttachmentRow[] {
  return files.map(({ type, content }, index) => ({
    case_id: caseId,
    number: first + index,
    ...origin,
    type,
    content,
  }));
}
