import type { History } from '../../history/change.ts';
import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';

/**
 * Gives what was reckoned under a key before, or reckons it. What it gives may hold no entry of the register, and the
 * key names whatever it depends on that is no content, such as the day.
 */
export type Remember = <T>(key: string, reckon: () => T) => T;

/** Remembers nothing: for a page that is made once. */
export const reckonEach: Remember = (_key, reckon) => reckon();

/** What a page is made from: the content of an edition, its record, and the day on which it is shown. */
export interface EditionView {
  register: Register;
  history: History;
  language: Language;
  today: Date;
  remember: Remember;
}

/** The record of content that is shown where nobody asks for it: on pages made on demand. */
export const noHistory: History = { state: 'unavailable', reason: 'this page shows no history' };
