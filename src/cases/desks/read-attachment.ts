import type { Database } from '../../database/tables.ts';
import { attachmentTypes, type AttachmentType } from '../../schemas/cases/attachment.ts';
import type { Download } from '../../web/answers.ts';

/** A file of a case under the name that it is saved by, or undefined. */
export async function readAttachment(db: Database, caseId: string, number: number): Promise<Download | undefined> {
  if (!Number.isSafeInteger(number)) return undefined;
  const row = await db
    .selectFrom('attachments')
    .innerJoin('cases', 'cases.id', 'attachments.case_id')
    .select(['attachments.type', 'attachments.content', 'cases.reference'])
    .where('case_id', '=', caseId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const ending = row.type === 'application/pgp-encrypted' ? 'gpg' : attachmentTypes[row.type as AttachmentType];
  return { name: `${row.reference}-${number}.${ending}`, type: row.type, content: new Uint8Array(row.content) };
}
