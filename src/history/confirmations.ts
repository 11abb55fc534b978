import type { FiguresConfirmed } from './change.ts';

/** A part of the content without the days on which its figures were confirmed: with these alone nothing else changed. */
export function withoutConfirmations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutConfirmations);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (key === CONFIRMED ? [] : [[key, withoutConfirmations(part)]])),
  );
}

/** That the office said of figures that they still hold; empty where it said so of none. */
export function confirmations(before: object, after: object): FiguresConfirmed[] {
  const left = daysIn(before);
  const fresh = daysIn(after).filter((day) => {
    const known = left.indexOf(day);
    if (known >= 0) left.splice(known, 1);
    return known < 0;
  });
  const on = fresh.sort().at(-1);
  return on === undefined ? [] : [{ kind: 'confirmed', on, figures: fresh.length }];
}

const CONFIRMED = 'confirmedOn';

function daysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === CONFIRMED && typeof part === 'string' ? [part] : daysIn(part),
  );
}
