import { joinMarks } from '../../register/figure-marks.ts';
import { feeInWords, timeInWords } from '../../register/figure-in-words.ts';
import { money } from '../../register/format.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { ProcessingTime } from '../../schemas/duration.ts';
import type { Fee } from '../../schemas/fee.ts';
import type { Language } from '../../lib/locales.ts';
import { pageTexts } from '../../texts/texts.ts';
import { writtenDay, figureNotes, type FigureNotes, type MarkedFigure, type ViewContext } from './evidence.ts';

export interface FeeView extends FigureNotes {
  /** The figure itself: "₦15,000", "Free", "Not stated", or the formula. */
  value: Text;
  stated: boolean;
  label?: Text;
  per?: Text;
  validFrom?: string;
  payAt?: Text;
  legalBasis?: string;
  note?: Text;
}

export interface TimeView extends FigureNotes {
  value: Text;
  stated: boolean;
  appliesTo?: Text;
  clockStarts?: Text;
  pauses?: Text;
  note?: Text;
}

export function feeView(fee: Localised<Fee>, context: ViewContext): FeeView {
  const { kind, label, validFrom, payAt, legalBasis, note } = fee;
  return {
    value: feeValue(fee, context.language),
    stated: kind !== 'not-stated',
    label,
    per: kind === 'fixed' ? fee.per : undefined,
    validFrom: writtenDay(validFrom, context),
    payAt,
    legalBasis,
    note,
    ...figureNotes(fee, context),
  };
}

export function timeView(time: Localised<ProcessingTime>, context: ViewContext): TimeView {
  const { kind, appliesTo, clockStarts, pauses, note } = time;
  return {
    value: { text: timeInWords(time, context.language) },
    stated: kind !== 'not-stated',
    appliesTo,
    clockStarts,
    pauses,
    note,
    ...figureNotes(time, context),
  };
}

/** What a service costs in one line, with the marks of every fee that the line stands for. */
export function costOf(fees: Localised<Fee>[], views: FeeView[], context: ViewContext): MarkedFigure {
  return {
    value: { text: costHeadline(fees, views, context) },
    stated: views.some((fee) => fee.stated),
    former: areFormer(views),
    marks: joinMarks(views.map((fee) => fee.marks)),
    unsaid: joinMarks(views.map((fee) => fee.unsaid)),
  };
}

/** The promise: the first time, of which the schema asks for at least one. */
export function promisedTime([first]: TimeView[]): MarkedFigure {
  const { value = { text: '' }, stated = false, marks = [], unsaid = [] } = first ?? {};
  return { value, stated, former: areFormer(first ? [first] : []), marks, unsaid };
}

/** Whether all that is stated was replaced since. */
function areFormer(figures: Pick<MarkedFigure, 'stated' | 'marks'>[]): boolean {
  const stated = figures.filter((figure) => figure.stated);
  return stated.length > 0 && stated.every(({ marks }) => marks.includes('superseded'));
}

function feeValue(fee: Localised<Fee>, language: Language): Text {
  return fee.kind === 'formula' ? fee.formula : { text: feeInWords(fee, language) };
}

/**
 * One line for the receipt: a single price, the lowest of several, or what stands in its place. Amounts in different
 * currencies cannot be compared, so the lowest is sought in the currency of the first.
 */
function costHeadline(fees: Localised<Fee>[], views: FeeView[], context: ViewContext): string {
  const m = pageTexts('charter', context.language);
  const stated = fees.filter((fee) => fee.kind !== 'not-stated');
  const first = stated[0];
  if (!first) return m.notStated;
  const whole = (fee: Localised<Fee>): string => {
    const view = views[fees.indexOf(fee)];
    return [view?.value.text, view?.per?.text].filter(Boolean).join(' ');
  };
  if (stated.length === 1 || stated.every((fee) => fee.kind === 'free')) return whole(first);
  if (stated.some((fee) => fee.kind === 'free')) return m.from({ value: m.free.toLowerCase() });
  const fixed = stated.filter((fee) => fee.kind === 'fixed');
  const lead = fixed[0];
  if (!lead) return whole(first);
  const lowest = fixed.filter((fee) => fee.currency === lead.currency).reduce((a, b) => (b.amount < a.amount ? b : a));
  const sameEverywhere =
    fixed.length === stated.length &&
    fixed.every((fee) => fee.amount === lead.amount && fee.currency === lead.currency);
  return sameEverywhere ? money(lead.amount, lead.currency) : m.from({ value: whole(lowest) });
}
