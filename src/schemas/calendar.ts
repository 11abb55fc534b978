import * as z from 'zod';
import { weekdays } from '../lib/opening.ts';
import { field } from './field.ts';
import { isoDate, line, monthDay, slug } from './primitives.ts';
import { evidence } from './provenance.ts';

const weekday = z.enum(weekdays);

/** A rule that gives a public holiday each year. */
const holidayRule = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: field(z.literal('fixed'), { label: 'Fixed date' }),
      name: field(line, { label: 'Name', translatable: true }),
      date: field(monthDay, { label: 'Month and day' }),
      ifSunday: field(z.enum(['stays', 'next-day-not-a-holiday']).default('stays'), {
        label: 'If it falls on a Sunday',
      }),
      evidence: field(evidence, { label: 'Evidence' }),
    })
    .meta({ title: 'Fixed date' }),
  z
    .strictObject({
      kind: field(z.literal('easter'), { label: 'Counted from Easter' }),
      name: field(line, { label: 'Name', translatable: true }),
      offsetDays: field(z.number().int().min(-60).max(60), {
        label: 'Days after Easter Sunday',
        help: 'Good Friday is -2, Easter Monday 1.',
      }),
      evidence: field(evidence, { label: 'Evidence' }),
    })
    .meta({ title: 'Counted from Easter Sunday' }),
  z
    .strictObject({
      kind: field(z.literal('nth-weekday'), { label: 'Day of the week in a month' }),
      name: field(line, { label: 'Name', translatable: true }),
      month: field(z.number().int().min(1).max(12), { label: 'Month', help: '12 is December.' }),
      weekday: field(weekday, { label: 'Day of the week' }),
      nth: field(z.number().int().min(1).max(4), { label: 'Which of the month', help: '1 is the first.' }),
      evidence: field(evidence, { label: 'Evidence' }),
    })
    .meta({ title: 'Day of the week in a month' }),
]);

const declaredDay = z.strictObject({
  date: field(isoDate, { label: 'Date' }),
  name: field(line, { label: 'Name', translatable: true }),
  feast: field(slug.optional(), {
    label: 'Settles the feast',
    help: 'Id of a feast by the moon: the days on which it was expected in that year are then no holidays any more.',
  }),
  replaces: field(isoDate.optional(), {
    label: 'Moved from',
    help: 'The holiday that this day was declared in place of. Leave empty where it comes in addition, or where no source tells.',
  }),
  evidence: field(evidence, { label: 'Evidence' }),
});

/**
 * A feast that the moon decides. Until it is declared, each day on which it is expected may be the holiday, so that a
 * time limit ends within a range.
 */
const moonFeast = z.strictObject({
  id: field(slug, { label: 'Id', help: 'A declared day names it.' }),
  name: field(line, { label: 'Name', translatable: true }),
  expected: field(
    z
      .array(
        z.strictObject({
          from: field(isoDate, { label: 'Earliest day' }),
          until: field(isoDate, { label: 'Latest day' }),
          days: field(z.number().int().min(1).max(3).default(1), {
            label: 'Days of holiday',
            help: 'How many days in a row are usually kept.',
          }),
          evidence: field(evidence, { label: 'Evidence' }),
        }),
      )
      .default([]),
    { label: 'Expected', help: 'Only as a source expects it; leave empty where none was found.' },
  ),
  evidence: field(evidence, { label: 'Evidence' }),
});

/** A day that the law leaves out where it counts time. */
const excludedDay = z.strictObject({
  day: field(z.enum([...weekday.options, 'public-holiday']), { label: 'Day' }),
  certain: field(z.boolean(), {
    label: 'Certain',
    help: 'True only where the law’s own words, or a judgment on them, were read.',
  }),
});

/** How an Interpretation Act or its like counts time, as data with its source. */
const countingOfTime = z.strictObject({
  law: field(line, { label: 'Law', help: 'The Act that says how time is counted, for example an Interpretation Act.' }),
  section: field(line, { label: 'Section' }),
  excluded: field(z.array(excludedDay), {
    label: 'Excluded days',
    help: 'A time limit whose last day is one of these ends on the next day that is none of them.',
  }),
  shortLimitDaysMax: field(z.number().int().positive().optional(), {
    label: 'Short limits, days at most',
    help: 'In limits of so many days or fewer, excluded days do not count at all.',
  }),
  provisional: field(line.optional(), {
    label: 'Provisional',
    help: 'Where the words of the law were not read and this is a rule of the portal: say so. Every date then says it.',
    translatable: true,
  }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

/** When offices of a country work, its holidays, and how its law counts time. */
export const calendar = z.strictObject({
  weekend: field(z.array(weekday).min(1, 'Name the days on which offices are closed each week.'), { label: 'Weekend' }),
  rules: field(z.array(holidayRule), { label: 'Yearly holidays' }),
  declared: field(z.array(declaredDay).default([]), {
    label: 'Declared days',
    help: 'Holidays declared for one year only, such as Eid.',
  }),
  feasts: field(z.array(moonFeast).default([]), { label: 'Feasts by the moon' }),
  undeclared: field(z.array(field(line, { label: 'Holiday', translatable: true })).default([]), {
    label: 'Holidays declared close to the day',
    help: 'Holidays without a rule; enter each one above once it is declared.',
  }),
  counting: field(countingOfTime.optional(), { label: 'How the law counts time' }),
});
