import * as z from 'zod';
import { emailAddress } from '../primitives.ts';
import { formField } from './form-field.ts';

/** What the reader of an address types to prove it, where the link of the mail does not open. */
export const addressProofForm = z.strictObject({
  address: formField(emailAddress, { control: 'email', autocomplete: 'email', texts: 'addressProof.address' }),
  code: formField(z.string().min(5).max(40), { control: 'text', texts: 'addressProof.code' }),
});
