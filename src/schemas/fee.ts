import * as z from 'zod';
import { field } from './field.ts';
import { amount, currency, isoDate, line } from './primitives.ts';
import { figureFields } from './provenance.ts';

const shared = {
  label: field(line.optional(), {
    label: 'What it is for',
    help: 'For a service with several fees, for example "32 pages, 5 years".',
    translatable: true,
  }),
  validFrom: field(isoDate.optional(), { label: 'Valid from' }),
  legalBasis: field(line.optional(), {
    label: 'Legal basis',
    help: 'The regulation, gazette notice or schedule that sets the fee.',
  }),
  payAt: field(line.optional(), { label: 'Where to pay', translatable: true }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  ...figureFields,
};

const fees = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: field(z.literal('fixed'), { label: 'Fixed amount' }),
      amount: field(amount, {
        label: 'Amount',
        help: 'In whole currency units, for example 100000 for one hundred thousand naira.',
      }),
      currency: field(currency, { label: 'Currency' }),
      per: field(line.optional(), { label: 'Per', help: 'For example "a day" or "per name".', translatable: true }),
      ...shared,
    })
    .meta({ title: 'Fixed amount' }),
  z.strictObject({ kind: field(z.literal('free'), { label: 'Free' }), ...shared }).meta({ title: 'Free of charge' }),
  z
    .strictObject({
      kind: field(z.literal('formula'), { label: 'Formula' }),
      formula: field(line, {
        label: 'How it is worked out',
        help: 'For example "2.75 % of gross pay, at least 300 shillings".',
        translatable: true,
      }),
      currency: field(currency, { label: 'Currency' }),
      ...shared,
    })
    .meta({ title: 'Worked out by a formula' }),
  z
    .strictObject({ kind: field(z.literal('per-contract'), { label: 'As per contract' }), ...shared })
    .meta({ title: 'As per contract' }),
  z
    .strictObject({ kind: field(z.literal('not-stated'), { label: 'Not stated' }), ...shared })
    .meta({ title: 'Not stated by any source' }),
]);

/** What a service costs. Each kind says a different thing to the citizen, "not-stated" included. */
export const fee = fees.superRefine((stated, context) => {
  if (stated.kind === 'fixed' && stated.amount === 0)
    context.addIssue({
      code: 'custom',
      path: ['amount'],
      message: 'What costs nothing is of the kind "Free of charge". Choose that, or write the amount.',
      input: stated.amount,
    });
});
export type Fee = z.output<typeof fee>;
