import type { CharterChange, ContentText, FeeValue, ServiceChange, TimeValue } from './change.ts';
import type { Language } from '../lib/locales.ts';
import { date, duration, money } from '../register/format.ts';
import { marksText } from '../register/marks-text.ts';
import type { Texts } from '../texts/shape.ts';
import { pageTexts } from '../texts/texts.ts';
import type { Text } from '../register/localise.ts';
import type { TranslatedSince } from './translated-since.ts';

/** A sentence in pieces: interface text, and content that may be in another language than the page. */
export type Sentence = (string | Text)[];

/** What sentences need to know: the language of the page and the language the charter was written in. */
export interface SentenceContext {
  language: Language;
  original: string;
  /** What was translated later; absent where the agency is gone. */
  since?: TranslatedSince | undefined;
}

/** Says a change of a charter or service in one sentence, for a citizen. */
export function changeSentence(change: CharterChange | ServiceChange, context: SentenceContext): Sentence {
  const m = pageTexts('history', context.language);
  switch (change.kind) {
    case 'charter-published':
      return [m.charterPublished({ services: change.services })];
    case 'charter-withdrawn':
      return [m.charterWithdrawn];
    case 'charter-status':
      return [m.charterStatus[change.to]];
    case 'service-added':
      return [m.serviceAdded];
    case 'service-removed':
      return [m.serviceRemoved];
    case 'service-status':
      return [m.serviceStatus[change.to]];
    case 'moved':
      return [m.moved];
    case 'redress':
      return [redressSentence(change, m)];
    case 'confirmed':
      return [m.confirmed({ n: change.figures, day: date(change.on, context.language) })];
    case 'renamed':
      return m.renamed.pieces({ from: contentText(change.from, context), to: contentText(change.to, context) });
    case 'service-wording':
      return wording(
        change.areas.map((area) => [area, m.serviceArea[area]]),
        m,
      );
    case 'charter-wording':
      return wording(
        change.areas.map((area) => [area, m.charterArea[area]]),
        m,
      );
    default:
      return isFigure(change) ? figureSentence(change, context) : detailSentence(change, context);
  }
}

/**
 * A text in the language of the page where it was translated then or the same words were since, otherwise as written,
 * marked with its language.
 */
export function contentText(content: ContentText, { language, original, since }: SentenceContext): Text {
  if (original === language) return { text: content.text };
  const translated = content.translations[language] ?? since?.(content.text);
  return translated === undefined ? { text: content.text, lang: original } : { text: translated };
}

