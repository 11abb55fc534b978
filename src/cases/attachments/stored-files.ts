import { createHash } from 'node:crypto';
import type { AttachmentRow, Database } from '../store/tables.ts';
import { attachmentTypes, type AttachmentType } from './sniff.ts';
import type { Attachment } from './take-files.ts';

/** A file as it is told to whoever may see the case. */
export interface AttachmentSummary {
  /** From 1. */
  number: number;
  type: string;
}

/** Gives the rows of a new case's files, to be stored in the transaction of the case. */
export function attachmentRows(caseId: string, files: Attachment[]): AttachmentRow[] {
  return files.map(({ type, content }, index) => ({ case_id: caseId, number: index + 1, type, content }));
}

/** Gives what tells the same files from others: their hashes, in order. */
export function fileHashes(files: Attachment[]): string[] {
  return files.map(({ content }) => createHash('sha256').update(content).digest('hex'));
}

/** Gives the files of a case. Call it only for whoever may see that case: the one who follows it, or an officer by a signed link. */
export async function listAttachments(db: Database, caseId: string): Promise<AttachmentSummary[]> {
  return db.selectFrom('attachments').select(['number', 'type']).where('case_id', '=', caseId).orderBy('number').execute();
}

/**
 * Gives a file of a case as a download, or undefined. No browser shows it inside the portal or guesses that it is
 * something else, so a file that is a picture and a script at once stays a picture.
 */
export async function attachmentResponse(db: Database, caseId: string, number: number): Promise<Response | undefined> {
  if (!Number.isSafeInteger(number)) return undefined;
  const row = await db
    .selectFrom('attachments')
    .innerJoin('cases', 'cases.id', 'attachments.case_id')
    .select(['attachments.type', 'attachments.content', 'cases.reference'])
    .where('case_id', '=', caseId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const ending = attachmentTypes[row.type as AttachmentType];
  return new Response(new Uint8Array(row.content), {
    headers: {
      'Content-Type': row.type,
      'Content-Disposition': `attachment; filename="${row.reference}-${number}.${ending}"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });
}
