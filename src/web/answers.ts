import { secondsUntil } from './seconds-until.ts';
import { statuses, type AnswerKind } from './statuses.ts';

/** For what only the one who asked may see: no cache keeps it, and no other site learns where it was. */
const confidential = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

/** For open figures: any site may read them, and a cache may keep them for five minutes. */
const open = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' };

const JSON_TYPE = 'application/json; charset=utf-8';

export interface Download {
  name: string;
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/**
 * Gives somebody a file of their own. No browser shows it inside the portal or guesses that it is something else, so a
 * file that is a picture and a script at once stays a picture.
 */
export function confidentialFile({ name, type, content }: Download): Response {
  return new Response(content, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': attachment(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      ...confidential,
    },
  });
}

/** Says in a sentence why somebody does not get a file of their own; `until`: when to come again. */
export function confidentialRefusal(
  kind: AnswerKind,
  says: string,
  { type = 'text/plain; charset=utf-8', until }: { type?: string; until?: Date } = {},
): Response {
  const answer = new Response(says, { headers: { 'Content-Type': type, ...confidential }, status: statuses[kind] });
  if (until) answer.headers.set('Retry-After', secondsUntil(until));
  return answer;
}

/** Open figures as CSV, to be saved under a name. */
export function openCsv(name: string, content: string): Response {
  return new Response(content, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': attachment(name), ...open },
  });
}

/** Gives open figures as JSON, or says why there are none. */
export function openJson(value: unknown, kind: AnswerKind = 'shown'): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    status: statuses[kind],
    headers: { 'Content-Type': JSON_TYPE, ...open },
  });
}

/** A value as JSON that no cache keeps: for the desk of editors, which is another each time. */
export function json(value: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store', ...headers },
  });
}

/** A text that is open to everybody, of a type: a feed, a list of addresses, a style sheet. */
export function openText(type: string, content: string, kind: AnswerKind = 'shown'): Response {
  return new Response(content, { status: statuses[kind], headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

/** Says of a page that what is on it may be gone the next moment: caches ask anew each time (RFC 9111, 5.2.2.4). */
export function neverStale(headers: Headers): void {
  headers.set('Cache-Control', 'no-cache');
}

function attachment(name: string): string {
  return `attachment; filename="${name}"`;
}
