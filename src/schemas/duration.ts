import * as z from 'zod';
import { field } from './field.ts';
import { line } from './primitives.ts';
import { figureFields } from './provenance.ts';

export const durationUnit = z.enum(['minutes', 'hours', 'days', 'working-days', 'weeks', 'months', 'years']);
export type DurationUnit = z.output<typeof durationUnit>;

const measureFields = {
  min: field(z.number().nonnegative().optional(), {
    label: 'At least',
    help: 'Leave empty unless the promise is a range.',
  }),
  max: field(z.number().nonnegative().optional(), {
    label: 'At most',
    help: 'The number the citizen can hold the agency to.',
  }),
  unit: field(durationUnit.optional(), { label: 'Unit' }),
};

/** A plain length of time, for one step or one time limit. */
export const duration = z.strictObject(measureFields).superRefine(checkMeasure);
export type Duration = z.output<typeof duration>;

/** How long a service takes, as promised. */
export const processingTime = z
  .strictObject({
    kind: field(z.enum(['fixed', 'continuous', 'per-contract', 'as-announced', 'not-stated']), {
      label: 'Kind of promise',
      help: 'A fixed time needs a number and a unit. Choose not stated where no source tells.',
    }),
    ...measureFields,
    appliesTo: field(line.optional(), {
      label: 'Applies to',
      help: 'For a case with its own time, for example "emergency (medical)".',
      translatable: true,
    }),
    clockStarts: field(line.optional(), {
      label: 'Clock starts',
      help: 'For example "after biometric capture".',
      translatable: true,
    }),
    pauses: field(line.optional(), {
      label: 'Clock pauses',
      help: 'What stops the clock, for example "while documents are missing".',
      translatable: true,
    }),
    note: field(line.optional(), { label: 'Note', translatable: true }),
    ...figureFields,
  })
  .superRefine((time, context) => {
    if (time.kind === 'fixed') {
      if (time.max === undefined || time.unit === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['max'],
          message: 'A fixed time needs "max" and "unit"; or choose another kind, such as not-stated.',
        });
      }
    } else if (time.max !== undefined || time.min !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['max'],
        message: `A time of kind "${time.kind}" has no number; remove it or choose kind "fixed".`,
      });
    }
    checkMeasure(time, context);
  });
export type ProcessingTime = z.output<typeof processingTime>;

function checkMeasure(
  value: { min?: number | undefined; max?: number | undefined; unit?: DurationUnit | undefined },
  context: z.RefinementCtx,
): void {
  if (value.min !== undefined && value.max !== undefined && value.min > value.max) {
    context.addIssue({ code: 'custom', path: ['min'], message: '"min" is larger than "max"; swap them.' });
  }
  if ((value.min !== undefined || value.max !== undefined) && !value.unit) {
    context.addIssue({
      code: 'custom',
      path: ['unit'],
      message: 'Say the unit of the number: minutes, hours, days, working-days, weeks, months or years.',
    });
  }
}
