import { languages, localePath } from '../../lib/locales.ts';

/*
 * Where a browser holds a form on its way: two cookies, so that two forms can be written side by side. Their names are
 * fixed and scripts may remove them, so that "forget everything" needs no server. They travel to the address of forms
 * alone, and what stands in them can be read by the server alone.
 */

/** Where forms are posted, without a language. */
export const FORM_PATH = '/cases/new/';
/** Names the form on its way in the address of a step. */
export const formParameter = 'form';

const names = ['form-1', 'form-2'] as const;
/** As long as chosen files are held. */
export const HELD_FOR_SECONDS = 3600;

export type Slot = (typeof names)[number];

/** What a request holds in each slot; undefined where nothing is. */
export function readSlots(cookies: string | null): [Slot, string | undefined][] {
  const given = (cookies ?? '').split(/;\s*/);
  return names.map((name) => [name, given.find((item) => item.startsWith(`${name}=`))?.slice(name.length + 1)]);
}

/** The cookie that holds a sealed form at an address. No other site makes it travel. */
export function holdingCookie(
  slot: Slot,
  value: string,
  { language, secure }: { language: string; secure: boolean },
): string {
  return cookie(slot, value, language, HELD_FOR_SECONDS, secure);
}

/** The cookie that empties a slot at the address of a language. */
export function emptyingCookie(slot: Slot, language: string): string {
  return cookie(slot, '', language, 0, false);
}

/** Cookies that empty every slot in every language but those left out. */
export function emptyingCookies(leaveOut: readonly string[] = []): string[] {
  return languages
    .filter((language) => !leaveOut.includes(language))
    .flatMap((language) => names.map((name) => emptyingCookie(name, language)));
}

/** Where a form is posted in a language, with its id where it has one. */
export function formAddress(language: string, searchParams?: URLSearchParams): string {
  const id = formId(searchParams);
  return localePath(language, FORM_PATH) + (id ? `?${formParameter}=${id}` : '');
}

/** The form that an address names; whoever wrote it there, it is one of ours in shape or none. */
export function formId(searchParams: URLSearchParams | undefined): string | undefined {
  return /^[\w-]{11}$/.exec(searchParams?.get(formParameter) ?? '')?.[0];
}

function cookie(slot: Slot, value: string, language: string, seconds: number, secure: boolean): string {
  const path = localePath(language, FORM_PATH);
  return `${slot}=${value}; Path=${path}; SameSite=Strict${secure ? '; Secure' : ''}; Max-Age=${seconds}`;
}
