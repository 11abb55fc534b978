import { defaultLanguage } from '../../lib/locales.ts';
import { feeInWords, timeInWords } from '../../register/figure-in-words.ts';
import type { ProcessingTime } from '../../schemas/duration.ts';
import type { Fee } from '../../schemas/fee.ts';
import type { Evidence, FormerValue } from '../../schemas/provenance.ts';
import type { ItemPlace } from './item-place.ts';

/** A figure as an entry holds it. */
interface Figure {
  kind?: string;
  says?: string;
  validFrom?: string;
  evidence?: Partial<Evidence>;
}

/**
 * What a figure said, for the history of the one that takes its place on a day (ISO 8601, where that is known). It is
 * written in the language of the content. Undefined where no source had stated any.
 */
export function formerValue({ list }: ItemPlace, old: Figure, until: string | undefined): FormerValue | undefined {
  const says = old.kind === 'not-stated' ? undefined : wordsOf(list, old);
  if (!says) return undefined;
  const { validFrom: from, evidence } = old;
  return {
    says,
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(evidence ? { evidence: evidence as Evidence } : {}),
  };
}

function wordsOf(list: string, old: Figure): string | undefined {
  if (list === 'processingTimes') return timeInWords(old as ProcessingTime, defaultLanguage);
  if (list !== 'fees') return old.says;
  const fee = old as Fee;
  if (fee.kind === 'formula') return fee.formula;
  return [feeInWords(fee, defaultLanguage), fee.kind === 'fixed' ? fee.per : undefined].filter(Boolean).join(' ');
}
