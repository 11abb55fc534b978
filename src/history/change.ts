import type { WrittenMark } from '../register/figure-marks.ts';
import type { Duration } from '../schemas/duration.ts';
import type { Charter } from '../schemas/charter.ts';
import type { Service } from '../schemas/service.ts';
import type { CharterArea, ServiceArea } from './areas.ts';

/** A text of the content as it stood then, with the translations that were fresh then, by language. */
export interface ContentText {
  text: string;
  translations: Record<string, string>;
}

export interface ServiceRef {
  /** The id under which the service is found today; that of its last day if it is gone. */
  id: string;
  name: ContentText;
}

/** The marks that the content gave the figure then. */
interface Marked {
  marks?: WrittenMark[];
}

export type FeeValue = Marked &
  (
    | { kind: 'fixed'; amount: number; currency: string; per?: ContentText }
    | { kind: 'formula'; formula: ContentText }
    | { kind: 'free' | 'per-contract' | 'not-stated' }
  );

export type TimeValue = Marked &
  (({ kind: 'fixed' } & Duration) | { kind: 'continuous' | 'per-contract' | 'as-announced' | 'not-stated' });

/**
 * Which way a figure went; `other` where the two cannot be compared, such as two currencies, `marks` where only its
 * certainty changed.
 */
export type Direction = 'up' | 'down' | 'other' | 'marks';

export type ContactDetail = 'email' | 'phone' | 'address' | 'form' | 'person' | 'title' | 'role' | 'answer';

/** A change that may concern a charter or one of its services. */
type SharedChange =
  | { kind: 'renamed'; from: ContentText; to: ContentText }
  | { kind: 'moved' }
  | { kind: 'redress'; from: number; to: number }
  | FiguresConfirmed;

/** The office said on a day (ISO 8601) of so many figures that they still hold. */
export interface FiguresConfirmed {
  kind: 'confirmed';
  on: string;
  figures: number;
}

export type ServiceChange =
  | SharedChange
  | { kind: 'service-added' }
  | { kind: 'service-removed' }
  | { kind: 'service-status'; to: Service['status'] }
  | { kind: 'fee-added' | 'fee-removed'; label?: ContentText; value: FeeValue }
  | { kind: 'fee-changed'; label?: ContentText; from: FeeValue; to: FeeValue; direction: Direction }
  | { kind: 'time-added' | 'time-removed'; label?: ContentText; value: TimeValue }
  | { kind: 'time-changed'; label?: ContentText; from: TimeValue; to: TimeValue; direction: Direction }
  | { kind: 'requirement-added' | 'requirement-removed'; what: ContentText; appliesTo?: ContentText }
  | { kind: 'requirement-reworded'; from: ContentText; to: ContentText }
  | { kind: 'requirement-optional'; what: ContentText; optional: boolean }
  | { kind: 'service-wording'; areas: ServiceArea[] };

export type CharterChange =
  | SharedChange
  | { kind: 'charter-published'; services: number }
  | { kind: 'charter-withdrawn' }
  | { kind: 'charter-status'; to: Charter['status'] }
  | { kind: 'contact-added' | 'contact-removed'; title: ContentText }
  | { kind: 'contact-details'; title: ContentText; details: ContactDetail[] }
  /** Somebody tried it on a day (ISO 8601). */
  | { kind: 'contact-checked'; title: ContentText; on: string; answers: boolean }
  | { kind: 'review-date'; from?: string; to?: string }
  | { kind: 'standard-added' | 'standard-removed'; metric: ContentText; target?: ContentText }
  | { kind: 'standard-changed'; metric: ContentText; from?: ContentText; to?: ContentText }
  | { kind: 'charter-wording'; areas: CharterArea[] };

/** What one commit changed for one agency, told in the terms of a citizen. */
export interface HistoryEntry {
  /** The full name of the commit. Neither its author nor its message is kept: see docs/history.md. */
  commit: string;
  /** When it was committed: an instant in ISO 8601, UTC. */
  at: string;
  /** The id under which the agency is found today; that of its last day if its charter is gone. */
  agency: string;
  /** The agency's id and name at that moment. */
  agencyThen: { id: string; name?: ContentText };
  charter: CharterChange[];
  services: { service: ServiceRef; changes: ServiceChange[] }[];
}

/** All recorded changes, newest first. */
export type History =
  | { state: 'unavailable'; reason: string }
  /** `since` is the instant (ISO 8601, UTC) from which on changes are known, where older ones are not. */
  | {
      state: 'available';
      since?: string | undefined;
      entries: HistoryEntry[];
      /** Those of one agency, where they have been told apart already. */
      of?: (agency: string) => HistoryEntry[];
    };
