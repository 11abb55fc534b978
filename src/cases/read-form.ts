import { FILES_MAX } from '../schemas/cases/complaint.ts';
import { FILE_BYTES_MAX } from './attachments/take-files.ts';
import { readMultipart } from './multipart.ts';
import type { PostedForm } from './posted-form.ts';

/** More than the longest complaint takes, in any script, as multipart form data. */
export const TEXT_FORM_BYTES_MAX = 32 * 1024;

/** A complaint with as many files as may come with it, and the lines between them. */
export const FILE_FORM_BYTES_MAX = TEXT_FORM_BYTES_MAX + FILES_MAX * FILE_BYTES_MAX + 4096;

export type ReadForm = { form: PostedForm } | { refused: 'too-large' | 'not-a-form' };

/** A body on its way in. */
export interface PostedBody {
  /** Content type, empty where none was given. */
  type: string;
  /** What `Content-Length` says; 0 where it says nothing. */
  declaredBytes: number;
  chunks: AsyncIterable<Uint8Array>;
}

/** Reads the form that a request carries, as `readFormBody` does. */
export function readForm(request: Request, limitBytes: number = TEXT_FORM_BYTES_MAX): Promise<ReadForm> {
  // The rest of a body that is too large is left unread, not cancelled: cancelling would cut the line before our answer.
  const chunks = request.body?.values({ preventCancel: true }) ?? noChunks();
  const { headers } = request;
  return readFormBody({ type: headers.get('content-type') ?? '', declaredBytes: Number(headers.get('content-length') ?? 0), chunks }, limitBytes);
}

/**
 * Reads a posted form without ever holding more than the limit in memory. The declared length is only a first
 * hint; the bytes themselves are counted. What is typed stays small also where files may be large.
 */
export async function readFormBody({ type, declaredBytes, chunks }: PostedBody, limitBytes: number): Promise<ReadForm> {
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return { refused: 'not-a-form' };
  if (declaredBytes > limitBytes) return { refused: 'too-large' };
  const body = await readBytes(chunks, limitBytes);
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

async function readBytes(body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* noChunks(): AsyncGenerator<Uint8Array> {}
