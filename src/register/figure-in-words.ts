import type { Language } from '../lib/locales.ts';
import type { ProcessingTime } from '../schemas/duration.ts';
import { pageTexts } from '../texts/texts.ts';
import { duration, money } from './format.ts';

/** A fee as far as the portal has words for it: a formula is the content's own. */
export type WordedFee =
  { kind: 'fixed'; amount: number; currency: string } | { kind: 'free' | 'per-contract' | 'not-stated' };

/** What a fee says: "₦15,000", "Free". */
export function feeInWords(fee: WordedFee, language: Language): string {
  const m = pageTexts('charter', language);
  switch (fee.kind) {
    case 'fixed':
      return money(fee.amount, fee.currency);
    case 'free':
      return m.free;
    case 'per-contract':
      return m.perContract;
    case 'not-stated':
      return m.notStated;
  }
}

/** What a promised time says: "3 days", "Continuous". */
export function timeInWords(time: Pick<ProcessingTime, 'kind' | 'min' | 'max' | 'unit'>, language: Language): string {
  const m = pageTexts('charter', language);
  switch (time.kind) {
    case 'fixed':
      return duration(time, language);
    case 'continuous':
      return m.continuous;
    case 'per-contract':
      return m.perContract;
    case 'as-announced':
      return m.asAnnounced;
    case 'not-stated':
      return m.notStated;
  }
}
