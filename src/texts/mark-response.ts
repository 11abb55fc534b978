import type { Language } from '../lib/locales.ts';
import { isTranslated } from './texts.ts';
import { markFallbacks, withoutMarks } from './fallback-marks.ts';

/**
 * Turns the marks of missing translations in an answer into elements with `lang`, and takes them out of what is no HTML
 * page. Where no language of the portal lacks anything, and no content is marked (`asEnglish`), the answer passes through
 * untouched, still streaming.
 */
export async function markResponse(
  response: Response,
  languages: readonly Language[],
  marksContent = false,
): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if ((!marksContent && languages.every(isTranslated)) || !response.body || !/^text\/|\b(?:json|xml)\b/.test(type))
    return response;
  const text = await response.text();
  return new Response(type.startsWith('text/html') ? markFallbacks(text) : withoutMarks(text), response);
}
