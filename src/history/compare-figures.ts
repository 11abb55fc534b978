import { isDeepStrictEqual } from 'node:util';
import { writtenMarks, type Markable, type WrittenMark } from '../register/figure-marks.ts';
import type { Duration, DurationUnit, ProcessingTime } from '../schemas/duration.ts';
import type { Fee } from '../schemas/fee.ts';
import type { Direction, FeeValue, ServiceChange, TimeValue } from './change.ts';
import { pairItems, type Pairing } from './pair-items.ts';
import { textAt, type Version } from './version.ts';

type ServiceVersion = Version<'services'>;

/** What became of the fees of a service: dearer, cheaper, of another kind, new, gone. */
export function compareFees(before: ServiceVersion, after: ServiceVersion): ServiceChange[] {
  const [old, now] = [before.fields.fees ?? [], after.fields.fees ?? []];
  const { pairs, gone, added } = pairFigures(
    old.map((fee) => fee.label ?? ''),
    now.map((fee) => fee.label ?? ''),
  );
  return [
    ...pairs.flatMap(([i, j]): ServiceChange[] => {
      const [from, to] = [feeValue(before, i), feeValue(after, j)];
      if (!from || !to || isDeepStrictEqual(bare(from), bare(to))) return [];
      return [
        {
          kind: 'fee-changed',
          ...feeLabel(after, j),
          from,
          to,
          direction: onlyMarks(bare(from), bare(to)) ? 'marks' : feeDirection(from, to),
        },
      ];
    }),
    ...added.flatMap((j): ServiceChange[] =>
      withValue(feeValue(after, j), (value) => ({ kind: 'fee-added', ...feeLabel(after, j), value })),
    ),
    ...gone.flatMap((i): ServiceChange[] =>
      withValue(feeValue(before, i), (value) => ({ kind: 'fee-removed', ...feeLabel(before, i), value })),
    ),
  ];
}

/** What became of the promised times of a service: longer, shorter, of another kind, new, gone. */
export function compareTimes(before: ServiceVersion, after: ServiceVersion): ServiceChange[] {
  const [old, now] = [before.fields.processingTimes ?? [], after.fields.processingTimes ?? []];
  const { pairs, gone, added } = pairFigures(
    old.map((time) => time.appliesTo ?? ''),
    now.map((time) => time.appliesTo ?? ''),
  );
  return [
    ...pairs.flatMap(([i, j]): ServiceChange[] => {
      const [from, to] = [timeValue(old[i]), timeValue(now[j])];
      if (!from || !to || isDeepStrictEqual(from, to)) return [];
      return [
        {
          kind: 'time-changed',
          ...timeLabel(after, j),
          from,
          to,
          direction: onlyMarks(from, to) ? 'marks' : timeDirection(from, to),
        },
      ];
    }),
    ...added.flatMap((j): ServiceChange[] =>
      withValue(timeValue(now[j]), (value) => ({ kind: 'time-added', ...timeLabel(after, j), value })),
    ),
    ...gone.flatMap((i): ServiceChange[] =>
      withValue(timeValue(old[i]), (value) => ({ kind: 'time-removed', ...timeLabel(before, i), value })),
    ),
  ];
}

/** Figures pair by what they are for; the only one left on each side is the same figure under another label. */
export function pairFigures(before: string[], after: string[]): Pairing {
  const pairing = pairItems(before, after, 0.6);
  const [i, j] = [pairing.gone[0], pairing.added[0]];
  if (before.length > 1 || after.length > 1 || i === undefined || j === undefined) return pairing;
  return { pairs: [...pairing.pairs, [i, j]], gone: [], added: [] };
}

function withValue<V>(value: V | undefined, make: (value: V) => ServiceChange): ServiceChange[] {
  return value ? [make(value)] : [];
}

function feeLabel(version: ServiceVersion, i: number) {
  const label = version.fields.fees?.[i]?.label;
  return label ? { label: textAt(version, label, 'fees', i, 'label') } : {};
}

