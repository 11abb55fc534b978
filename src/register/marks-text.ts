import type { Language } from '../lib/locales.ts';
import type { FigureMark } from './figure-marks.ts';
import { pageTexts } from '../texts/texts.ts';

/** Says in words why a figure is not certain; empty where it is. */
export function marksText(marks: FigureMark[], language: Language): string {
  const m = pageTexts('marks', language);
  return marks.map((mark) => m[mark]).join(' · ');
}
