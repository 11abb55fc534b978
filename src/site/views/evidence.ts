import { monthsSince, OLD_AFTER_MONTHS } from '../../lib/age.ts';
import type { Language } from '../../lib/locales.ts';
import type { Evidence, Source, Verification } from '../../schemas/provenance.ts';
import { figureMarks, type FigureMark } from '../../register/figure-marks.ts';
import { date } from '../../register/format.ts';
import type { Text, Translator } from '../../register/localise.ts';

export interface SourceLink {
  number: number;
  id: string;
}

/** Where a figure comes from, ready to show: numbered sources, date, kind, and whether the figure has aged. */
export interface EvidenceView {
  sources: SourceLink[];
  /** Absent when the source bears no date. */
  asOf?: string;
  kind: Verification;
  /** True when the figure is older than `OLD_AFTER_MONTHS`. */
  old: boolean;
  note?: string;
}

export interface FigureNotes {
  evidence: EvidenceView;
  /** Why the figure is not certain; shown in words wherever the figure is. */
  marks: FigureMark[];
  superseded?: { by: Text; since?: string; evidence: EvidenceView };
  conflicting: { says: Text; evidence: EvidenceView }[];
  history: { says: Text; from?: string; until?: string; evidence?: EvidenceView }[];
}

/** What views need to know of the page they are made for. */
export interface ViewContext {
  language: Language;
  /** The day for which the page is made; decides what counts as old. */
  today: Date;
  sources: Source[];
}

/** Makes evidence ready to show. Where no figure is stated there is none that could be old. */
export function evidenceView(evidence: Evidence, context: ViewContext, { figure = true } = {}): EvidenceView {
  return {
    sources: evidence.sources.map((id) => ({
      id,
      number: context.sources.findIndex((source) => source.id === id) + 1,
    })),
    ...(evidence.asOf ? { asOf: date(evidence.asOf, context.language) } : {}),
    kind: evidence.verification,
    old: figure && evidence.asOf !== undefined && monthsSince(evidence.asOf, context.today) > OLD_AFTER_MONTHS,
    ...(evidence.note ? { note: evidence.note } : {}),
  };
}

/** A figure as it is shown: never without its marks. */
export interface MarkedFigure {
  value: Text;
  stated: boolean;
  marks: FigureMark[];
}

interface Figure {
  kind?: string;
  evidence: Evidence;
  superseded?: { by: string; since?: string | undefined; evidence: Evidence } | undefined;
  conflicting: { says: string; evidence: Evidence }[];
  history: { says: string; from?: string | undefined; until?: string | undefined; evidence?: Evidence | undefined }[];
}

/**
 * Makes a figure's evidence, its marks, its contradictions and its history ready to show. `path` is where the figure
 * stands in its entry.
 */
export function figureNotes(
  figure: Figure,
  t: Translator,
  path: (string | number)[],
  context: ViewContext,
): FigureNotes {
  const { superseded } = figure;
  return {
    evidence: evidenceView(figure.evidence, context, { figure: figure.kind !== 'not-stated' }),
    marks: figureMarks(figure, context.today),
    ...(superseded
      ? {
          superseded: {
            by: t(superseded.by, ...path, 'superseded', 'by'),
            ...(superseded.since ? { since: date(superseded.since, context.language) } : {}),
            evidence: evidenceView(superseded.evidence, context),
          },
        }
      : {}),
    conflicting: figure.conflicting.map((claim, i) => ({
      says: t(claim.says, ...path, 'conflicting', i, 'says'),
      evidence: evidenceView(claim.evidence, context),
    })),
    history: figure.history.map((former, i) => ({
      says: t(former.says, ...path, 'history', i, 'says'),
      ...(former.from ? { from: date(former.from, context.language) } : {}),
      ...(former.until ? { until: date(former.until, context.language) } : {}),
      ...(former.evidence ? { evidence: evidenceView(former.evidence, context) } : {}),
    })),
  };
}
