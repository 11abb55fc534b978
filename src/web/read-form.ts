import { bodyLimits, type FormLimit } from './body-limits.ts';
import { formOfParts, type PostedForm, type ReadForm } from './posted-form.ts';
import { bodyOf, readAway, readUpTo, type IncomingBody } from './read-body.ts';
import { readParts } from './read-parts.ts';
import { readPlainParts } from './read-plain-parts.ts';

export interface PostedBody {
  /** Content type, empty where none was given. */
  type: string;
  /** What `Content-Length` says; 0 where it says nothing. */
  declaredBytes: number;
  body: IncomingBody;
}

/** No reference, secret or token is as long. */
const KEY_LENGTH_MAX = 200;

/** Reads the form that a request carries, as `readFormBody` does. */
export function readForm(request: Request, limit: FormLimit = bodyLimits.words): Promise<ReadForm> {
  const { headers } = request;
  const declaredBytes = Number(headers.get('content-length') ?? 0);
  return readFormBody({ type: headers.get('content-type') ?? '', declaredBytes, body: bodyOf(request) }, limit);
}

/**
 * Reads the few short texts of a form that opens something, such as reference and secret of a case, and gives what gives
 * each by its name. What is missing, or is no such form, is an empty text, which opens nothing.
 */
export async function readKeys(request: Request): Promise<(name: string) => string> {
  const read = await readForm(request, bodyLimits.keys);
  return (name) => {
    const given = 'form' in read ? read.form.get(name) : undefined;
    return typeof given === 'string' ? given.slice(0, KEY_LENGTH_MAX) : '';
  };
}

/**
 * Reads a posted form of either kind (HTML, `enctype`) without ever holding more than the limit in memory. The declared
 * length is only a first hint; the bytes themselves are counted. A form with files that is larger than the limit is read
 * for its words alone.
 */
export async function readFormBody({ type, declaredBytes, body }: PostedBody, limit: FormLimit): Promise<ReadForm> {
  const isEncoded = /^application\/x-www-form-urlencoded\b/i.test(type);
  if (!isEncoded && !/^multipart\/form-data\b/i.test(type)) return { refused: 'not-a-form' };
  const bytesMax = limit.withoutFiles ?? limit.body;
  if (declaredBytes > bytesMax) return { refused: 'too-large' };
  const begun = await readUpTo(body, isEncoded ? limit.body : limit.typed);
  if (isEncoded && !begun.whole) {
    await readAway(body, bytesMax - begun.length);
    return { refused: 'too-large' };
  }
  const text = begun.whole ? Buffer.concat(begun.chunks) : undefined;
  const form = text && (isEncoded ? readEncoded(text) : readPlainParts(text, type));
  if (!form) return readParts(begun, body, type, limit);
  return typedBytes(form) > limit.typed ? { refused: 'too-large' } : { form };
}

/** The platform's reader is the standard's own (URL Standard, section 5.1): always UTF-8, whatever charset is named. */
function readEncoded(body: Buffer): PostedForm {
  return formOfParts([...new URLSearchParams(body.toString('utf8'))]);
}

function typedBytes(form: PostedForm): number {
  let bytes = 0;
  for (const [, value] of form.entries()) if (typeof value === 'string') bytes += Buffer.byteLength(value);
  return bytes;
}
