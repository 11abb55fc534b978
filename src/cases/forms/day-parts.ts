import type { PostedForm } from '../../web/posted-form.ts';

/** The fields in which a day is typed, in the order of all of Africa. */
export const dayParts = ['day', 'month', 'year'] as const;
export type DayPart = (typeof dayParts)[number];

/** Name of one of the fields of a day. */
export function dayPartField(name: string, part: DayPart): string {
  return `${name}-${part}`;
}

/**
 * A day as it was typed into its three fields, with strokes between them, or into one. Who writes a whole day into the
 * first field has written it. Undefined where the form does not ask for it.
 */
export function typedDay(form: PostedForm, name: string): string | undefined {
  const typed = dayParts.map((part) => form.get(dayPartField(name, part)));
  const whole = form.get(name);
  if (typed.every((part) => part === null)) return typeof whole === 'string' ? whole : undefined;
  const [day = '', ...rest] = typed.map((part) => (typeof part === 'string' ? part.trim() : ''));
  return rest.every((part) => part === '') ? day : [day, ...rest].join('/');
}

/** What stands in the three fields of a day when it is shown again. */
export function partsOfDay(typed: string): Record<DayPart, string> {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? [];
  const parts = isoYear ? [isoDay, isoMonth, isoYear] : typed.split('/');
  const [day = '', month = '', year = ''] = parts.length === dayParts.length ? parts : [typed];
  return { day, month, year };
}
