import type { Language } from '../lib/locales.ts';
import type { EmergencyKind, HelpLine } from '../schemas/emergency.ts';
import type { ReadSource } from './read-provenance.ts';
import { date } from './format.ts';
import type { Localised } from './localise.ts';
import type { Register } from './register.ts';

/** What is known of a number, in one language. */
interface Told {
  who: string;
  says?: string;
  tollFree: boolean;
  hours?: string;
  confidential?: string;
  trust: HelpLine['trust'];
  doubt?: string;
  /** Absent where the source bears no date. */
  asOf?: string;
  /** The day on which it was last confirmed, in words. */
  confirmed?: string;
  sources: { title: string; url?: string }[];
}

/** A number to call, with others of the same body. */
export interface EmergencyLine extends Told {
  number: string;
  otherNumbers: string[];
}

/** Lines of one kind of body in several regions. */
export interface RegionalLines extends Told {
  kinds: EmergencyKind[];
  regions: { id: string; name: string; numbers: string[]; doubt?: string }[];
}

/** Whom to call in one country, ready to show. Paths carry no language prefix. */
export interface EmergencyNumbers {
  country: { id: string; name: string };
  path: string;
  general: EmergencyLine[];
  answers: { kind: EmergencyKind; name: string; advice?: string; lines: EmergencyLine[] }[];
  /** What a region is called there, for the sentences that have a word for it. */
  level: 'State' | 'County' | 'other';
  regional: RegionalLines[];
  /** The day on which the source that was read longest ago was last read: none is staler. */
  readOn?: string;
}

/** The emergency numbers of a country; undefined where the content has none. */
export function emergencyNumbers(
  register: Register,
  country: string,
  language: Language,
): EmergencyNumbers | undefined {
  const entry = register.emergencies.get(country);
  const jurisdiction = register.jurisdictions.get(country);
  if (!entry || !jurisdiction) return undefined;
  const texts = register.in(language);
  const { general, answers, regional, sources } = texts.emergencies(entry);
  const readOn = sources.flatMap((source) => source.readOn ?? []).sort()[0];
  const places = regional.length > 0 ? register.places.get(country)?.data : undefined;
  const names = new Map(places?.regions.map(({ id, name }) => [id, name]));
  return {
    country: { id: country, name: texts.jurisdiction(jurisdiction).name.text },
    path: `/${country}/emergency/`,
    general: general.map((line) => lineOf(line, sources, language)),
    answers: answers.map(({ kind, name, advice, lines }) => ({
      kind,
      name: name.text,
      advice: advice?.text,
      lines: lines.map((line) => lineOf(line, sources, language)),
    })),
    level: places?.level === 'State' || places?.level === 'County' ? places.level : 'other',
    regional: regional.map(({ kinds, regions, ...line }) => ({
      kinds,
      ...toldOf(line, sources, language),
      regions: regions.map(({ region, numbers, doubt }) => ({
        id: region,
        name: names.get(region) ?? region,
        numbers,
        doubt: doubt?.text,
      })),
    })),
    readOn: readOn && date(readOn, language),
  };
}

/** A region with the lines that it has for itself. */
interface LinesOfRegion {
  id: string;
  name: string;
  lines: EmergencyLine[];
}

/**
 * The regions that have lines of their own, in the order of their names, each with those lines; only those for one of
 * `kinds` where they are given. With `anyDanger`, a region without such a line has those for any danger.
 */
export function linesByRegion(
  { regional }: EmergencyNumbers,
  { kinds, anyDanger = false }: { kinds?: readonly EmergencyKind[]; anyDanger?: boolean } = {},
): LinesOfRegion[] {
  const found = new Map<string, LinesOfRegion>();
  const add = (wanted: (line: RegionalLines) => boolean, known: ReadonlySet<string> = new Set()): void => {
    for (const { regions, ...line } of regional.filter(wanted))
      for (const { id, name, numbers, doubt } of regions.filter((region) => !known.has(region.id))) {
        const [number, ...otherNumbers] = numbers;
        if (number === undefined) continue;
        const own = found.get(id) ?? { id, name, lines: [] };
        const doubts = [line.doubt, doubt].filter(Boolean).join(' ');
        own.lines.push({ ...line, number, otherNumbers, ...(doubts ? { doubt: doubts } : {}) });
        found.set(id, own);
      }
  };
  add((line) => kinds === undefined || line.kinds.some((kind) => kinds.includes(kind)));
  if (anyDanger) add((line) => line.kinds.includes('danger'), new Set(found.keys()));
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function lineOf(line: Localised<HelpLine>, all: ReadSource[], language: Language): EmergencyLine {
  return { number: line.number, otherNumbers: line.otherNumbers, ...toldOf(line, all, language) };
}

function toldOf(
  line: Omit<Localised<HelpLine>, 'number' | 'otherNumbers'>,
  all: ReadSource[],
  language: Language,
): Told {
  const { who, says, tollFree, hours, confidential, trust, doubt, evidence } = line;
  return {
    who: who.text,
    says: says?.text,
    tollFree,
    hours: hours?.text,
    confidential: confidential?.text,
    trust,
    doubt: doubt?.text,
    asOf: evidence.asOf && date(evidence.asOf, language),
    confirmed: evidence.confirmedOn && date(evidence.confirmedOn, language),
    sources: evidence.sources.flatMap((id) => {
      const source = all.find((candidate) => candidate.id === id);
      return source ? [{ title: source.title, url: source.url }] : [];
    }),
  };
}
