import * as z from 'zod';
import { weekdays } from '../lib/opening.ts';
import { field } from './field.ts';

const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time as hours and minutes, for example 08:00 or 17:30.');

const times = z
  .strictObject({
    days: field(z.array(z.enum(weekdays)).min(1, 'Name the days.'), { label: 'Days' }),
    from: field(time, { label: 'Opens at' }),
    to: field(time, { label: 'Closes at', help: 'A time that is not later is of the day after: 20:00 to 02:00.' }),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'For day and night write 00:00 to 24:00.' });

/**
 * When something is open, so exactly that a visitor's phone can say whether it is open now. Only where a source names the
 * days and the times; what it says in other words stands in the opening hours.
 */
export const opening = z.strictObject({
  times: field(z.array(times).min(1, 'Name the times, or leave the field out.'), { label: 'Times' }),
  publicHolidays: field(z.enum(['open', 'closed', 'not-stated']).default('not-stated'), {
    label: 'On public holidays',
  }),
});
export type Opening = z.output<typeof opening>;
