import { secondsUntil } from './seconds-until.ts';

/**
 * The HTTP status of an answer by what the request came to (RFC 9110, section 15; 429: RFC 6585, section 4). No page and
 * no domain names a status of its own.
 */
export const statuses = {
  saved: 200,
  'saved-unseen': 200,
  shown: 200,
  asked: 200,
  done: 200,
  rated: 200,
  'next-rung': 200,
  erased: 200,
  proved: 200,
  'other-site': 403,
  unknown: 404,
  'not-found': 404,
  'dead-link': 404,
  changed: 409,
  used: 409,
  expired: 410,
  'too-large': 413,
  'not-a-form': 415,
  refused: 422,
  wrong: 422,
  later: 429,
  failed: 503,
} as const;

/** What a request can come to. */
export type AnswerKind = keyof typeof statuses;

/** The answer of a page that is being made, as Astro gives it to the page. */
export interface PageAnswer {
  status?: number;
  readonly headers: Headers;
}

/** Gives a page the status of what the request came to, and says when to come again where that is known. */
export function answerOutcome(
  answer: PageAnswer,
  { kind, until }: { kind: AnswerKind; until?: Date | undefined },
): void {
  answerWith(answer, statuses[kind], until);
}

/** Gives a page a status, and says when to come again where that is known. */
export function answerWith(answer: PageAnswer, status: number, until?: Date): void {
  answer.status = status;
  if (until) answer.headers.set('Retry-After', secondsUntil(until));
}
