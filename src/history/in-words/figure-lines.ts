import { isDeepStrictEqual } from 'node:util';
import { date } from '../../register/format.ts';
import type { ReadEvidence } from '../../register/read-provenance.ts';
import type { Source } from '../../schemas/provenance.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { ContentText } from '../change.ts';
import { bare, feeValue, pairFigures, timeValue } from '../compare-figures.ts';
import { contentText, feeText, timeText, type Sentence, type SentenceContext } from '../sentences.ts';
import { textAt, type Version } from '../version.ts';
import type { ToldChange } from './told-change.ts';

type ServiceVersion = Version<'services'>;

/** What lines on figures need to know. */
export interface FigureContext extends SentenceContext {
  /** The charter's list of sources, by which figures name theirs. */
  sources: Source[];
}

/** What became of the fees: each with the amount before and after, from when it holds, and the source that says so. */
export function feeLines(before: ServiceVersion, after: ServiceVersion, context: FigureContext): ToldChange[] {
  const of = (version: ServiceVersion): Figure[] =>
    (version.fields.fees ?? []).map((fee, at) => {
      const value = feeValue(version, at);
      return {
        label: labelAt(version, fee.label, 'fees', at, 'label'),
        says: value ? feeText(value, context) : [],
        same: value ? bare(value) : {},
        validFrom: fee.validFrom,
        evidence: fee.evidence,
        whole: fee,
      };
    });
  return figureLines(of(before), of(after), 'fee', context);
}

/** What became of the promised times, in the same way. */
export function timeLines(before: ServiceVersion, after: ServiceVersion, context: FigureContext): ToldChange[] {
  const of = (version: ServiceVersion): Figure[] =>
    (version.fields.processingTimes ?? []).map((time, at) => {
      const value = timeValue(time);
      return {
        label: labelAt(version, time.appliesTo, 'processingTimes', at, 'appliesTo'),
        says: value ? timeText(value, context) : [],
        same: value ?? {},
        evidence: time.evidence,
        whole: time,
      };
    });
  return figureLines(of(before), of(after), 'time', context);
}

/** A fee or a time as far as lines tell of it. */
interface Figure {
  label: ContentText | undefined;
  says: Sentence;
  /** Two figures that are alike in this say the same. */
  same: object;
  validFrom?: string | undefined;
  evidence: ReadEvidence;
  whole: object;
}

function figureLines(old: Figure[], now: Figure[], kind: 'fee' | 'time', context: FigureContext): ToldChange[] {
  const m = pageTexts('desk-change', context.language)[kind];
  const name = ({ label }: Figure): string => label?.text ?? '';
  const { pairs, gone, added } = pairFigures(old.map(name), now.map(name));
  const each = (list: Figure[], at: number[], tell: (figure: Figure) => ToldChange): ToldChange[] =>
    at.flatMap((i) => (list[i] ? [tell(list[i])] : []));
  return [
    ...pairs.flatMap(([i, j]): ToldChange[] => {
      const [from, to] = [old[i], now[j]];
      if (!from || !to || isDeepStrictEqual(from.whole, to.whole)) return [];
      const about = aboutOf(to, context);
      const same = isDeepStrictEqual(from.same, to.same);
      const say = (of: Sentence): Sentence =>
        same
          ? m.kept.pieces({ about: of, value: to.says }).flat()
          : m.changed.pieces({ about: of, from: from.says, to: to.says }).flat();
      return [{ what: say(about), brief: say([]), more: detailsOf(to, context) }];
    }),
    ...each(now, added, (figure) => ({
      what: m.added.pieces({ about: aboutOf(figure, context), value: figure.says }).flat(),
      more: detailsOf(figure, context),
    })),
    ...each(old, gone, (figure) => ({
      what: m.removed.pieces({ about: aboutOf(figure, context), value: figure.says }).flat(),
    })),
  ];
}

function labelAt(
  version: ServiceVersion,
  label: string | undefined,
  ...path: (string | number)[]
): ContentText | undefined {
  return label === undefined ? undefined : textAt(version, label, ...path);
}

function aboutOf({ label }: Figure, context: FigureContext): Sentence {
  return label ? pageTexts('desk-change', context.language).about.pieces({ label: contentText(label, context) }) : [];
}

/** ", from 1 January 2027; source: Gazette, as of November 2026". */
function detailsOf({ validFrom, evidence }: Figure, { language, original, sources }: FigureContext): Sentence {
  const m = pageTexts('desk-change', language);
  const titles = evidence.sources
    .map((id) => sources.find((source) => source.id === id)?.title ?? id)
    .join(m.andSource);
  const named = { text: titles, ...(original === language ? {} : { lang: original }) };
  return [
    ...(validFrom ? [m.from({ day: date(validFrom, language) })] : []),
    ...(evidence.asOf
      ? m.sourceAsOf.pieces({ source: named, day: date(evidence.asOf, language) })
      : m.source.pieces({ source: named })),
  ];
}
