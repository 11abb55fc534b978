import type { Act } from './acts.ts';
import type { DeadlineCase, Happened } from './case.ts';
import { dayNumber, instantMs, localDay, startOfDayMs } from './day-number.ts';
import type { Days, Interpretation } from './interpretation.ts';

/** From when a clock runs by one reading of the Act, and what happened to it since. */
interface Clock {
  dayZero: number;
  since: Happened[];
}

/** The day of the country on which a request was received. */
export function dayReceived(request: DeadlineCase, act: Act): number {
  return localDay(instantMs(request.received), act.hoursAhead);
}

/** Whether the hours for life or liberty hold: asked for, known to the Act, and not refused. */
export function isUrgent({ urgent, happened }: DeadlineCase, act: Act): boolean {
  return urgent && act.urgentHours !== undefined && !happened.some(({ kind }) => kind === 'urgency-refused');
}

/** The days on which the answer is due at the earliest and at the latest. */
export function answerDays(request: DeadlineCase, act: Act, law: Interpretation): Days {
  const due = clocks(request, act).map((clock) => dueBy(clock, act, law, request.today));
  return {
    earliest: Math.min(...due.map(({ earliest }) => earliest)),
    latest: Math.max(...due.map(({ latest }) => latest)),
  };
}

/** The instants (milliseconds since 1970) at which an urgent answer is due: hours run on, whatever the day. */
export function urgentInstants(request: DeadlineCase, act: Act, hours: number): Days {
  const received = instantMs(request.received);
  const limit = hours * 3_600_000;
  const transfer = lastTransfer(request.happened);
  if (!transfer) return { earliest: received + limit, latest: received + limit };
  // Only the day of the second receipt is known: it came between the day's begin, or the first receipt, and the day's end.
  const day = dayNumber(transfer.on);
  const start = act.transferRestarts === 'yes' ? Math.max(received, startOfDayMs(day, act.hoursAhead)) : received;
  return { earliest: start + limit, latest: startOfDayMs(day + 1, act.hoursAhead) + limit };
}

/** The day zero of the body that has to answer by an Act that makes a transferred request a new one. */
export function latestReceipt(request: DeadlineCase, act: Act): number {
  const transfer = act.transferRestarts === 'yes' ? lastTransfer(request.happened) : undefined;
  return transfer ? dayNumber(transfer.on) : dayReceived(request, act);
}

/** The transfer that brought the request to where it is. */
export function lastTransfer(happened: Happened[]): Happened | undefined {
  return happened.findLast(({ kind }) => kind === 'transferred');
}

/** One clock for each reading of what a transfer does. */
function clocks(request: DeadlineCase, act: Act): Clock[] {
  const { happened } = request;
  const goesOn = { dayZero: dayReceived(request, act), since: happened };
  const transfer = lastTransfer(happened);
  if (!transfer) return [goesOn];
  const startsAnew = { dayZero: dayNumber(transfer.on), since: happened.slice(happened.indexOf(transfer) + 1) };
  return act.transferRestarts === 'yes' ? [startsAnew] : [goesOn, startsAnew];
}

function dueBy({ dayZero, since }: Clock, act: Act, law: Interpretation, today: string | undefined): Days {
  const extension = Math.min(
    act.extensionAtMost,
    since.reduce((sum, event) => sum + (event.kind === 'extended' ? event.days : 0), 0),
  );
  const pauses = act.depositStopsClock ? pausesOf(since, today) : [];
  if (act.extensionRuns === 'in-one') {
    const last = goOn(dayZero, act.answer + extension, pauses);
    return { earliest: last, latest: law.carriedOn(last) };
  }
  const due = goOn(dayZero, act.answer, pauses);
  if (extension === 0) return { earliest: due, latest: law.carriedOn(due) };
  return {
    earliest: goOn(due, extension, pauses),
    latest: law.carriedOn(goOn(law.carriedOn(due), extension, pauses)),
  };
}

/** Days on which a clock stands: after the first, until and with the second. */
type Pause = [asked: number, paid: number];

function pausesOf(since: Happened[], today: string | undefined): Pause[] {
  return since.flatMap((event, index): Pause[] => {
    if (event.kind !== 'deposit-asked') return [];
    const paid = since.slice(index + 1).find(({ kind }) => kind === 'deposit-paid')?.on ?? today;
    if (paid === undefined) throw new Error('A clock that stands needs to be told what day it is.');
    return [[dayNumber(event.on), dayNumber(paid)]];
  });
}

/** The last of so many days after day zero on which the clock did not stand. */
function goOn(dayZero: number, days: number, pauses: Pause[]): number {
  return pauses.reduce((last, [asked, paid]) => {
    const stoppedFrom = Math.max(asked, dayZero);
    return last > stoppedFrom && paid > stoppedFrom ? last + paid - stoppedFrom : last;
  }, dayZero + days);
}
