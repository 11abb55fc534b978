import { vi } from 'vitest';
import type { SmallPortal } from './small-portal.ts';
import { PATIENCE_MS } from '../patience.ts';

/** What opens a case: for the citizen, for the officer, and for the question whether the citizen is satisfied. */
export interface CaseKeys {
  reference: string;
  secret: string;
  officerToken: string;
}

/** Posts a form as a browser would that has no JavaScript. No redirect is followed. */
export function sendForm(
  portal: SmallPortal,
  path: string,
  fields: Record<string, string> | FormData,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  return fetch(portal.url + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: portal.url, ...headers },
  });
}

/** The form of a check page as its button sends it; undefined where a page is none. */
export function checkedForm(page: string): FormData | undefined {
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  if (!inputs.some(([, name, value]) => name === 'submissionKey' && value)) return undefined;
  const form = new FormData();
  for (const [, name = '', value = ''] of inputs) form.append(name, unescapeHtml(value));
  return form;
}

/** Sends a case as a person does without JavaScript: the form, and then the check page that comes back. */
export async function sendCase(
  portal: SmallPortal,
  fields: Record<string, string> | FormData,
  headers: Record<string, string> = {},
): Promise<Response> {
  const shown = await sendForm(portal, '/cases/new/', fields, headers);
  const form = checkedForm(await shown.clone().text());
  return form ? sendForm(portal, '/cases/new/', form, headers) : shown;
}

function unescapeHtml(text: string): string {
  const marks: Record<string, string> = {
    '&quot;': '"',
    '&#34;': '"',
    '&#38;': '&',
    '&#39;': "'",
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
  };
  return text.replace(/&(?:quot|lt|gt|amp|#34|#38|#39);/g, (mark) => marks[mark] ?? mark);
}

/** Reads reference and secret from the page that answers a complaint. */
export function keysOn(page: string): { reference: string; secret: string } {
  return { reference: first(page, /case-reference">([^<]+)/), secret: first(page, /case-secret">([^<]+)/) };
}

/** Reads the version that the forms of a page were made for. */
export function versionOn(page: string): string {
  return first(page, /name="version" value="(\d+)"/);
}

/** Sends a complaint, waits for the mail that hands it over, and gives what opens the case. */
export async function openCase(portal: SmallPortal, fields: Record<string, string> | FormData): Promise<CaseKeys> {
  const keys = keysOn(await (await sendCase(portal, fields)).text());
  return { ...keys, officerToken: await linkInMail(portal, '/cases/act/', keys.reference) };
}

/** Waits for a mail with a signed link to a page for a case, and gives the token of that link. */
export function linkInMail(portal: SmallPortal, path: string, reference: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const found = (await portal.mail())
        .map(({ text }) => first(text ?? '', new RegExp(`${path}\\?t=(${reference}\\S+)`)))
        .find(Boolean);
      if (!found) throw new Error(`no mail with a link to ${path}`);
      return found;
    },
    { interval: 100, timeout: PATIENCE_MS },
  );
}

function first(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? '';
}
