import { FILES_MAX } from '../schemas/cases/complaint.ts';
import { FILE_BYTES_MAX } from './attachments/take-files.ts';
import { readMultipart } from './multipart.ts';
import type { PostedForm } from './posted-form.ts';

/** More than the longest complaint takes, in any script, as multipart form data. */
export const TEXT_FORM_BYTES_MAX = 32 * 1024;

/** A complaint with as many files as may come with it, and the lines between them. */
export const FILE_FORM_BYTES_MAX = TEXT_FORM_BYTES_MAX + FILES_MAX * FILE_BYTES_MAX + 4096;

export type ReadForm = { form: PostedForm } | { refused: 'too-large' | 'not-a-form' };

/**
 * Reads a posted form without ever holding more than the limit in memory. `Content-Length` is only a first
 * hint; the bytes themselves are counted. What is typed stays small also where files may be large.
 */
export async function readForm(request: Request, limitBytes: number = TEXT_FORM_BYTES_MAX): Promise<ReadForm> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return { refused: 'not-a-form' };
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return { refused: 'too-large' };
  const body = await readBytes(request, limitBytes);
  if (!body) return { refused: 'too-large' };
  try {
    const form = readMultipart(body, type) ?? (await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData());
    return typedBytes(form) > TEXT_FORM_BYTES_MAX ? { refused: 'too-large' } : { form };
  } catch {
    return { refused: 'not-a-form' };
  }
}

function typedBytes(form: PostedForm): number {
  let bytes = 0;
  for (const [, value] of form.entries()) if (typeof value === 'string') bytes += Buffer.byteLength(value);
  return bytes;
}

async function readBytes(request: Request, limitBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The rest of a body that is too large is left unread, not cancelled: cancelling would cut the line before our answer.
  for await (const chunk of request.body?.values({ preventCancel: true }) ?? []) {
    length += chunk.byteLength;
    if (length > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