function timeLabel(version: ServiceVersion, i: number) {
  const label = version.fields.processingTimes?.[i]?.appliesTo;
  return label ? { label: textAt(version, label, 'processingTimes', i, 'appliesTo') } : {};
}

/** What a fee of a version says; undefined where there is none. */
export function feeValue(version: ServiceVersion, i: number): FeeValue | undefined {
  const fee: Fee | undefined = version.fields.fees?.[i];
  if (!fee) return undefined;
  const marks = marksThen(fee);
  switch (fee.kind) {
    case 'fixed':
      return {
        kind: 'fixed',
        amount: fee.amount,
        currency: fee.currency,
        ...(fee.per ? { per: textAt(version, fee.per, 'fees', i, 'per') } : {}),
        ...marks,
      };
    case 'formula':
      return { kind: 'formula', formula: textAt(version, fee.formula, 'fees', i, 'formula'), ...marks };
    default:
      return { kind: fee.kind, ...marks };
  }
}

function marksThen(figure: Markable): { marks?: WrittenMark[] } {
  const marks = writtenMarks(figure);
  return marks.length > 0 ? { marks } : {};
}

function onlyMarks(from: object, to: object): boolean {
  return isDeepStrictEqual({ ...from, marks: [] }, { ...to, marks: [] });
}

/** A fee without its translations: a new translation of "per name" is no new fee. */
export function bare(value: FeeValue): object {
  return {
    ...value,
    ...('per' in value ? { per: value.per?.text } : {}),
    ...('formula' in value ? { formula: value.formula.text } : {}),
  };
}

/** What a promised time says; undefined where there is none. */
export function timeValue(time: ProcessingTime | undefined): TimeValue | undefined {
  if (!time) return undefined;
  if (time.kind !== 'fixed') return { kind: time.kind, ...marksThen(time) };
  const { min, max, unit } = time;
  return {
    kind: 'fixed',
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(unit ? { unit } : {}),
    ...marksThen(time),
  };
}

function feeDirection(from: FeeValue, to: FeeValue): Direction {
  if (from.kind !== 'fixed' || to.kind !== 'fixed') return 'other';
  if (from.currency !== to.currency || from.per?.text !== to.per?.text) return 'other';
  return direction(from.amount, to.amount);
}

function direction(from: number, to: number): Direction {
  if (from === to) return 'other';
  return to > from ? 'up' : 'down';
}

/**
 * Fewest and most calendar days that one of a unit can be. A working day is at least a day, and at most a week's share
 * of seven days for five and two weekends; so days and working days compare only where they lie clearly apart.
 */
const DAYS: Record<DurationUnit, { least: number; most: number; slack: number }> = {
  minutes: { least: 1 / 1440, most: 1 / 480, slack: 0 },
  hours: { least: 1 / 24, most: 1 / 8, slack: 0 },
  days: { least: 1, most: 1, slack: 0 },
  'working-days': { least: 1, most: 1.4, slack: 4 },
  weeks: { least: 7, most: 7, slack: 0 },
  months: { least: 28, most: 31, slack: 0 },
  years: { least: 365, most: 366, slack: 0 },
};

function timeDirection(from: TimeValue, to: TimeValue): Direction {
  if (from.kind !== 'fixed' || to.kind !== 'fixed') return 'other';
  const [limitBefore, limitAfter] = [from.max ?? from.min, to.max ?? to.min];
  if (from.unit === to.unit && limitBefore !== undefined && limitAfter !== undefined)
    return direction(limitBefore, limitAfter);
  const [a, b] = [spanOf(from), spanOf(to)];
  if (!a || !b) return 'other';
  if (b.least > a.most) return 'up';
  return b.most < a.least ? 'down' : 'other';
}

function spanOf({ min, max, unit }: Duration): { least: number; most: number } | undefined {
  const limit = max ?? min;
  if (limit === undefined || !unit) return undefined;
  const { least, most, slack } = DAYS[unit];
  return { least: limit * least, most: limit * most + slack };
}
