import * as z from 'zod';
import { languages } from '../../lib/locales.ts';
import { amount, dialables, emailAddress, isoDate, slug } from '../primitives.ts';
import { caseKind } from './case.ts';
import { formField, formFieldMeta, type FormFieldMeta } from './form-field.ts';

export const brokenPromise = z.enum(['too-slow', 'extra-money', 'turned-away', 'rude', 'information', 'other']);
export type BrokenPromise = z.output<typeof brokenPromise>;

/** How somebody who asks for information would like to have it. */
export const informationAccess = z.enum(['file', 'inspection', 'paper']);

/** Who writes a request down for somebody who cannot, or needs help: the Acts let a request be made aloud. */
export const takenDownBy = z.enum(['helper', 'officer']);

/** Days after this one are never "in the future": used when a stored complaint is read back. */
const NO_LIMIT = '9999-12-31';

/** What a ticked box of its own posts. */
export const TICKED = 'yes';

/** How many files may come with a case, and with each message or answer. */
export const FILES_MAX = 3;
/** How many files one case can hold from each side, so that neither takes the other's room. */
export const CASE_FILES_MAX = 12;

/**
 * A complaint as a citizen sends it. `today` (ISO 8601, in the agency's time zone) is the last day on which
 * it may have happened. Nothing that tells who the citizen is has to be given.
 */
export function complaintSchema(today: string = NO_LIMIT) {
  return withOrder(
    caseShape(z.literal('complaint').default('complaint'), today).omit({
      moneyAsked: true,
      period: true,
      access: true,
      urgent: true,
      takenDown: true,
      publish: true,
    }),
  );
}

/** Every field that a case of any kind may have; the kinds choose among them and word them for themselves. */
export function caseShape<K extends z.ZodType>(kind: K, today: string = NO_LIMIT, shortest = 20) {
  const day = isoDate.refine((value) => value <= today, { params: { problem: 'future' } });
  const oneLine = z.string().max(200);
  return z.strictObject({
    kind: formField(kind, { control: 'hidden', texts: 'submission.kind' }),
    agency: formField(slug, { control: 'hidden', texts: 'submission.agency' }),
    service: formField(slug.optional(), { control: 'hidden', texts: 'submission.service' }),
    details: formField(z.string().min(shortest).max(5000), {
      control: 'long-text',
      step: 'what',
      texts: 'submission.details',
    }),
    broken: formField(z.array(brokenPromise).default([]), {
      control: 'checkboxes',
      step: 'what',
      texts: 'submission.broken',
    }),
    /** Somebody asked for a bribe. In a complaint one of the broken promises says so. */
    moneyAsked: formField(z.boolean().optional(), {
      control: 'checkbox',
      step: 'what',
      texts: 'kinds.misconduct.moneyAsked',
    }),
    amountAsked: formField(amount.optional(), {
      control: 'money',
      step: 'details',
      after: [
        { field: 'broken', value: 'extra-money' },
        { field: 'moneyAsked', value: TICKED },
      ],
      texts: 'submission.amountAsked',
    }),
    happenedOn: formField(day.optional(), { control: 'date', step: 'details', texts: 'submission.happenedOn' }),
    happenedUntil: formField(day.optional(), { control: 'date', step: 'details', texts: 'submission.happenedUntil' }),
    where: formField(oneLine.optional(), { control: 'text', step: 'details', texts: 'submission.where' }),
    officer: formField(oneLine.optional(), { control: 'text', step: 'details', texts: 'submission.officer' }),
    wanted: formField(z.string().max(2000).optional(), {
      control: 'long-text',
      step: 'details',
      texts: 'submission.wanted',
    }),
    period: formField(oneLine.optional(), { control: 'text', step: 'details', texts: 'information.period' }),
    access: formField(informationAccess.optional(), {
      control: 'radios',
      step: 'details',
      texts: 'information.access',
    }),
    /** Somebody's life or liberty is at stake. Asked only where the law sets a shorter time for that. */
    urgent: formField(z.boolean().optional(), { control: 'checkbox', step: 'details', texts: 'information.urgent' }),
    /** Absent where whoever asks writes it themselves. */
    takenDown: formField(takenDownBy.optional(), {
      control: 'radios',
      step: 'details',
      texts: 'information.takenDown',
    }),
    /** How many files came with it; the files themselves are kept apart. */
    files: formField(z.number().int().min(1).max(FILES_MAX).optional(), {
      control: 'files',
      step: 'you',
      texts: 'submission.files',
    }),
    language: formField(z.enum(languages), {
      control: 'radios',
      step: 'you',
      texts: 'submission.language',
      languages: true,
    }),
    email: formField(emailAddress.max(254).optional(), {
      control: 'email',
      step: 'you',
      identity: true,
      autocomplete: 'email',
      texts: 'submission.email',
    }),
    name: formField(oneLine.optional(), {
      control: 'text',
      step: 'you',
      identity: true,
      autocomplete: 'name',
      texts: 'submission.name',
    }),
    phone: formField(dialables.optional(), {
      control: 'tel',
      step: 'you',
      identity: true,
      autocomplete: 'tel',
      texts: 'submission.phone',
    }),
    shareIdentity: formField(z.boolean().default(false), {
      control: 'checkbox',
      step: 'you',
      identity: true,
      texts: 'submission.shareIdentity',
    }),
    /** The request and its answer may be published, once a person has read them through. Asked only where cases are kept. */
    publish: formField(z.boolean().optional(), { control: 'checkbox', step: 'you', texts: 'information.publish' }),
  });
}

