import { dayIn, daysBetween } from '../../deadlines/working-days.ts';
import { defaultLanguage, languages, type Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { Agency, Register } from '../../register/register.ts';
import { timeZoneIn } from '../../register/time-zone.ts';
import type { Officer } from '../../schemas/officer.ts';
import { texts } from '../../texts/texts.ts';
import type { SentReminders } from './sent-reminders.ts';

/** So many days before the review of a charter its officers are reminded of it. */
export const REMINDER_DAYS = [30, 7, 0] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

export interface ReviewReminders {
  register: () => Promise<Register>;
  /** Everybody who may sign in, with their reach. */
  officers: () => Promise<Officer[]>;
  sent: SentReminders;
  /** Resolves once the mail will be sent. */
  sendMail: (mail: { to: string; subject: string; text: string; until: Date }) => Promise<void>;
  /** The whole address of the desk. */
  deskAddress: (language: Language) => string;
  clock: () => Date;
}

/**
 * Which reminder is due on a day, both in ISO 8601: the last whose day has come, so that whoever was away for a month gets
 * one mail and not three. None earlier than thirty days before.
 */
export function reminderDue(due: string, today: string): ReminderDays | undefined {
  const left = daysBetween(today, due);
  return REMINDER_DAYS.findLast((days) => left <= days);
}

/**
 * Reminds the desk officers of every body whose charter is to be reviewed soon or should have been: each of them once for
 * each reminder, whichever process does it and however often. It is noted before it is sent: who ends in between sends
 * one too few rather than one too many. Reviewers and administrators, who look after many, see it at the desk.
 */
export async function remindOfReviews({ sent, ...options }: ReviewReminders): Promise<void> {
  const register = await options.register();
  const now = options.clock();
  const awaiting = [...register.agencies.values()].flatMap((agency) => {
    const due = agency.data.nextReviewDue;
    return due === undefined ? [] : [{ agency, due }];
  });
  await sent.forgetOthers(awaiting.map(({ agency, due }) => ({ agency: agency.id, due })));
  const officers = (await options.officers()).filter(({ role }) => role === 'desk-officer');
  for (const { agency, due } of awaiting) {
    const days = reminderDue(due, dayIn(timeZoneIn(register, agency.data.jurisdiction), now));
    if (days === undefined) continue;
    for (const officer of officers.filter(({ agencies }) => agencies.includes(agency.id))) {
      const reminder = { agency: agency.id, due, days_before: days, email: officer.email.toLowerCase() };
      if (!(await sent.note(reminder))) continue;
      try {
        await options.sendMail(write(agency, { due, days, officer, register, now, deskAddress: options.deskAddress }));
      } catch (error) {
        await sent.unsent(reminder);
        throw error;
      }
    }
  }
}

/** After so many days a reminder that could not be sent is worth nothing: the next one follows. */
const MAIL_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Reminder extends Pick<ReviewReminders, 'deskAddress'> {
  due: string;
  days: ReminderDays;
  officer: Officer;
  register: Register;
  now: Date;
}

function write(agency: Agency, { due, days, officer, register, now, deskAddress }: Reminder) {
  const language = languages.find((one) => one === officer.language) ?? defaultLanguage;
  const m = texts('desk-reminder', language);
  const name = register.in(language).charter(agency).name.text;
  const day = date(due, language);
  const passed = due < dayIn(timeZoneIn(register, agency.data.jurisdiction), now);
  const opening = passed ? m.passed({ name, day }) : days === 0 ? m.today({ name }) : m.before({ name, day });
  const parts = [opening, m.what, `${m.desk}\n${deskAddress(language)}`, m.from({ portal: register.portal.name })];
  return {
    to: officer.email,
    subject: passed ? m.subjectPassed({ name }) : m.subject({ name, day }),
    text: `${parts.join('\n\n')}\n`,
    until: new Date(now.getTime() + MAIL_DAYS * DAY_MS),
  };
}
