import type { Language } from '../../lib/locales.ts';
import type { FigureFields, Verification } from '../../schemas/provenance.ts';
import { noteText, type ReadEvidence, type ReadSource } from '../../register/read-provenance.ts';
import { isOld } from '../../register/evidence-age.ts';
import { figureMarks, type FigureMark } from '../../register/figure-marks.ts';
import { date } from '../../register/format.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Citations } from './citations.ts';

export interface SourceLink {
  number: number;
  id: string;
}

/** Where a figure comes from, ready to show: numbered sources, date, kind, and whether the figure has aged. */
export interface EvidenceView {
  sources: SourceLink[];
  /** Absent when the source bears no date. */
  asOf?: string;
  /** The day on which the office itself confirmed it, in words. */
  confirmed?: string;
  kind: Verification;
  /** True when the figure is older than `OLD_AFTER_MONTHS`, was not confirmed since, and no banner of the page says so. */
  old: boolean;
  note?: Text;
  /** Which of the things that the page takes from its first source this is; empty or absent where it takes one. */
  letter?: string;
  /** The banner at the head of the page says all of this. */
  said?: boolean;
}

export interface FigureNotes {
  evidence: EvidenceView;
  /** Why the figure is not certain; shown in words wherever the figure is. */
  marks: FigureMark[];
  /** Those of the marks that no banner of the page says for all of it. */
  unsaid: FigureMark[];
  superseded?: { by: Text; since?: string; evidence: EvidenceView };
  conflicting: { says: Text; evidence: EvidenceView }[];
  history: { says: Text; from?: string; until?: string; evidence?: EvidenceView }[];
}

/** What views need to know of the page they are made for. */
export interface ViewContext {
  language: Language;
  /** The day for which the page is made; decides what counts as old. */
  today: Date;
  sources: ReadSource[];
  /** What the page cites, where it lists its sources: else each figure says all of its own. */
  citations?: Citations | undefined;
  /** Of the country, for example +254: completes telephone numbers that are written as at home. */
  callingCode?: string | undefined;
}
export type ViewOptions = Pick<ViewContext, 'language' | 'today' | 'citations'>;

/** Makes evidence ready to show. Where no figure is stated there is none that could be old. */
export function evidenceView(evidence: ReadEvidence, context: ViewContext, { figure = true } = {}): EvidenceView {
  const citation = context.citations?.of(evidence);
  return {
    sources: evidence.sources.map((id) => ({
      id,
      number: context.sources.findIndex((source) => source.id === id) + 1,
    })),
    asOf: writtenDay(evidence.asOf, context),
    confirmed: writtenDay(evidence.confirmedOn, context),
    kind: evidence.verification,
    old: figure && isOld(evidence, context.today) && !citation?.ageSaid,
    note: noteText(evidence.note, context.language === 'en' ? undefined : 'en'),
    letter: citation?.letter,
    said: citation?.said,
  };
}

/** A day, a month or a year in words; nothing where none is known. */
export function writtenDay(day: string | undefined, { language }: Pick<ViewContext, 'language'>): string | undefined {
  return day === undefined ? undefined : date(day, language);
}

/** A figure as it is shown: never without its marks. */
export interface MarkedFigure {
  value: Text;
  stated: boolean;
  /** All that is stated here was replaced since: it is what was, and never to be taken for what is. */
  former?: boolean;
  marks: FigureMark[];
  /** Those of the marks that no banner of the page says for all of it; absent where there is no banner. */
  unsaid?: FigureMark[];
}

/**
 * Makes a figure's evidence, its marks, its contradictions and its history ready to show.
 */
export function figureNotes(figure: Localised<FigureFields> & { kind?: string }, context: ViewContext): FigureNotes {
  const { evidence, superseded, conflicting, history } = figure;
  const marks = figureMarks(figure, context.today);
  const ageSaid = context.citations?.of(evidence).ageSaid === true;
  return {
    evidence: evidenceView(evidence, context, { figure: figure.kind !== 'not-stated' }),
    marks,
    unsaid: ageSaid ? marks.filter((mark) => mark !== 'old') : marks,
    superseded: superseded && {
      by: superseded.by,
      since: writtenDay(superseded.since, context),
      evidence: evidenceView(superseded.evidence, context),
    },
    conflicting: conflicting.map((claim) => ({
      says: claim.says,
      evidence: evidenceView(claim.evidence, context),
    })),
    history: history.map((former) => ({
      says: former.says,
      from: writtenDay(former.from, context),
      until: writtenDay(former.until, context),
      evidence: former.evidence && evidenceView(former.evidence, context),
    })),
  };
}
