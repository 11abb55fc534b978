import type { Language } from '../lib/locales.ts';
import type { EmergencyNumbers } from '../register/emergency-numbers.ts';
import type { EmergencyKind } from '../schemas/emergency.ts';
import type { Confidence } from './confidence.ts';
import type { Card, CardService } from './index-format.ts';

export const searchKinds = ['agency', 'service', 'right'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchOptions {
  language: Language;
  /** Id of a jurisdiction; an unknown one counts as none. */
  country?: string | undefined;
  kind?: SearchKind | undefined;
}

export interface AgencyAnswer {
  card: Card;
  service?: CardService;
  otherServices: CardService[];
  /** Words of the query that matched; a misspelt one as it was understood. */
  why: string[];
  /** Why it is here although no word matched: it judges how offices behave. */
  role?: 'anti-corruption' | 'oversight';
}

export interface SearchAnswer {
  query: string;
  language: Language;
  country?: string;
  kind?: SearchKind;
  confidence: Confidence;
  results: AgencyAnswer[];
  rights: Card[];
  corrections: { typed: string; understood: string }[];
  /** The query as a full-text engine that wants every word should get it, first strict, then looser. */
  pageQueries: string[];
  /** What was asked for beside the matter: cost, time, place, complain, information, access, corruption, neglect. */
  signals: string[];
  /** Where one can always turn: the first oversight body of the country, or of each country. */
  fallback: Card[];
  countries: string[];
  /** A place for which no office that fits is published, and who answers there. */
  unserved?: { place: string; government?: string };
  /** The name of the place stands for several: which of these regions? */
  which?: string[];
  /**
   * The words speak of bribes: the protected report, of the office that they name or of any, in the country or in each.
   */
  reports: { country: { id: string; name: string }; path: string }[];
  /** The words speak of danger: whom to call, in the country or in each. */
  emergency?: EmergencyAnswer;
}

export interface EmergencyAnswer {
  kinds: EmergencyKind[];
  /** It comes before everything else; otherwise the words are about a paper or a payment and it stands below. */
  urgent: boolean;
  numbers: EmergencyNumbers[];
  /** The regions that the words name, as country:region, with what they are called. */
  regions: { id: string; name: string }[];
}
