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

/** Longer than any office has been there. */
const YEARS_MAX = 100;
const IN_A_YEAR: Record<DurationUnit, number> = {
  minutes: 366 * 24 * 60,
  hours: 366 * 24,
  days: 366,
  'working-days': 366,
  weeks: 53,
  months: 12,
  years: 1,
};
/** Units in which nought says something: at once, and the same day. */
const MAY_BE_NOUGHT: readonly (DurationUnit | undefined)[] = ['minutes', 'days', 'working-days', undefined];

function checkMeasure(
  value: { min?: number | undefined; max?: number | undefined; unit?: DurationUnit | undefined },
  context: z.RefinementCtx,
): void {
  if (value.min !== undefined && value.max !== undefined && value.min > value.max) {
    context.addIssue({ code: 'custom', path: ['min'], message: '"min" is larger than "max"; swap them.' });
  }
  if (value.max === 0 && !MAY_BE_NOUGHT.includes(value.unit))
    context.addIssue({
      code: 'custom',
      path: ['max'],
      message: 'Write 0 minutes for at once and 0 days for the same day; else the time that it takes.',
      input: value.max,
    });
  if (value.unit && Math.max(value.min ?? 0, value.max ?? 0) > YEARS_MAX * IN_A_YEAR[value.unit])
    context.addIssue({
      code: 'custom',
      path: ['max'],
      message: `No promise is longer than ${YEARS_MAX} years. Look at the number and its unit again.`,
      input: value.max,
    });
  if ((value.min !== undefined || value.max !== undefined) && !value.unit) {
    context.addIssue({
      code: 'custom',
      path: ['unit'],
      message: 'Say the unit of the number: minutes, hours, days, working-days, weeks, months or years.',
    });
  }
}
