import { withoutHidden } from '../lib/hidden-characters.ts';

/** Far more than the form can hold, and little enough to read without care. */
const BYTES_MAX = 8192;

/**
 * Gives the texts of a posted form without what cannot be seen; undefined when it is too large or no form. Files are
 * left out.
 */
export async function readFeedbackForm(request: Request): Promise<Record<string, string> | undefined> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return Object.fromEntries([...fields].map(([name, value]) => [name, withoutHidden(value)]));
}
