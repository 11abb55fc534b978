/*
 * Copies of what was typed into forms, in the browser's own store, by officer and address. Where there is no such store,
 * or it is full, nothing is kept and nothing fails.
 */

/** The fields of a form by name, in their order, and whether a person fills them in. */
export type Values = [name: string, value: string, typed: boolean][];

export interface Copy {
  /** Milliseconds since 1970. */
  at: number;
  values: Values;
}

const PREFIX = 'desk-typed ';
const KEPT_MS = 30 * 86_400_000;

/** The name of a form's copies. */
export const copiesKey = (officer: string, address: string, form: string): string =>
  `${PREFIX}${officer} ${address} ${form}`;

export function readCopies(key: string): Copy[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Copy[];
  } catch {
    return [];
  }
}

export function writeCopies(key: string, copies: Copy[]): void {
  try {
    if (copies.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(copies));
  } catch {
    // The store is full or switched off: the form itself still holds what was typed.
  }
}

/** Lets go of what is too old, and of what another officer typed in this browser. */
export function sweepCopies(officer: string, now: number): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const copies = key.startsWith(`${PREFIX}${officer} `) ? readCopies(key) : [];
      writeCopies(
        key,
        copies.filter(({ at }) => now - at < KEPT_MS),
      );
    }
  } catch {
    // Without a store there is nothing to let go of.
  }
}
