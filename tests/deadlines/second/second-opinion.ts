import { acts, type Act } from './acts.ts';
import { answerDays, dayReceived, isUrgent, lastTransfer, latestReceipt, urgentInstants } from './answer.ts';
import type { CountryCode, DeadlineCase, NewsOfHolidays, Opinion, Span } from './case.ts';
import { dayNumber, isoDate, isoInstant, localDay } from './day-number.ts';
import { doors } from './doors.ts';
import { Interpretation, type Days } from './interpretation.ts';
import { storedNews } from './stored-news.ts';

/**
 * When a request for information is due, written from the text of the Acts without sight of the portal's own engine, to catch
 * its mistakes. Gives the dates by id, each the earliest and the latest by any reading that the law leaves open: days as
 * ISO 8601 dates of the country, "urgent-answer" as instants in UTC. The holidays of single years are read from the content
 * unless they are passed in.
 */
export function secondOpinion(request: DeadlineCase, news: NewsOfHolidays = storedNews(request.country)): Opinion {
  const act = acts[request.country];
  const law = interpretationOf(request.country, news);
  const hours = isUrgent(request, act) ? act.urgentHours : undefined;
  const instants = hours === undefined ? undefined : urgentInstants(request, act, hours);
  const answer = instants ? bounds(instants, (ms) => localDay(ms, act.hoursAhead)) : answerDays(request, act, law);

  const dates: Record<string, Days | undefined> = {
    ...transferDays(request, act, law),
    'extension-notice':
      act.extensionNotice === undefined || instants
        ? undefined
        : law.after(exactly(latestReceipt(request, act)), act.extensionNotice),
    access: accessDays(request, act, law),
    ...doors(request, act, law, answer),
    ...(!instants && { answer }),
  };
  return {
    ...(instants && { 'urgent-answer': bounds(instants, isoInstant) }),
    ...Object.fromEntries(
      Object.entries(dates).flatMap(([id, days]): [string, Span][] => (days ? [[id, bounds(days, isoDate)]] : [])),
    ),
  };
}

function transferDays(request: DeadlineCase, act: Act, law: Interpretation): Record<string, Days | undefined> {
  const received = exactly(dayReceived(request, act));
  const transfer = lastTransfer(request.happened);
  const { days, from } = act.transferNotice;
  const noticeFrom = from === 'first-receipt' ? received : transfer && exactly(dayNumber(transfer.on));
  return {
    transfer: law.after(received, act.transfer),
    'transfer-notice': noticeFrom && law.after(noticeFrom, days),
  };
}

function accessDays({ happened }: DeadlineCase, act: Act, law: Interpretation): Days | undefined {
  const paid = happened.findLast(({ kind }) => kind === 'fee-paid');
  if (!paid || act.accessWorkingDays === undefined) return undefined;
  return law.workingDaysAfter(dayNumber(paid.on), act.accessWorkingDays);
}

function exactly(day: number): Days {
  return { earliest: day, latest: day };
}

function bounds<T>({ earliest, latest }: Days, write: (value: number) => T): { earliest: T; latest: T } {
  return { earliest: write(earliest), latest: write(latest) };
}

/** Tables of days take a moment to make and serve for every case with the same holidays. */
const made = new WeakMap<NewsOfHolidays, Map<CountryCode, Interpretation>>();

function interpretationOf(country: CountryCode, news: NewsOfHolidays): Interpretation {
  const known = made.get(news) ?? new Map<CountryCode, Interpretation>();
  made.set(news, known);
  const law = known.get(country) ?? new Interpretation(country, news);
  known.set(country, law);
  return law;
}