/** A sentence without marks, for titles. */
export function plainText(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

type Messages = Texts['history'];
type AnyChange = CharterChange | ServiceChange;
type FigureChange = Extract<AnyChange, { kind: `fee-${string}` | `time-${string}` }>;
type DetailChange = Extract<
  AnyChange,
  { kind: `requirement-${string}` | `contact-${string}` | `standard-${string}` | 'review-date' }
>;

function wording(areas: [name: string, label: string][], m: Messages): Sentence {
  if (areas.every(([name]) => name === 'sources')) return [m.sourcesOnly];
  return [m.wording({ areas: areas.map(([, label]) => label).join(', ') })];
}

function isFigure(change: FigureChange | DetailChange): change is FigureChange {
  return change.kind.startsWith('fee-') || change.kind.startsWith('time-');
}

function figureSentence(change: FigureChange, context: SentenceContext): Sentence {
  const m = pageTexts('history', context.language);
  const about: Sentence = change.label ? m.about.pieces({ label: contentText(change.label, context) }) : [];
  switch (change.kind) {
    case 'fee-changed':
      return { up: m.feeUp, down: m.feeDown, other: m.feeOther, marks: m.feeMarks }[change.direction]
        .pieces({ about, from: feeText(change.from, context), to: feeText(change.to, context) })
        .flat();
    case 'fee-added':
      return m.feeAdded.pieces({ about, value: feeText(change.value, context) }).flat();
    case 'fee-removed':
      return m.feeRemoved.pieces({ about, value: feeText(change.value, context) }).flat();
    case 'time-changed':
      return { up: m.timeUp, down: m.timeDown, other: m.timeOther, marks: m.timeMarks }[change.direction]
        .pieces({ about, from: timeText(change.from, context), to: timeText(change.to, context) })
        .flat();
    case 'time-added':
      return m.timeAdded.pieces({ about, value: timeText(change.value, context) }).flat();
    case 'time-removed':
      return m.timeRemoved.pieces({ about, value: timeText(change.value, context) }).flat();
  }
}

function detailSentence(change: DetailChange, context: SentenceContext): Sentence {
  const m = pageTexts('history', context.language);
  const text = (content: ContentText): Text => contentText(content, context);
  const named = (content: ContentText, more: ContentText | undefined): Sentence => [
    text(content),
    ...(more ? m.about.pieces({ label: text(more) }) : []),
  ];
  switch (change.kind) {
    case 'requirement-added':
      return m.requirementAdded.pieces({ what: named(change.what, change.appliesTo) }).flat();
    case 'requirement-removed':
      return m.requirementRemoved.pieces({ what: named(change.what, change.appliesTo) }).flat();
    case 'requirement-reworded':
      return m.requirementReworded.pieces({ from: text(change.from), to: text(change.to) });
    case 'requirement-optional':
      return (change.optional ? m.requirementOptional : m.requirementRequired).pieces({ what: text(change.what) });
    case 'contact-added':
      return m.contactAdded.pieces({ title: text(change.title) });
    case 'contact-removed':
      return m.contactRemoved.pieces({ title: text(change.title) });
    case 'contact-details':
      return m.contactDetails.pieces({
        title: text(change.title),
        details: change.details.map((detail) => m.detail[detail]).join(', '),
      });
    case 'contact-checked':
      return (change.answers ? m.contactAnswers : m.contactSilent).pieces({
        title: text(change.title),
        day: date(change.on, context.language),
      });
    case 'standard-added':
      return m.standardAdded.pieces({ metric: named(change.metric, change.target) }).flat();
    case 'standard-removed':
      return m.standardRemoved.pieces({ metric: named(change.metric, change.target) }).flat();
    case 'standard-changed':
      return m.standardChanged.pieces({
        metric: text(change.metric),
        from: change.from ? text(change.from) : m.noTarget,
        to: change.to ? text(change.to) : m.noTarget,
      });
    case 'review-date':
      return [reviewSentence(change, context)];
  }
}

function redressSentence({ from, to }: { from: number; to: number }, m: Messages): string {
  if (to === 0) return m.redressNone;
  return from === to ? m.redressChanged : m.redressCount({ from, to });
}

function reviewSentence({ from, to }: { from?: string; to?: string }, { language }: SentenceContext): string {
  const m = pageTexts('history', language);
  if (!to) return m.reviewDropped;
  return from
    ? m.reviewMoved({ from: date(from, language), to: date(to, language) })
    : m.reviewSet({ to: date(to, language) });
}

/** What a fee says, with what makes it uncertain. */
export function feeText(value: FeeValue, context: SentenceContext): Sentence {
  return [...feeWords(value, context), ...marksBehind(value, context)];
}

function feeWords(value: FeeValue, context: SentenceContext): Sentence {
  if (value.kind === 'fixed')
    return [money(value.amount, value.currency), ...(value.per ? [' ', contentText(value.per, context)] : [])];
  if (value.kind === 'formula') return [contentText(value.formula, context)];
  return [pageTexts('history', context.language).feeKind[value.kind]];
}

/** What a promised time says, with what makes it uncertain. */
export function timeText(value: TimeValue, context: SentenceContext): Sentence {
  if (value.kind !== 'fixed')
    return [pageTexts('history', context.language).timeKind[value.kind], ...marksBehind(value, context)];
  const words = duration(value, context.language);
  return [words.charAt(0).toLowerCase() + words.slice(1), ...marksBehind(value, context)];
}

function marksBehind({ marks = [] }: FeeValue | TimeValue, { language }: SentenceContext): Sentence {
  return marks.length > 0 ? [` [${marksText(marks, language)}]`] : [];
}
