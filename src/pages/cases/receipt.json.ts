import type { APIRoute } from 'astro';
import { receiptFile } from '../../cases/receipts/receipt-file.ts';
import { confidentialFile, confidentialRefusal } from '../../web/answers.ts';
import { clientAddressOf } from '../../web/client-address.ts';
import { readKeys } from '../../web/read-form.ts';

const type = 'application/json; charset=utf-8';

/** Gives a citizen the receipt of their case as a file. Only a posted form opens it, so no secret stands in an address. */
export const POST: APIRoute = async (context) => {
  const key = await readKeys(context.request);
  const [reference, secret] = [key('reference'), key('secret')];
  const { citizen, knock } = await context.locals.app.cases();
  const knocked = await knock(reference, clientAddressOf(context), () => citizen.receipt(reference, secret));
  if (knocked.kind === 'later') {
    const says = '{"error":"Wrong secrets were tried too often. Try again later."}\n';
    return confidentialRefusal('later', says, { type, until: knocked.until });
  }
  const receipt = knocked.value?.receipt;
  // A report is named after its day alone: the name of a file is read in passing.
  const { reference: named, received } = receipt?.statement ?? {};
  return receipt
    ? confidentialFile({ name: `receipt-${named ?? received?.slice(0, 10)}.json`, type, content: receiptFile(receipt) })
    : confidentialRefusal('not-found', '{"error":"There is no receipt for this reference and this secret."}\n', {
        type,
      });
};