/** Tells a period that ends before it begins. */
export function withOrder<S extends z.ZodObject>(schema: S): S {
  return schema.refine(
    (value: { happenedOn?: string; happenedUntil?: string }) =>
      !value.happenedOn || !value.happenedUntil || value.happenedOn <= value.happenedUntil,
    {
      path: ['happenedUntil'],
      params: { problem: 'order' },
      // Told together with the problems of other fields, not only once those are mended.
      when: ({ value }) => typeof value === 'object' && value !== null,
    },
  );
}

/**
 * A case of any kind that was taken in; parses what is read back from the store. What was stored before there were
 * kinds is a complaint.
 */
const stored = caseShape(caseKind.default('complaint'), NO_LIMIT, 1);
/** What was written, readable only to whoever has the private key; the other fields then hold nothing of it. */
export const sealedWords = z.strictObject({
  /** The body it is encrypted for. */
  agency: slug,
  name: z.string(),
  /** The public key, so that what is written later is encrypted alike although the register has changed. */
  key: z.string(),
  /** OpenPGP, armoured (RFC 9580). */
  message: z.string(),
});
export type SealedWords = z.output<typeof sealedWords>;
export const submissionSchema = withOrder(stored.extend({ sealed: sealedWords.optional() }));
export type Submission = z.output<typeof submissionSchema>;
export type SubmissionField = Exclude<keyof Submission, 'sealed'>;

/** Every field of the form with its labels, in the order in which it is asked. */
export const submissionFields: [SubmissionField, FormFieldMeta][] = Object.entries(stored.shape).map(
  ([name, schema]) => [name as SubmissionField, formFieldMeta(name, schema)],
);

const identityFields = new Set<string>(submissionFields.filter(([, meta]) => meta.identity).map(([name]) => name));

/**
 * Fields under the name that they had: a page that was opened before the change still posts it, and a process of the
 * version before may store it. No word may be lost over that.
 */
export const formerNames: Partial<Record<SubmissionField, string>> = { details: 'whatHappened' };

/** What is stored of a submission with its fields under today's names. */
export function underTodaysNames(content: Record<string, unknown>): Record<string, unknown> {
  const today = new Map(Object.entries(formerNames).map(([name, former]) => [former, name]));
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [today.get(name) ?? name, value]));
}

/** Takes a complaint apart into what happened and who told it, which are kept apart. */
export function splitIdentity(value: Submission): { matter: Partial<Submission>; identity: Partial<Submission> } {
  const pick = (wanted: boolean): Partial<Submission> =>
    Object.fromEntries(
      Object.entries(value).filter(([name, content]) => content !== undefined && identityFields.has(name) === wanted),
    );
  return { matter: pick(false), identity: pick(true) };
}
