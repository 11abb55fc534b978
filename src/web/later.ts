import { secondsUntil } from './seconds-until.ts';

/**
 * Gives the answer to a program that has tried too many wrong secrets: 429, and when to come again (RFC 6585, section
 * 4).
 */
export function laterResponse(until: Date, body: string, headers: Record<string, string>): Response {
  return new Response(body, { status: 429, headers: { ...headers, 'Retry-After': secondsUntil(until) } });
}
