import type { Person } from './person.ts';
import { trailer } from './trailers.ts';

/** What may happen to a draft besides being edited. `failed`: it could not be published on its day. */
export const reviewSteps = ['asked', 'commented', 'sent-back', 'approved', 'withdrawn', 'failed'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** Something that was done with a draft, kept on its branch as a commit that changes no file. */
export interface ReviewEvent {
  step: ReviewStep;
  by: Person;
  /** ISO 8601. */
  at: string;
  /** What was said with it; empty where nothing was. */
  words: string;
  /** Of an approval: the day (ISO 8601) from which on it is to be published, where that is not at once. */
  from?: string;
}

/** A commit of a draft's branch as it is read back. */
export interface DraftCommit {
  at: string;
  author: Person;
  message: string;
}

/** Words in a commit's message: quoted, so that none of them can pass for a trailer. */
export function quoted(words: string): string {
  return words
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** What a commit tells of the review; undefined where it is an edit. */
export function reviewEvent({ at, author, message }: DraftCommit): ReviewEvent | undefined {
  const name = trailer(message, 'Cms-Step');
  const step = reviewSteps.find((known) => known === name);
  if (!step) return undefined;
  const from = trailer(message, 'Cms-From');
  const words = message
    .split('\n')
    .filter((line) => line.startsWith('>'))
    .map((line) => line.replace(/^> ?/, ''))
    .join('\n');
  return { step, by: author, at, words, ...(from ? { from } : {}) };
}
