import type { Database } from '../../database/tables.ts';
import { attachmentTypes, type AttachmentType } from '../../schemas/cases/attachment.ts';

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
  const ending = row.type === 'application/pgp-encrypted' ? 'gpg' : attachmentTypes[row.type as AttachmentType];
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
