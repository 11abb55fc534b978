import type { Language } from '../../lib/locales.ts';
import { defineMessages } from '../../lib/messages.ts';
import type { FigureMark } from '../../register/figure-marks.ts';

/** The words of each mark of a figure. A catalogue of its own, because the search takes it to the browser. */
export const markMessages = defineMessages({
  en: { superseded: 'Since replaced', disputed: 'Sources differ', old: 'Old figure' },
  sw: { superseded: 'Imebadilishwa baadaye', disputed: 'Vyanzo vinatofautiana', old: 'Takwimu ya zamani' },
});

/** Says in words why a figure is not certain; empty where it is. */
export function marksText(marks: FigureMark[], language: Language): string {
  const m: Record<FigureMark, string> = markMessages(language);
  return marks.map((mark) => m[mark]).join(' · ');
}
