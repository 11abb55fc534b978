import { compactReceipt } from '../../cases/receipts/read-receipt.ts';
import type { Language } from '../../lib/locales.ts';
import type { SignedReceipt } from '../../schemas/cases/receipt.ts';
import { urls } from '../../site/urls.ts';

/**
 * The address that a receipt's QR code holds: the page for checking, with the receipt behind the "#", which no browser
 * sends to the server.
 */
export function receiptAddress(receipt: SignedReceipt, language: Language): string {
  return `${new URL(urls.receipts(language), receipt.statement.portal).href}#${compactReceipt(receipt)}`;
}
