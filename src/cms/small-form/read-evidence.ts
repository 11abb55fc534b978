import { nextSourceId } from '../../lib/next-source-id.ts';
import { evidence, source, type Evidence, type Source } from '../../schemas/provenance.ts';
import { texts } from '../../texts/texts.ts';
import type { FieldProblem } from '../cms-error.ts';
import { inOrder } from './in-order.ts';
import { formParts } from './form-parts.ts';
import { readParts, type Reading } from './read-typed.ts';
import { typedOf, typedText, type Typed } from './typed.ts';

/**
 * What may be chosen besides the sources of the charter: what stands there, what the office itself says, or a source
 * that is not listed yet.
 */
export const KEPT = 'kept';
export const OFFICE = 'office';
export const NEW = 'new';
/** Name of the choice, and what the fields of a new source begin with. */
export const CHOICE = 'evidence.choice';
export const NEW_SOURCE = 'newSource.';

/** What is told of evidence beside its sources. */
export const evidenceParts = formParts(evidence, 'evidence').filter(({ name }) => name !== 'sources');
export const sourceParts = formParts(source, 'evidence');

/** Evidence that was chosen, with the source to be added to the charter where it is a new one. */
export interface ReadEvidence {
  evidence: Partial<Evidence>;
  newSource?: Partial<Source>;
  problems: FieldProblem[];
}

/** What evidence is chosen from. */
export interface EvidenceOffer {
  /** What stands there. */
  kept: Partial<Evidence>;
  /** Those of the charter. */
  sources: Source[];
  /** Title of the source that the office itself is, where it may speak here. */
  office?: string | undefined;
  /** A new figure comes from somewhere: it has to be said from where. */
  asked: boolean;
}

/**
 * Reads where a figure comes from. Date and kind follow the source that was chosen, unless somebody wrote others.
 */
export function readEvidence(
  { kept, sources, office, asked }: EvidenceOffer,
  typed: Typed,
  reading: Reading,
): ReadEvidence {
  const choice = typedText(typed, CHOICE);
  const prefix = 'evidence.';
  const read = readParts(evidenceParts, kept, typed, reading, prefix);
  if (choice === '' && asked) {
    const message = texts('desk-small-form', reading.language).evidenceAsked;
    return { evidence: kept, problems: [...read.problems, { field: CHOICE, message }] };
  }
  if (choice === '' || choice === KEPT)
    return { evidence: { ...read.values, sources: kept.sources }, problems: read.problems };
  const shown = typedOf(evidenceParts, kept, reading.language, prefix);
  const changed = Object.fromEntries(
    evidenceParts
      .filter(({ name }) => typedText(typed, prefix + name) !== (shown.get(prefix + name)?.[0] ?? ''))
      .map(({ name }) => [name, read.values[name as keyof Evidence]]),
  );
  const cite = (cited: Partial<Source>, asOf = cited.publishedOn): Partial<Evidence> => ({
    sources: [cited.id ?? ''],
    ...(asOf ? { asOf } : {}),
    ...(cited.kind ? { verification: cited.kind } : {}),
    ...changed,
  });
  if (choice === OFFICE && office !== undefined) {
    const listed = sources.find(({ title, url }) => title === office && url === undefined);
    const own = listed ?? { id: nextSourceId(sources.map(({ id }) => id)), title: office, kind: 'official' as const };
    return {
      evidence: cite(own, reading.today),
      ...(listed ? {} : { newSource: own }),
      problems: read.problems,
    };
  }
  const known = sources.find(({ id }) => id === choice);
  if (known) return { evidence: cite(known), problems: read.problems };
  const added = readParts(sourceParts, {}, typed, reading, NEW_SOURCE);
  const values: Partial<Source> = {
    id: nextSourceId(sources.map(({ id }) => id)),
    readOn: reading.today,
    ...added.values,
  };
  const newSource = inOrder(Object.keys(source.shape), values);
  return { evidence: cite(newSource), newSource, problems: [...read.problems, ...added.problems] };
}
