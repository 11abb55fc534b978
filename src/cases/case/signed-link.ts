import { localePath, type Language } from '../../lib/locales.ts';
import { createSigner, type Signer } from '../../lib/signer.ts';
import { addDays } from '../../deadlines/working-days.ts';
import { normaliseReference } from './reference.ts';
import type { CaseRow } from '../store/tables.ts';

/**
 * What a link opens: a turn of a case, for whoever holds the case, the question whether the citizen is satisfied, or the
 * review before a request is published.
 */
export type LinkScope = number | 'rate' | 'review';

export interface LinkClaim {
  reference: string;
  scope: LinkScope;
  /** Day after which the link opens nothing (ISO 8601, UTC). */
  expires: string;
}

/**
 * The two things a link is signed with: the citizen does not have the seed, and the database does not have the secret.
 */
export interface LinkKeys {
  seed: string;
  secret: string;
}

/** How long a link in a mail opens the case, from the event that the mail tells of. */
export const LINK_DAYS = 180;

export interface LinkPlace {
  siteUrl: string;
  language: Language;
  /** The secret of this case. */
  secret: string;
}

/**
 * The address of the page on which whoever has a turn acts. `since` is when the event happened that it is sent
 * for (ISO 8601, UTC).
 */
export function officerLink(row: CaseRow, turn: number, since: string, place: LinkPlace): string {
  return address('/cases/act/', turn, row, since, place);
}

/** The address of the page that asks the citizen whether they are satisfied. */
export function rateLink(row: CaseRow, since: string, place: LinkPlace): string {
  return address('/cases/rate/', 'rate', row, since, place);
}

/** The address of the page on which the operator reviews a request before it is published. */
export function reviewLink(row: CaseRow, since: string, place: LinkPlace): string {
  return address('/cases/review/', 'review', row, since, place);
}

/** The last day on which a link opens the case. */
export function linkExpiry(since: string): string {
  return addDays(since.slice(0, 10), LINK_DAYS);
}

/**
 * The token of a signed link. Each case has a key of its own, so no link can be turned into one for another case.
 */
export function signLink(claim: LinkClaim, keys: LinkKeys): string {
  return `${claim.reference}.${claim.scope}.${claim.expires.replaceAll('-', '')}.${signer(keys).sign(signedPart(claim))}`;
}

/** What a token claims, unchecked: its reference tells whose keys it has to be checked with. */
export function readLink(token: string): (LinkClaim & { signature: string }) | undefined {
  const parts = /^([0-9A-Z-]{9})\.(rate|review|[1-9]\d{0,6})\.(\d{4})(\d{2})(\d{2})\.([\w-]{43})$/.exec(token);
  if (!parts) return undefined;
  const [, typed = '', scope = '', year = '', month = '', day = '', given = ''] = parts;
  const reference = normaliseReference(typed);
  return reference
    ? {
        reference,
        scope: scope === 'rate' || scope === 'review' ? scope : Number(scope),
        expires: `${year}-${month}-${day}`,
        signature: given,
      }
    : undefined;
}

/** Checks a token's signature, in a time that does not depend on where it differs. */
export function isGenuine(link: LinkClaim & { signature: string }, keys: LinkKeys): boolean {
  return signer(keys).isSigned(signedPart(link), link.signature);
}

function address(
  path: string,
  scope: LinkScope,
  row: CaseRow,
  since: string,
  { siteUrl, language, secret }: LinkPlace,
): string {
  const token = signLink(
    { reference: row.reference, scope, expires: linkExpiry(since) },
    { seed: row.secret_seed, secret },
  );
  return new URL(localePath(language, `${path}?t=${token}`), siteUrl).href;
}

function signer({ seed, secret }: LinkKeys): Signer {
  return createSigner({ key: `${seed}.${secret}`, use: 'case-link:' });
}

function signedPart({ reference, scope, expires }: LinkClaim): string {
  return `${reference}:${scope}:${expires}`;
}
