import { isDeepStrictEqual } from 'node:util';
import type { RedressRung } from '../schemas/redress.ts';
import type { Translation } from '../schemas/translation.ts';
import type { CharterChange, ServiceChange } from './change.ts';
import { withoutConfirmations } from './confirmations.ts';
import { textAt } from './version.ts';

/** What comparing needs of a version, be it of a charter or of a service. */
interface Comparable {
  fields: { name?: string; redress?: RedressRung[]; translations?: Translation[] };
  unread: ReadonlySet<string>;
}

type Shared = CharterChange & ServiceChange;

/** The fields that differ between two versions, by more than being confirmed, of those that could be read in both. */
export function changedKeys(before: Comparable, after: Comparable): Set<string> {
  const [old, now] = [before.fields as Record<string, unknown>, after.fields as Record<string, unknown>];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return new Set(
    [...keys].filter((key) => !before.unread.has(key) && !after.unread.has(key) && differ(old[key], now[key])),
  );
}

function differ(old: unknown, now: unknown): boolean {
  return !isDeepStrictEqual(old, now) && !isDeepStrictEqual(withoutConfirmations(old), withoutConfirmations(now));
}

export function nameChange(before: Comparable, after: Comparable): Shared[] {
  const [from, to] = [before.fields.name, after.fields.name];
  return from && to ? [{ kind: 'renamed', from: textAt(before, from, 'name'), to: textAt(after, to, 'name') }] : [];
}

/**
 * A change of the redress ladder where its bodies, their order or their time limits changed; notes and sources
 * are wording.
 */
export function redressChange(before: Comparable, after: Comparable): Shared[] {
  const [old, now] = [before.fields.redress ?? [], after.fields.redress ?? []];
  const core = ({ contact, agency, role, fileWithin, decideWithin }: RedressRung) => ({
    contact,
    agency,
    role,
    fileWithin,
    decideWithin,
  });
  return isDeepStrictEqual(old.map(core), now.map(core)) ? [] : [{ kind: 'redress', from: old.length, to: now.length }];
}
