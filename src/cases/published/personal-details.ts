import { escapePattern } from '../../lib/escape-pattern.ts';

/** Something in a text that may tell who somebody is. */
export interface PersonalDetail {
  kind: 'email' | 'number' | 'name';
  /** As it stands in the text. */
  found: string;
}

/** What is known of who asked. */
export interface Asker {
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
}

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Digits with what people put between them. */
const DIGITS = /\+?\(?\d[\d\s().\/-]*\d/g;
/** From so many on digits may be a telephone or an identity number. */
const DIGITS_MIN = 7;
/** A year, years one after another, or a day as it is written with digits: none of them tells who somebody is. */
const YEARS = /^(?:19|20)\d\d(?:\s*[-/\s]\s*(?:19|20)\d\d)*$/;
const DAY = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.\s]\d{1,2}[-/.\s]\d{4})$/;
/** Shorter parts of a name are initials and small words. */
const NAME_PART_MIN = 3;

/**
 * Every e-mail address, every number that may be a telephone's or an identity's, and every part of the asker's own name in
 * a text, each once. It finds what can be found by its form; other people's names are for whoever reads it.
 */
export function personalDetails(text: string, asker: Asker = {}): PersonalDetail[] {
  const found: PersonalDetail[] = [
    ...matches(text, EMAIL).map((match): PersonalDetail => ({ kind: 'email', found: match })),
    ...matches(text, DIGITS)
      .map((match) => match.trim())
      .filter(mayTellWho)
      .map((match): PersonalDetail => ({ kind: 'number', found: match })),
    ...nameParts(asker.name).flatMap((part) =>
      matches(text, new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(part)}(?![\\p{L}\\p{N}])`, 'giu')).map(
        (match): PersonalDetail => ({ kind: 'name', found: match }),
      ),
    ),
  ];
  return [...new Map(found.map((detail) => [`${detail.kind} ${detail.found}`, detail])).values()];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.normalize('NFC').matchAll(pattern)].map(([match]) => match);
}

function mayTellWho(written: string): boolean {
  const digits = written.replace(/\D/g, '').length;
  return digits >= DIGITS_MIN && !YEARS.test(written) && !DAY.test(written);
}

function nameParts(name = ''): string[] {
  return name
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((part) => part.length >= NAME_PART_MIN);
}
