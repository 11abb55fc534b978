import type { Language } from '../../lib/locales.ts';
import type { FigureMark } from '../../register/figure-marks.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { Stamp } from './receipt.ts';

/** What a stamp is read from: the figures of one promise. */
export interface Stampable {
  stated: boolean;
  marks: FigureMark[];
  /** The day of the source, and that on which the office confirmed it, in words. */
  asOf?: string | undefined;
}

/** Weightiest first: what was replaced misleads more than what is old. */
const weighed = ['superseded', 'disputed', 'old'] as const;

/**
 * The stamp of a promise: as published, or the weightiest reason for which one of its figures is not certain. The day
 * stands on it where all figures are of one day.
 */
export function stampOf(figures: Stampable[], language: Language): Stamp {
  const m = pageTexts('receipt', language).stamp;
  const known = figures.filter(({ stated, marks }) => stated || marks.length > 0);
  const state =
    known.length === 0
      ? 'none'
      : (weighed.find((mark) => known.some(({ marks }) => marks.includes(mark))) ?? 'published');
  const days = new Set(known.map(({ asOf }) => asOf));
  const [day] = days;
  return { state, says: m[state], ...(days.size === 1 && day !== undefined ? { detail: day } : {}) };
}

/** The marks of a figure that the stamp does not say already for all of them. */
export function beyondStamp(figure: Stampable, figures: Stampable[], stamp: Stamp): FigureMark[] {
  const forAll = figures.every(({ stated, marks }) => !stated || marks.some((mark) => mark === stamp.state));
  return forAll ? figure.marks.filter((mark) => mark !== stamp.state) : figure.marks;
}
