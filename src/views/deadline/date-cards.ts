import type { Deadline, DeadlineDay, DeadlinePlace } from '../../deadlines/deadline.ts';
import type { RequestDate } from '../../deadlines/request-dates.ts';
import { addDays, lastWorkingDay } from '../../deadlines/working-days.ts';
import { localeOf, type Language } from '../../lib/locales.ts';
import { date, duration, weekdayInWords } from '../../register/format.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { CalendarEvent } from './calendar-file.ts';

/** A date of the calculator as it is shown: what, until when, who, and why. */
export interface DateCard {
  id: string;
  title: string;
  /** The day or instant that holds for whoever has to act, in words. */
  when: string;
  /** Both ends and what they mean, where the law leaves it open; and the day to go by where offices are closed. */
  open?: string;
  who: string;
  /** One sentence each: the limit with its section, an extension, what leaves it open. */
  why: string[];
  days: readonly DeadlineDay[];
  event: CalendarEvent;
}

interface CardContext {
  place: DeadlinePlace;
  law?: { name: string; remedies: readonly { forum: string }[] } | undefined;
  language: Language;
}

/** A date of a request in words. */
export function requestCard(of: RequestDate, context: CardContext): DateCard {
  const { language, law } = context;
  const m = pageTexts('deadline', language);
  const [, index = '', decision] = /^remedy-(\d+)(-decision)?$/.exec(of.id) ?? [];
  const forum = law?.remedies[Number(index)]?.forum ?? '';
  const title = index
    ? decision
      ? m.decision({ forum })
      : m.window({ forum })
    : m.titles[of.id as keyof typeof m.titles];
  const from = of.from.earliest;
  const why = [
    m.limit({
      limit: duration(of.limit, language),
      section: sectionOf(of.section, law?.name),
      day: dayAndWeekday(from, language),
    }),
    ...(of.extension ? [m.extension({ n: of.extension })] : []),
  ];
  const who = of.actor === 'reviewer' ? forum : m.actors[of.actor];
  return card(of, { id: of.id, title, who, why, safe: of.actor === 'citizen' }, context);
}

/** The end of any other time in words. */
export function limitCard(of: Deadline, limit: InformationLaw['answer']['limit'], context: CardContext): DateCard {
  const { language } = context;
  const m = pageTexts('deadline', language);
  const day = dayAndWeekday(of.days[0]?.day ?? of.due, language);
  const why = [m.plainLimit({ limit: duration(limit ?? {}, language), day })];
  return card(of, { id: 'limit', title: m.limitEnds, who: '', why, safe: true }, context);
}

/** Why a day counts or does not, in words. */
export function reasonInWords({ reason, count, name, day, mayBe }: DeadlineDay, language: Language): string {
  const m = pageTexts('case-life', language);
  if (reason === 'counted') return m.reasons.counted({ count });
  const holiday = name && mayBe ? m.reasons.mayBe({ name }) : name;
  if (reason === 'carried') return m.reasons.carried({ not: holiday ?? weekdayInWords(addDays(day, -1), language) });
  if (mayBe) return holiday ?? '';
  return name ? `${m.reasons[reason]}: ${name}` : m.reasons[reason];
}

/** A day with its weekday in words: "Monday, 14 December 2026". */
export function dayAndWeekday(day: string, language: Language): string {
  return `${weekdayInWords(day, language)}, ${date(day, language)}`;
}

function card(
  of: Deadline,
  { id, title, who, why, safe }: Pick<DateCard, 'id' | 'title' | 'who' | 'why'> & { safe: boolean },
  { place, language }: CardContext,
): DateCard {
  const m = pageTexts('deadline', language);
  const earliest = endInWords(of.earliest, of.earliestAt, place, language);
  const latest = endInWords(of.due, of.dueAt, place, language);
  const isOpen = earliest !== latest;
  const reasons = [
    ...(of.countedBy ? [m.countedBy({ law: of.countedBy })] : []),
    ...(isOpen ? of.open.map((opening) => m.openings[opening]) : []),
    ...(of.paused ? [m.stands] : []),
  ];
  const shut = safe ? shutSentence(of.earliest, place, language) : undefined;
  const reading = isOpen ? (safe ? m.safe : m.late)({ earliest, latest }) : undefined;
  const open = [reading, shut].filter(Boolean).join(' ');
  const sentences = [...why, ...reasons];
  const [day, at] = safe ? [of.earliest, of.earliestAt] : [of.due, of.dueAt];
  return {
    id,
    title,
    when: safe ? earliest : latest,
    ...(open ? { open } : {}),
    who,
    why: sentences,
    days: of.days,
    event: {
      id,
      title,
      ...(at ? { at } : { day }),
      description: [open, who && `${m.whoActs({ who })}.`, ...sentences].filter(Boolean).join(' '),
    },
  };
}

/** On a day on which offices are closed nobody hands in anything: the last day before on which they are open. */
function shutSentence(day: string, { calendar }: DeadlinePlace, language: Language): string | undefined {
  const last = lastWorkingDay(calendar, day);
  if (last === day) return undefined;
  const [closed, open] = [dayAndWeekday(day, language), dayAndWeekday(last, language)];
  return pageTexts('deadline', language).shut({ closed, day: open });
}

function endInWords(day: string, at: string | undefined, { timeZone }: DeadlinePlace, language: Language): string {
  if (!at) return dayAndWeekday(day, language);
  const time = new Date(at).toLocaleTimeString(localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return `${dayAndWeekday(day, language)}, ${time}`;
}

function sectionOf(section: string, law: string | undefined): string {
  const named = /^\d/.test(section) ? `s.${section}` : section;
  return law ? `${law}, ${named}` : named;
}
