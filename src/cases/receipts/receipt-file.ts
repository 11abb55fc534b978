import { derSignature } from '../../lib/ecdsa.ts';
import type { SignedReceipt } from '../../schemas/cases/receipt.ts';
import { statementText } from './signed-texts.ts';

/**
 * A receipt as a file: JSON, with what is signed alone in the second line, so that a shell can take it out as it is. The
 * signature stands there twice: raw, as browsers read it, and as DER in base64, as `openssl` does.
 */
export function receiptFile({ statement, key, signature }: SignedReceipt): string {
  return [
    '{',
    `"statement":${statementText(statement)},`,
    `"key":"${key}",`,
    `"signature":"${signature}",`,
    `"der":"${derSignature(signature)}"`,
    '}',
    '',
  ].join('\n');
}
