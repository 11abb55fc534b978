import { FILES_MAX } from '../schemas/cases/complaint.ts';
import { readMultipart } from './multipart.ts';
import type { PostedForm } from './posted-form.ts';
import { OVERSIZED_BYTES_MAX, readWithoutFiles } from './read-without-files.ts';
import { FILE_BYTES_MAX } from '../schemas/cases/attachment.ts';

/** More than the longest complaint takes, in any script, as multipart form data. */
export const TEXT_FORM_BYTES_MAX = 32 * 1024;

/** A complaint with as many files as may come with it, and the lines between them. */
export const FILE_FORM_BYTES_MAX = TEXT_FORM_BYTES_MAX + FILES_MAX * FILE_BYTES_MAX + 4096;

export type ReadForm = { form: PostedForm } | { refused: 'too-large' | 'not-a-form' };

/** The HTTP status of a form that was refused (RFC 9110, sections 15.5.14 and 15.5.16). */
export const refusalStatus = { 'too-large': 413, 'not-a-form': 415 } as const;

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
  // The rest of a body that is too large is left unread, not cancelled: cancelling would cut the line before our
  // answer.
  const chunks = request.body?.values({ preventCancel: true }) ?? noChunks();
  const { headers } = request;
  return readFormBody(
    { type: headers.get('content-type') ?? '', declaredBytes: Number(headers.get('content-length') ?? 0), chunks },
    limitBytes,
  );
}

/**
 * Reads a posted form without ever holding more than the limit in memory. The declared length is only a first
 * hint; the bytes themselves are counted. What is typed stays small also where files may be large. A form with files
 * that is larger than the limit is read for its words alone.
 */
export async function readFormBody({ type, declaredBytes, chunks }: PostedBody, limitBytes: number): Promise<ReadForm> {
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return { refused: 'not-a-form' };
  if (declaredBytes > (limitBytes < FILE_FORM_BYTES_MAX ? limitBytes : OVERSIZED_BYTES_MAX))
    return { refused: 'too-large' };
  const incoming = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  if (!(await readBytes(incoming, limitBytes, seen))) {
    const form =
      limitBytes < FILE_FORM_BYTES_MAX
        ? undefined
        : await readWithoutFiles(goingOn(seen, incoming), type, TEXT_FORM_BYTES_MAX);
    return form ? { form } : { refused: 'too-large' };
  }
  const body = Buffer.concat(seen);
  try {
    const form =
      readMultipart(body, type) ??
      (await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData());
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

/** Reads until the end, or until there is more than the limit; then it gives false. */
async function readBytes(
  incoming: AsyncIterator<Uint8Array>,
  limitBytes: number,
  seen: Uint8Array[],
): Promise<boolean> {
  let length = 0;
  for (let next = await incoming.next(); !next.done; next = await incoming.next()) {
    seen.push(next.value);
    length += next.value.byteLength;
    if (length > limitBytes) return false;
  }
  return true;
}

/** Gives what was read already, letting go of it, and then the rest. */
async function* goingOn(seen: Uint8Array[], incoming: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let chunk = seen.shift(); chunk; chunk = seen.shift()) yield chunk;
  for (let next = await incoming.next(); !next.done; next = await incoming.next()) yield next.value;
}

async function* noChunks(): AsyncGenerator<Uint8Array> {}
