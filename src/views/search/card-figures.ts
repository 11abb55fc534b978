import type { Language } from '../../lib/locales.ts';
import type { CardFee, CardTime } from '../../search/index-format.ts';
import { duration, money } from '../../register/format.ts';
import type { Texts } from '../../texts/shape.ts';

/** What a service costs in a few words: "Free", "KSh 1,050", "₦50,000–₦100,000". */
export function costText(fee: CardFee, m: Texts['search']): string {
  if (fee.kind === 'fixed' && fee.currency !== undefined && fee.max !== undefined) {
    const most = money(fee.max, fee.currency);
    if (fee.min === undefined || fee.min === fee.max) return fee.max === 0 ? m.free : most;
    return fee.min === 0 ? m.freeTo({ amount: most }) : `${money(fee.min, fee.currency)}–${most}`;
  }
  if (fee.kind === 'formula' && fee.formula) return fee.formula;
  return fee.kind === 'free' ? m.free : fee.kind === 'per-contract' ? m.perContract : m.notStated;
}

/** How long a service takes in a few words. */
export function timeText(time: CardTime, m: Texts['search'], language: Language): string {
  switch (time.kind) {
    case 'fixed':
      return duration(time, language) || m.notStated;
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
