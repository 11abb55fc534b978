import type { History } from '../../history/change.ts';
import type { Language } from '../../lib/locales.ts';
import type { Remember } from '../../lib/remember.ts';
import type { Register } from '../../register/register.ts';

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
