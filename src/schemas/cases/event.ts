import * as z from 'zod';
import { amount, isoDate, slug } from '../primitives.ts';
import { remedyKind } from '../information-law.ts';
import { caseKind, outcome } from './case.ts';
import { passedRung, receiver, route, term } from './route.ts';

const version = z.literal(1);
/** Id of the outbox row that the event tells of. */
const mail = z.string();
/** Whose turn it is or was: the number of the event that gave the case into somebody's hands. */
const turn = z.number().int().positive();
/** Id of what was written. Words are stored apart, so that they can be erased and the event stays. */
const words = z.string();
/** How many files came with it. The count stays when the files are erased. */
const files = z.number().int().positive().optional();

/** What an act of an office rests on: the name of the law, and the sections that the office named. */
const citedLaw = z.strictObject({ name: z.string(), sections: z.array(z.string()).min(1) });
export type CitedLaw = z.output<typeof citedLaw>;

/** What an officer does by a signed link. */
const officerEvents = [
  z.strictObject({ kind: z.literal('acknowledged'), version, turn }),
  /** `clock`: under a law that lets the time run on while the question is open. */
  z.strictObject({ kind: z.literal('asked'), version, turn, words, clock: z.literal('runs').optional() }),
  z.strictObject({ kind: z.literal('answered'), version, turn, words, files }),
  /** More time, once for each turn, with the reason in words. Under a law, with its ground as the law words it. */
  z.strictObject({
    kind: z.literal('extended'),
    version,
    turn,
    days: z.number().int().positive(),
    words,
    ground: z.string().optional(),
    law: citedLaw.optional(),
  }),
  /**
   * The only way to say "not ours": somebody else has it from now on. `clock`: what a law says of the time that has
   * run; `open` where it does not say.
   */
  z.strictObject({
    kind: z.literal('transferred'),
    version,
    turn,
    agency: slug,
    agencyName: z.string(),
    route,
    words,
    clock: z.enum(['restarts', 'runs', 'open']).optional(),
  }),
  /** `law`: what a refusal rests on; `withheld`: what is not given of a request that is granted in part. */
  z.strictObject({
    kind: z.literal('resolved'),
    version,
    turn,
    outcome,
    words,
    files,
    law: citedLaw.optional(),
    withheld: words.optional(),
  }),
  /** A request that was sent as urgent is not taken as that: from its receipt on, `term` holds. */
  z.strictObject({ kind: z.literal('urgency-refused'), version, turn, words, term }),
  /** Money is asked for, with what it is for in words. A deposit is due before the office goes on. */
  z.strictObject({
    kind: z.literal('charge-asked'),
    version,
    turn,
    amount,
    /** ISO 4217. */
    currency: z.string(),
    what: z.enum(['deposit', 'fee']),
    /** Whether the time of the office stands until it is paid, by the law. */
    clock: z.enum(['stands', 'runs']),
    words,
  }),
  z.strictObject({ kind: z.literal('charge-paid'), version, turn }),
] as const;

/** What the citizen does with reference and secret, or by the signed link in a mail. */
const citizenEvents = [
  /** Of a message that is files alone, `words` is empty. */
  z.strictObject({ kind: z.literal('message'), version, words, files }),
  z.strictObject({ kind: z.literal('reopened'), version, words, files }),
  z.strictObject({ kind: z.literal('withdrawn'), version, words: words.optional() }),
  /** 1 (very poor) to 5 (very good); asked once. */
  z.strictObject({ kind: z.literal('rated'), version, score: z.number().int().min(1).max(5), words: words.optional() }),
  /** `files`: how many of the citizen's files were deleted with it. */
  z.strictObject({ kind: z.literal('identity-erased'), version, files }),
] as const;

/** What brings a case to a body that no mail reaches. */
const handoverEvent = z.strictObject({
  kind: z.literal('passed-on'),
  version,
  turn,
  /** Who says so: the operator by a signed link, or the citizen who handed in a letter. */
  by: z.enum(['operator', 'citizen']),
  agency: slug,
  agencyName: z.string(),
  /** The day on which the body received it; its time runs from there. */
  on: isoDate,
  term,
});

/** Whether a request for information and its answer stand in the public register. None of these changes the case. */
const publicationEvents = [
  z.strictObject({ kind: z.literal('publication-allowed'), version }),
  /** What was published is gone with it. */
  z.strictObject({ kind: z.literal('publication-ended'), version }),
  /** By the operator, after review. `page`: id of the public page; `rewritten`: not word for word. */
  z.strictObject({ kind: z.literal('published'), version, page: z.string(), rewritten: z.boolean() }),
  /** The reason is for the asker alone. */
  z.strictObject({ kind: z.literal('publication-refused'), version, words }),
] as const;

/** What the portal does when a time is over. */
const clockEvents = [
  z.strictObject({ kind: z.literal('reminded'), version, turn, due: isoDate }),
  z.strictObject({
    kind: z.literal('escalated'),
    version,
    /** `overdue`: the time was over; `dissatisfied`: the citizen asked for the next rung. */
    reason: z.enum(['overdue', 'dissatisfied']),
    from: turn,
    due: isoDate.optional(),
    to: receiver,
    term,
    passedOver: z.array(passedRung),
  }),
  /**
   * Nobody further up has an e-mail address we know; the operator was told. `door`: whom the law names next after a
   * request for information; a court is for the citizen alone to go to, so nobody was told.
   */
  z.strictObject({
    kind: z.literal('ladder-ended'),
    version,
    turn,
    due: isoDate.optional(),
    door: remedyKind.optional(),
    passedOver: z.array(passedRung),
  }),
] as const;

/**
 * Something that happened to a case. Events are only ever added; timeline, delivery and status are read from
 * them. A changed shape gets a new version number, and rows of the old one stay readable.
 */
export const caseEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('received'),
    version,
    /** Cases taken in before there were kinds are complaints. */
    about: caseKind.optional(),
    agency: slug,
    agencyName: z.string(),
    service: slug.optional(),
    serviceName: z.string().optional(),
    /** Its words are encrypted for the receiver: nobody else can read them, so it goes to nobody else. */
    sealed: z.literal(true).optional(),
    /** Sent as urgent, in a country whose law sets a shorter time for that. */
    urgent: z.literal(true).optional(),
    /** The asker lets the request and its answer be published, after review. */
    publish: z.literal(true).optional(),
    route,
  }),
  z.strictObject({ kind: z.literal('forwarded'), version, mail, to: receiver, turn: turn.optional() }),
  z.strictObject({ kind: z.literal('acknowledgement-sent'), version, mail }),
  z.strictObject({
    kind: z.literal('delivery-failed'),
    version,
    mail,
    to: z.enum(['receiver', 'citizen', 'operator']),
    /** `refused`: the mail server said never; `gave-up`: it said "later" for days. */
    reason: z.enum(['refused', 'gave-up']),
    /** SMTP reply code, where there was one. */
    code: z.number().int().optional(),
    turn: turn.optional(),
    /** Number of the event that the mail tells of; the mail that gives a case to somebody tells of their turn. */
    tells: z.number().int().nonnegative().optional(),
  }),
  ...officerEvents,
  handoverEvent,
  ...citizenEvents,
  ...clockEvents,
  ...publicationEvents,
]);
export type CaseEvent = z.output<typeof caseEvent>;

/** An event with its place in the case's history. */
export interface RecordedEvent {
  sequence: number;
  /** ISO 8601, UTC. */
  at: string;
  event: CaseEvent;
}
