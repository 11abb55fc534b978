import { isOld } from '../../register/evidence-age.ts';
import { noteText, type ReadEvidence } from '../../register/read-provenance.ts';

/**
 * What a page cites, reckoned before anything of it is shown: what most of it rests on is said once at its head, and
 * what differs gets a mark of its own.
 */
export interface Citations {
  /** What a banner at the head of the page says for all that bears no mark. */
  banner?: Banner;
  /** How one piece of evidence is cited. */
  of(evidence: ReadEvidence): Citation;
  /** What the page takes from a source, in the order in which the letters go. */
  takenFrom(sourceId: string): ReadEvidence[];
  /** Whether anything on the page rests on a source, be it beside another. */
  cites(sourceId: string): boolean;
}

export interface Citation {
  /** Tells apart what one source is cited for; empty where it is cited in one way only. */
  letter: string;
  /** The banner says all of it: no mark is needed. */
  said: boolean;
  /** The banner says that it is old. */
  ageSaid: boolean;
}

export interface Banner {
  /** What most of the page rests on; absent where its figures share their age alone. */
  evidence?: ReadEvidence;
  /** Older than three years: what the banner names, or every dated figure. */
  old: boolean;
}

/** A banner for fewer would have more exceptions than cases. */
const BANNER_SHARE_MIN = 1 / 3;
const BANNER_FIGURES_MIN = 3;

/**
 * Reckons the citations of a page from the parts of the content that it shows (entries, fields, lists; what is absent
 * counts for nothing). `today` decides what is old.
 */
export function citations(parts: unknown[], today: Date): Citations {
  const found = parts.flatMap((part) => evidenceIn(part));
  const variants = new Map(found.map(({ evidence }) => [keyOf(evidence), evidence]));
  const bySource = Map.groupBy(variants.values(), ({ sources }) => sources[0] ?? '');
  const stated = found.filter((one) => one.stated).map(({ evidence }) => evidence);
  const banner = bannerOf(stated, today);
  const bannerKey = banner?.evidence && keyOf(banner.evidence);
  return {
    ...(banner ? { banner } : {}),
    of: (evidence) => {
      const key = keyOf(evidence);
      const taken = bySource.get(evidence.sources[0] ?? '') ?? [];
      const said = key === bannerKey;
      return {
        letter: taken.length > 1 ? letterOf(taken.findIndex((one) => keyOf(one) === key)) : '',
        said,
        ageSaid: banner?.old === true && (said || banner.evidence === undefined),
      };
    },
    takenFrom: (sourceId) => bySource.get(sourceId) ?? [],
    cites: (sourceId) => [...variants.values()].some(({ sources }) => sources.includes(sourceId)),
  };
}

/** "a" to "z", then "aa"; empty for what is not among those that get letters. */
export function letterOf(index: number): string {
  if (index < 0) return '';
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** What most of the figures rest on, where enough do; else their age, where it is one. */
function bannerOf(stated: ReadEvidence[], today: Date): Banner | undefined {
  if (stated.length < BANNER_FIGURES_MIN) return undefined;
  const groups = [...Map.groupBy(stated, keyOf).values()].sort((a, b) => b.length - a.length);
  const [most = []] = groups;
  if (most[0] && most.length >= stated.length * BANNER_SHARE_MIN && most.length > (groups[1]?.length ?? 0))
    return { evidence: most[0], old: isOld(most[0], today) };
  return stated.every((evidence) => isOld(evidence, today)) ? { old: true } : undefined;
}

interface Found {
  evidence: ReadEvidence;
  /** It stands with a figure or statement, not with the word that there is none. */
  stated: boolean;
}

function evidenceIn(value: unknown): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => evidenceIn(item));
  if (isEvidence(value)) return [{ evidence: value, stated: true }];
  const absent = 'kind' in value && value.kind === 'not-stated';
  return Object.entries(value).flatMap(([key, part]) =>
    evidenceIn(part).map((one) => (absent || BESIDE.has(key) ? { ...one, stated: false } : one)),
  );
}

/** What stands beside a figure speaks of others than the one that holds. */
const BESIDE = new Set(['superseded', 'conflicting', 'history']);

function isEvidence(value: object): value is ReadEvidence {
  return 'verification' in value && 'sources' in value && Array.isArray(value.sources);
}

function keyOf({ sources, asOf, confirmedOn, verification, note }: ReadEvidence): string {
  return JSON.stringify([sources, asOf, confirmedOn, verification, noteText(note)?.text]);
}
