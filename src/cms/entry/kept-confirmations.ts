import { isDeepStrictEqual } from 'node:util';

type Values = Record<string, unknown>;

/**
 * New values of an entry without confirmations that were given to other figures: whoever writes another amount, time or
 * text has not said that it "still holds". A confirmation stays where its figure stands as it did, wherever in its list, and
 * where it bears a day on which nothing was confirmed before.
 */
export function keepConfirmations(before: Values, after: Values): Values {
  const standing = partsOf(before);
  const days = new Set(standing.map(({ confirmedOn }) => confirmedOn));
  const holds = (part: Values, confirmedOn: unknown): boolean => {
    const own = ownPart(part);
    return !days.has(confirmedOn) || standing.some((old) => isDeepStrictEqual(old.own, own));
  };
  const renew = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renew);
    if (!isObject(value)) return value;
    const confirmedOn = confirmationOf(value);
    const drops = confirmedOn !== undefined && !holds(value, confirmedOn);
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === 'evidence' && drops ? unconfirmed(part) : renew(part)]),
    );
  };
  return renew(after) as Values;
}

interface Part {
  confirmedOn: unknown;
  own: unknown;
}

/** Everything that has evidence of its own. */
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isObject(value)) return [];
  const here = hasEvidence(value) ? [{ confirmedOn: confirmationOf(value), own: ownPart(value) }] : [];
  return [...here, ...Object.values(value).flatMap(partsOf)];
}

/** What stands on a part's evidence: all of it but what has evidence of its own, and the translations. */
function ownPart(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((part) => !hasEvidence(part)).map(ownPart);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      BESIDE.has(key) || hasEvidence(part) ? [] : [[key, ownPart(part)]],
    ),
  );
}

/** What says where a figure comes from, or says it in another language, is not what it states. */
const BESIDE = new Set(['evidence', 'translations', 'conflicting', 'history', 'superseded']);

function confirmationOf({ evidence }: Values): unknown {
  return isObject(evidence) ? evidence.confirmedOn : undefined;
}

function unconfirmed(evidence: unknown): unknown {
  return Object.fromEntries(Object.entries(evidence as Values).filter(([key]) => key !== 'confirmedOn'));
}

function hasEvidence(value: unknown): boolean {
  return isObject(value) && 'evidence' in value;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
