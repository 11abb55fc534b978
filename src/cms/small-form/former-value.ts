import { defaultLanguage } from '../../lib/locales.ts';
import { duration, money } from '../../register/format.ts';
import type { ProcessingTime } from '../../schemas/duration.ts';
import type { Fee } from '../../schemas/fee.ts';
import type { Evidence, FormerValue } from '../../schemas/provenance.ts';
import { texts } from '../../texts/texts.ts';
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
  const says =
    list === 'fees' ? feeText(old as Fee) : list === 'processingTimes' ? timeText(old as ProcessingTime) : old.says;
  if (!says) return undefined;
  const { validFrom: from, evidence } = old;
  return {
    says,
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(evidence ? { evidence: evidence as Evidence } : {}),
  };
}

function feeText(fee: Fee): string | undefined {
  const m = texts('charter', defaultLanguage);
  switch (fee.kind) {
    case 'fixed':
      return [money(fee.amount, fee.currency), fee.per].filter(Boolean).join(' ');
    case 'free':
      return m.free;
    case 'formula':
      return fee.formula;
    case 'per-contract':
      return m.perContract;
    case 'not-stated':
      return undefined;
  }
}

function timeText(time: ProcessingTime): string | undefined {
  const m = texts('charter', defaultLanguage);
  switch (time.kind) {
    case 'fixed':
      return duration(time, defaultLanguage);
    case 'continuous':
      return m.continuous;
    case 'per-contract':
      return m.perContract;
    case 'as-announced':
      return m.asAnnounced;
    case 'not-stated':
      return undefined;
  }
}
