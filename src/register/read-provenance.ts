import type { Evidence, Source } from '../schemas/provenance.ts';
import type { Localised, Text } from './localise.ts';

/** Evidence as it was written, or as a reader of one language gets it. */
export type ReadEvidence = Evidence | Localised<Evidence>;

/** A source as it was written, or as a reader of one language gets it. */
export type ReadSource = Source | Localised<Source>;

/** A note on a source or a piece of evidence; one that was not read for a language is in that of the content. */
export function noteText(note: string | Text | undefined, written?: string): Text | undefined {
  if (typeof note !== 'string') return note;
  return { text: note, ...(written === undefined ? {} : { lang: written }) };
}
