import * as z from 'zod';
import { sentValues } from '../entry/read-sent.ts';
import { slug } from '../../schemas/primitives.ts';
import { source } from '../../schemas/provenance.ts';

/** More than a document can have (`src/import/limits.ts`). */
const REMARKS_MAX = 20_000;

const remark = z.strictObject({ place: z.string().max(1000), text: z.string() });
const remarks = z.array(remark).max(REMARKS_MAX);

/** An entry as a document says it should be. `blob` is the version that it was compared with; none of a new one. */
export const proposedEntry = z.strictObject({
  kind: z.enum(['services', 'charters']),
  slug,
  blob: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
  data: z.record(z.string(), z.unknown()),
});

/**
 * What was recognised in a document of one body, and what was not. It lives on the officer's page alone and comes back
 * with what they take over; nothing of it is stored.
 */
export const proposal = z.strictObject({
  document: z.string().max(200),
  agency: slug,
  /** The document, as the charter lists it or would. */
  source,
  editWindow: z.string().regex(/^[0-9a-z]{32}$/),
  entries: z.array(proposedEntry).max(2000),
  notPlaced: remarks,
  toCheck: remarks,
  leftOut: z.array(z.string()).max(REMARKS_MAX),
});
export type Proposal = z.output<typeof proposal>;
export type ProposedEntry = z.output<typeof proposedEntry>;

/**
 * A proposal as it came back with a form, its values within the limits of all that is sent; undefined for anything else.
 */
export function proposalIn(text: string): Proposal | undefined {
  try {
    const { data } = proposal.safeParse(JSON.parse(text));
    return data && { ...data, entries: data.entries.map((entry) => ({ ...entry, data: sentValues(entry.data) })) };
  } catch {
    return undefined;
  }
}
