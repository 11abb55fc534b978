import type { Language } from '../lib/locales.ts';
import type { Door, Hears } from '../register/doors.ts';
import type { FigureMark } from '../register/figure-marks.ts';
import type { EmergencyWords } from './emergency.ts';
import type { DurationUnit } from '../schemas/duration.ts';

/*
 * The files of the routing index. All are JSON under one folder, small enough that a search fetches a handful of them
 * whatever the size of the country:
 *   manifest.json                     names the version; the only file that must not be cached for long
 *   <version>/words.json              stop words, intents, synonyms: the editors' vocabulary, compiled
 *   <version>/terms/<n>.json          terms in alphabetical order, cut into shards of about the same size
 *   <version>/endings/<n>.json        the same words sorted by their ends, for a misspelt beginning
 *   <version>/<language>/<n>.json     what is shown of one agency or rights page
 *   <version>/<language>/emergency-<country>.json   whom to call there; fetched only for words of danger
 */

/** Entities come country by country, so a country is a range of numbers: [first, last + 1]. */
export interface Manifest {
  version: string;
  /** First term of each shard. */
  terms: string[];
  /** First word, spelt backwards, of each shard of endings. */
  endings: string[];
  countries: ManifestCountry[];
  /** Regions of the countries, by number: ke:kajiado and what it is called. */
  regions: [id: string, name: string][];
}

export interface ManifestCountry {
  id: string;
  range: [first: number, end: number];
  /** Stemmed words that name it: Kenya, Kenyan. */
  words: string[];
  /** Entities of the oversight ladder and of the anti-corruption bodies, in their order. */
  oversight: number[];
  antiCorruption: number[];
  /** The page on the right to information, and the body that reviews refusals. */
  informationRights?: number;
  informationReview?: number;
  /**
   * Bodies that serve a part of the country: the regions, the towns and estates that a source names, what the body is
   * called, 1 for the government of the regions, and the matters of those that governments answer for which it has among
   * its names.
   */
  local: [entity: number, regions: number[], areas: string[], names: string[], government: 0 | 1, matters: number[]][];
  /** The stem of what a region is called: State, County. */
  level?: string;
  /** What the government of a region is called, in each language: the county government. */
  government?: Record<string, string>;
  /** It has a file of emergency numbers. */
  emergencies?: true;
}

/**
 * Postings of each term: entity, document, weight, and so on in threes; entities ascend and each is given as the
 * difference to the one before. Document 0 is the agency itself, n its nth service. Weights are 1 to 99. The name of a
 * place, with its mark, has a PlaceTerm instead.
 */
export type TermShard = Record<string, number[] | PlaceTerm>;

/**
 * The numbers of the regions in which there is a place of that name; then what it is called, where that is not the name
 * with capitals: Kitengela for kite.
 */
export type PlaceTerm = (number | string)[];

export interface CompiledWords {
  stop: string[];
  weak: string[];
  /** Stemmed word or phrase to the intents and kinds of conduct it stands for. */
  signals: Record<string, string[]>;
  /** Stemmed word or phrase to the number of its synonym group. */
  synonyms: Record<string, number>;
  /** Stems of words that are spelt correctly and that no office answers. */
  ordinary: string[];
  /** Stems of words that tell little in a long story. */
  story: string[];
  /** Matters that are decided where one lives, as stems joined by spaces, without words that are ignored. */
  placeMatters: string[];
  emergencies: EmergencyWords;
}

export interface CardFee {
  kind: 'fixed' | 'free' | 'formula' | 'per-contract' | 'not-stated';
  min?: number;
  max?: number;
  currency?: string;
  formula?: string;
  marks?: FigureMark[];
}

export interface CardTime {
  kind: 'fixed' | 'continuous' | 'per-contract' | 'as-announced' | 'not-stated';
  min?: number;
  max?: number;
  unit?: DurationUnit;
  marks?: FigureMark[];
}

export interface CardService {
  id: string;
  name: string;
  fee: CardFee;
  time: CardTime;
  startUrl?: string;
  /** Absent for an ordinary service. */
  door?: Door;
  /** False when it is suspended or discontinued. */
  active: boolean;
}

/** What is shown of an agency or of a page on rights, in one language. Paths carry no language prefix. */
export interface Card {
  kind: 'agency' | 'right';
  id: string;
  path: string;
  country: { id: string; name: string };
  name: string;
  acronym?: string;
  formerNames: string[];
  summary: string;
  mandate?: string;
  notHandled: { matter: string; name?: string; path?: string }[];
  /** Nobody has described it yet. */
  stub?: true;
  /** The body is there to hear about others. */
  hears?: Hears;
  complaint?: { title: string; phone?: string; email?: string };
  services: CardService[];
  /** Language of the texts where it differs from the language of the page. */
  lang?: string;
}

/** The file with the emergency numbers of a country. */
export function emergencyPath({ version }: Manifest, language: Language, country: string): string {
  return `${version}/${language}/emergency-${country}.json`;
}

/** The file of a card. */
export function cardPath(manifest: Manifest, language: Language, entity: number): string {
  return `${manifest.version}/${language}/${entity}.json`;
}
