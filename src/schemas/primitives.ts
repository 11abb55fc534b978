import * as z from 'zod';
import { nearest } from '../lib/edit-distance.ts';
import { hasHidden } from '../lib/hidden-characters.ts';

/**
 * More items than any real list has (the longest in use has some 220), and few enough that no file can stall the
 * portal.
 */
export const LIST_ITEMS_MAX = 1000;

/** Lower-case words joined by single hyphens: the form of every id and file name. */
export const slug = z
  .string()
  .max(100, 'Use at most 100 characters; the name of a file has to hold it.')
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'Use lower-case letters, digits and single hyphens, for example "voter-registration".',
  );

const NOTHING_HIDDEN = 'Take out the characters that cannot be seen: type the text anew instead of copying it.';

/**
 * One line of text without leading or trailing space. Nothing in it can hide, or turn the reading order of what stands
 * after it.
 */
export const line = z
  .string()
  .min(1, 'Write something here or leave the field out.')
  .max(300, 'Keep this to one line of at most 300 characters.')
  .regex(/^\S(?:.*\S)?$/, 'Use a single line without spaces at its ends.')
  .refine((text) => !hasHidden(text), NOTHING_HIDDEN);

/** A paragraph or a few of them, plain text. */
export const paragraph = z
  .string()
  .min(1, 'Write something here or leave the field out.')
  .max(4000, 'Keep this under 4,000 characters; longer text belongs in the body of the page.')
  .refine((text) => !hasHidden(text), NOTHING_HIDDEN);

/** A text as long as the body of a page. */
export const prose = z
  .string()
  .min(1, 'Write something here or leave the field out.')
  .max(40_000, 'Keep this under 40,000 characters.')
  .refine((text) => !hasHidden(text), NOTHING_HIDDEN);

/** A calendar day, ISO 8601. */
export const isoDate = z.iso.date('Write a full date as year-month-day, for example 2026-02-28.');

/** A year, a month or a day, as exactly as the source tells it. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/, {
    abort: true,
    message: 'Write a year (2026), a month (2026-02) or a day (2026-02-28).',
  })
  .refine(
    (text) => text.length < 'yyyy-mm-dd'.length || isDay(text),
    'There is no such day in the calendar; look at the source again, or write the month alone.',
  );

/** A month of a year, ISO 8601: 2026-02. */
export const yearMonth = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write a year and a month, for example 2026-02.');

/** A day that comes every year; 29 February counts as one. */
export const monthDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { abort: true, message: 'Write month-day, for example 10-01.' })
  .refine(
    (text) => isDay(`${A_LEAP_YEAR}-${text}`),
    'There is no such day in any year; write month-day, for example 10-01.',
  );

/**
 * A time zone of the IANA database, as this machine's own clock knows it: a name it does not know would stop every
 * deadline.
 */
export const timeZone = z.string().superRefine((name, context) => {
  if (isTimeZone(name)) return;
  const guess = name.length < 60 ? nearest(name, Intl.supportedValuesOf('timeZone')) : undefined;
  const remedy = guess ? `Did you mean "${guess}"?` : 'Write its name in the IANA database.';
  context.addIssue({ code: 'custom', message: `There is no such time zone. ${remedy} An example is Africa/Lagos.` });
});

/** A web address. Other schemes (javascript:, data:) are refused because the value becomes a link. */
export const webAddress = z
  .string()
  .max(2000, 'Use an address of at most 2,000 characters; browsers and mail programs cut longer ones.')
  .regex(/^https?:\/\/[^\s<>"']+$/, 'Write a full web address that starts with https:// or http://.');

/**
 * An address that every mail server carries: the signs of RFC 5322 (section 3.2.3, dot-atom) but those by which old
 * servers passed mail on (%, !, |), and a domain of RFC 1035. A domain in other letters stands in its ASCII form.
 */
export const emailAddress = z
  .email({
    pattern:
      /^(?=.{1,64}@)[\w#$&'*+/=?^`{}~-]+(?:\.[\w#$&'*+/=?^`{}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/,
    error: 'Write one e-mail address, for example complaints@agency.gov.ng.',
  })
  .max(254, 'Use an address of at most 254 characters; no mail server takes a longer one.');

/** ISO 4217 code of a currency. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'Write the three-letter currency code, for example NGN or KES.');

/** BCP 47 language tag of a content language. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'Write a language code, for example en or sw.');

/** What can be dialled: a number, a short code or a USSD string. */
export const dialable = z
  .string()
  .regex(/^[+*\d][\d\s()*#/-]{1,30}$/, 'Write the number as it is dialled, for example +254 20 2270000 or *216#.');

/** One to three numbers that can be dialled, " / " between them. */
export const dialables = z.string().regex(/^[+*\d][\d\s()*#/-]{1,30}(?: \/ [+*\d][\d\s()*#/-]{1,30}){0,2}$/);

/** Minor precision is kept as the source gives it; amounts are in major units (naira, shillings). */
export const amount = z.number().nonnegative('An amount cannot be below zero.').max(1e12);

const A_LEAP_YEAR = 2000;

function isDay(text: string): boolean {
  return isoDate.safeParse(text).success;
}

/** Names alone: an offset such as +01:00 knows no summer time. */
function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}
