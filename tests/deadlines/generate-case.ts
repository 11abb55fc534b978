import type { Random } from '../../src/bench/content/random.ts';
import { acts, type Act } from './second/acts.ts';
import type { CountryCode, DeadlineCase, Happened } from './second/case.ts';
import { dayNumber, dayNumberOf, isoDate, isoInstant, localDay } from './second/day-number.ts';
import { anchorDays } from './anchor-days.ts';

/**
 * A made-up request with what happened to it, in an order that the Acts allow: at most one transfer, and for each receipt at
 * most one deposit and one extension (in Kenya one extension in all). Dates from 2024 to 2029, so that time limits end on or
 * beside holidays, weekends, ends of years and leap days; in Ghana from 2026, the first year of its present holidays. `today`
 * is always given. The same random numbers give the same case.
 */
export function generateCase(random: Random): DeadlineCase {
  const country = random.pick<CountryCode>(['ng', 'ke', 'gh']);
  const act = acts[country];
  const received = receivedAt(random, country, act);
  const urgent = chance(random, act.urgentHours === undefined ? 0.05 : 0.2);
  const course = new Course(localDay(received, act.hoursAhead));

  const hoursHold = urgent && act.urgentHours !== undefined && !refusesUrgency(random, course);
  if (hoursHold) treatAsUrgent(random, course);
  else treat(random, course, country, act);
  decide(random, course, country, hoursHold ? 2 : act.answer);

  const { happened, day } = course;
  return {
    id: `${country}-generated-${isoInstant(received)}`,
    country,
    received: isoInstant(received).replace('.000Z', 'Z'),
    urgent,
    happened,
    today: isoDate(day + upTo(random, chance(random, 0.5) ? 20 : 60)),
  };
}

/** What happens to a request, never earlier than what happened before. */
class Course {
  readonly happened: Happened[] = [];
  /** The day on which the body that has to answer received the request. */
  receipt: number;
  /** The day of what happened last. */
  day: number;
  /** Whether the body that has to answer waits for a deposit. */
  waits = false;

  constructor(received: number) {
    this.receipt = received;
    this.day = received;
  }

  add(kind: Exclude<Happened['kind'], 'extended'>, day: number): void {
    this.happened.push({ kind, on: this.#on(day) });
  }

  extend(day: number, days: number): void {
    this.happened.push({ kind: 'extended', on: this.#on(day), days });
  }

  has(kind: Happened['kind']): boolean {
    return this.happened.some((event) => event.kind === kind);
  }

  #on(day: number): string {
    this.day = Math.max(this.day, day);
    return isoDate(this.day);
  }
}

function chance(random: Random, probability: number): boolean {
  return random.below(1000) < probability * 1000;
}

/** A whole number from 0 to the most. */
function upTo(random: Random, most: number): number {
  return random.below(most + 1);
}

/** An instant that lets one of the time limits end on, or a day beside, a day worth looking at; often close to midnight. */
function receivedAt(random: Random, country: CountryCode, act: Act): number {
  const anchor = random.pick(anchorDays(country)) + upTo(random, 2) - 1;
  const steps = random.pick([
    [0],
    [act.transfer],
    [act.answer],
    [act.answer],
    [act.answer, upTo(random, act.extensionAtMost)],
    [act.answer, act.extensionAtMost],
    [act.answer, act.firstDoor],
    [act.firstDoor, upTo(random, act.answer)],
  ]);
  const first = country === 'gh' ? dayNumber('2026-01-01') : dayNumberOf(2024, 1, 1);
  const day = Math.max(
    first,
    steps.reduce((sum, days) => sum - days, anchor),
  );
  const secondOfDay = chance(random, 0.3)
    ? random.pick([0, 1, 75_599, 75_600, 75_601, 82_799, 82_800, 82_801, 86_399])
    : upTo(random, 86_399);
  return (day * 86_400 + secondOfDay) * 1000;
}

function refusesUrgency(random: Random, course: Course): boolean {
  const refuses = chance(random, 0.5);
  if (refuses) course.add('urgency-refused', course.day + upTo(random, 2));
  return refuses;
}

function treatAsUrgent(random: Random, course: Course): void {
  if (chance(random, 0.2)) course.add('transferred', course.day + upTo(random, 2));
  if (chance(random, 0.1)) course.add('clarification-asked', course.day);
}

function treat(random: Random, course: Course, country: CountryCode, act: Act): void {
  if (chance(random, 0.15)) {
    course.add('clarification-asked', course.day + upTo(random, 2));
    if (chance(random, 0.7)) course.add('clarified', course.day + upTo(random, 2));
  }
  if (chance(random, 0.3)) {
    if (chance(random, 0.2)) extend(random, course, act, 2);
    if (chance(random, 0.2)) askForDeposit(random, course, 2);
    transfer(random, course, country);
  }
  const asksBefore = chance(random, 0.2);
  if (asksBefore) askForDeposit(random, course, course.receipt + act.answer - 1 - course.day);
  const extendable = course.day < course.receipt + act.answer && !(country === 'ke' && course.has('extended'));
  if (extendable && chance(random, 0.4)) {
    const days = extend(random, course, act, act.extensionNotice ?? act.answer - 1);
    if (!asksBefore && chance(random, 0.2))
      askForDeposit(random, course, course.receipt + act.answer + days - 1 - course.day);
  }
}

function transfer(random: Random, course: Course, country: CountryCode): void {
  // Ghana's institution may make enquiries for ten days before (s.20(3)).
  const within = { ng: 7, ke: 7, gh: 10 }[country];
  course.add('transferred', course.day + upTo(random, Math.max(0, course.receipt + within - course.day)));
  course.receipt = course.day;
  course.waits = false;
}

function extend(random: Random, course: Course, act: Act, within: number): number {
  const days = chance(random, 0.5) ? act.extensionAtMost : 1 + upTo(random, act.extensionAtMost - 1);
  course.extend(course.receipt + upTo(random, within), days);
  return days;
}

function askForDeposit(random: Random, course: Course, within: number): void {
  if (within < 0) return;
  course.add('deposit-asked', course.day + upTo(random, within));
  course.waits = chance(random, 0.3);
  if (!course.waits) course.add('deposit-paid', course.day + upTo(random, 20));
}

/** The decision or silence, and what the citizen does then. */
function decide(random: Random, course: Course, country: CountryCode, answerDays: number): void {
  if (course.waits) return;
  const fate = random.pick(['granted', 'refused', 'refused', 'silence', 'nothing-yet']);
  if (fate === 'nothing-yet') return;
  if (fate === 'granted') {
    course.add('granted', course.day + upTo(random, answerDays));
    if (chance(random, 0.7)) course.add('fee-paid', course.day + upTo(random, 15));
    return;
  }
  if (fate === 'refused') course.add('refused', course.day + upTo(random, answerDays));
  // Long enough for any time to be over, with extension, deposit and holidays.
  else course.day += answerDays + 15;
  if (country === 'gh' && chance(random, 0.7)) review(random, course);
  if (country !== 'ng' && chance(random, 0.1)) course.add('commission-decided', course.day + upTo(random, 40));
}

function review(random: Random, course: Course): void {
  course.add('internal-review-asked', course.day + upTo(random, 29));
  if (chance(random, 0.5)) course.add('internal-review-refused', course.day + upTo(random, 18));
}
