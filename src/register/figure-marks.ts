import { isOld } from './evidence-age.ts';
import type { ReadEvidence } from './read-provenance.ts';

/**
 * Why a figure must not be taken for certain: another took its place, sources differ, or it was last known to hold more than three years ago.
 */
export type FigureMark = 'superseded' | 'disputed' | 'old';

/** The marks that are set by hand; age comes by itself. */
export type WrittenMark = Exclude<FigureMark, 'old'>;

/** What a mark is read from: any figure of the content (a fee, a time, a deadline). */
export interface Markable {
  kind?: string;
  evidence: ReadEvidence;
  superseded?: object | undefined;
  conflicting: unknown[];
}

/**
 * The marks that stand in the content itself. What no source states was not superseded, but sources may differ on
 * it.
 */
export function writtenMarks(figure: Markable): WrittenMark[] {
  return [
    ...(figure.superseded && stated(figure) ? (['superseded'] as const) : []),
    ...(figure.conflicting.length > 0 ? (['disputed'] as const) : []),
  ];
}

/**
 * The marks of a figure on a day, weightiest first. What is known to be superseded is not called old as well, and
 * what is not stated has no age.
 */
export function figureMarks(figure: Markable, today: Date): FigureMark[] {
  const written = writtenMarks(figure);
  const old = stated(figure) && !written.includes('superseded') && isOld(figure.evidence, today);
  return old ? [...written, 'old'] : written;
}

/** The marks of a line that stands for several figures ("from KSh 500"): every mark that one of them bears. */
export function joinMarks<M extends FigureMark>(marks: M[][]): M[] {
  return order.filter((mark): mark is M => marks.some((list) => (list as FigureMark[]).includes(mark)));
}

const order: FigureMark[] = ['superseded', 'disputed', 'old'];

function stated({ kind }: Markable): boolean {
  return kind !== 'not-stated';
}
