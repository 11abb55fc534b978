import type * as z from 'zod';
import { processingTime, duration } from '../../schemas/duration.ts';
import { fee } from '../../schemas/fee.ts';
import { amount, currency, isoDate, partialDate } from '../../schemas/primitives.ts';
import { evidence } from '../../schemas/provenance.ts';
import { step } from '../../schemas/service.ts';

/** Schemas with a control of their own, whatever their type. */
const controls: [z.ZodType, string][] = [
  [amount, 'desk-amount'],
  [currency, 'desk-currency'],
  [isoDate, 'desk-day'],
  [partialDate, 'desk-date'],
  [duration, 'desk-duration'],
  [evidence, 'desk-evidence'],
];

/** Schemas whose lists have a control of their own. */
const lists: [z.ZodType, string][] = [
  [fee, 'desk-fees'],
  [processingTime, 'desk-times'],
  [step, 'desk-steps'],
];

/** The control made for a schema, if there is one. */
export function ownControl(schema: z.ZodType): string | undefined {
  return controls.find(([known]) => isSame(known, schema))?.[1];
}

/** The control made for lists of a schema, if there is one. */
export function ownList(element: z.ZodType): string | undefined {
  return lists.find(([known]) => isSame(known, element))?.[1];
}

/** Zod copies a schema when metadata is attached to it; the copy keeps the definition. */
function isSame(known: z.ZodType, schema: z.ZodType): boolean {
  return known.def === schema.def;
}
