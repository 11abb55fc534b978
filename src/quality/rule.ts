import type { Agency, Register, RegisteredService } from '../register/register.ts';
import type { Figure } from './figures.ts';
import type { GapValues } from './rule-texts.ts';
import type { RuleId } from './rule-texts.ts';

/**
 * What a rule serves: one of the seven provisions that the Service Compact (SERVICOM, March 2004) asks of every
 * charter, or the union model, which joins what the charters of the other countries hold.
 */
export const provisions = [
  'service',
  'entitlements',
  'fees',
  'times',
  'complaints',
  'display',
  'surveys',
  'union',
] as const;
export type Provision = (typeof provisions)[number];

/** One thing that a charter lacks or contradicts, and where to mend it. */
export interface Gap {
  /** Absent where the gap is in the charter itself. */
  serviceId?: string;
  /** Path of the field to fill in or correct, for example fees.0.legalBasis. */
  field: string;
  /** How many of the things looked at fail here; 1 unless told. */
  count?: number;
  /** What the message needs to know. */
  values?: GapValues;
}

/**
 * What a rule finds on one thing it looks at. "waits" fails without a message of its own, because another rule already
 * asks for what is missing first: without it, stating a fee could lower the score by bringing a new rule into play.
 */
export type Verdict = 'passed' | 'waits' | 'does-not-apply' | Gap;

/** What a rule found in one charter. Passed are those looked at, less the gaps and those that wait. */
export interface RuleOutcome {
  /** How many things were looked at; 0 where the rule cannot apply. */
  examined: number;
  waiting: number;
  gaps: Gap[];
}

export interface RuleContext {
  agency: Agency;
  /** The services still offered. */
  services: RegisteredService[];
  figures: Figure[];
  register: Register;
  today: Date;
}

export interface Rule {
  id: RuleId;
  provision: Provision;
  /** 3: a citizen cannot do without it. 2: a charter is weak without it. 1: it helps. */
  weight: 1 | 2 | 3;
  /** An error is a fault of the content that must be mended; a gap is what the charter does not tell. */
  severity: 'gap' | 'error';
  check(context: RuleContext): RuleOutcome;
}

/** Adds up verdicts. */
export function outcomeOf(verdicts: Verdict[]): RuleOutcome {
  const relevant = verdicts.filter((verdict) => verdict !== 'does-not-apply');
  return {
    examined: relevant.length,
    waiting: relevant.filter((verdict) => verdict === 'waits').length,
    gaps: relevant.filter((verdict): verdict is Gap => typeof verdict === 'object'),
  };
}

/** A rule looked at once for the whole charter. */
export function once(test: (context: RuleContext) => Verdict): Rule['check'] {
  return (context) => outcomeOf([test(context)]);
}

/** A rule looked at for every service still offered. */
export function eachService(
  test: (service: RegisteredService['data'], context: RuleContext) => Verdict,
): Rule['check'] {
  return (context) =>
    outcomeOf(
      context.services.map((service) => {
        const verdict = test(service.data, context);
        return typeof verdict === 'object' ? { serviceId: service.id, ...verdict } : verdict;
      }),
    );
}

/** A rule of presence: passed when something is told, else a gap at a field. */
export function told(present: boolean, field: string): Verdict {
  return present ? 'passed' : { field };
}
