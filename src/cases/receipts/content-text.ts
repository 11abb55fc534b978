import { canonicalJson } from '../../lib/canonical-json.ts';

/** What the hash of a receipt is taken of: whom it went to, when, a salt, and the words as they are proved. */
export function contentText(
  { body, received, salt }: { body: { id: string }; received: string; salt: string },
  words: string,
): string {
  return canonicalJson({ body: body.id, received, salt, words });
}
